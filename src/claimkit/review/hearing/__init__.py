"""Adjudication as a talk: what awaits a decision is shown with both sides, and settled key by key."""
