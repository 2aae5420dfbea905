"""The data: frozen, validated by the JSON Schemas before it gets here, and nothing else."""
