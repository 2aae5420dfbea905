"""Trains the parser that claimkit ships. Not installed with the package; see README.md beside this file."""
