"""Articles as they come in: plain text, Markdown or a web page becomes the text of record with its structure."""
