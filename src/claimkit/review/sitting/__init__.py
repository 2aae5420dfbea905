"""A sitting: one reviewer walks through the claims that are not finished yet, a key an act."""
