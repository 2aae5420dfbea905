"""What the readers of ClaimReview ask for: rules as data, asked of the finished object by check and export alike."""
