"""What a claim, a review and a publication must satisfy, and what several files together say of a claim."""
