"""``make conformance``: everything that we export, and exports broken on purpose, before validators that others wrote."""
