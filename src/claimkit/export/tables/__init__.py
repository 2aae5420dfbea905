"""Tables of claims, one row or line a claim: CSV, JSON lines and Parquet, all of the same records."""
