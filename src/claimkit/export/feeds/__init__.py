"""Feeds of published, corrected and retracted reviews, of an article or of the whole workspace."""
