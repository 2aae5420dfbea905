"""What the importers of others' annotations share: values with their paths, units of offsets, labels, who says it."""
