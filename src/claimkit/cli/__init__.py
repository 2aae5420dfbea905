"""The command line. Placeholder until the commands are in."""


def main() -> None:
    """Run the command line."""
