"""What the article has elsewhere for a pronoun, a short name or a bare description, and what claims have for them."""
