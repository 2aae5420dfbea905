"""Valid files changed in thousands of ways, and others who say which of them are broken."""
