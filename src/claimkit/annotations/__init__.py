"""The workspace and its JSON files: read strictly, written canonically."""
