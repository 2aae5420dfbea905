"""Captures: files in which a page is kept as it was seen, read offline for the words that it shows."""
