"""Fact-check annotation and export toolkit."""

__version__ = "0.1.0"
