"""What reviewers and the desk do: annotate, and publish."""
