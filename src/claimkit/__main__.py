"""``claimkit`` and ``python -m claimkit``."""

import sys


def start() -> None:
    """Run the command line; an interruption while it loads is no traceback either."""
    try:
        from claimkit.cli import main  # noqa: PLC0415 - so that loading it is inside the try

        main()
    except KeyboardInterrupt:
        sys.exit("Aborted!")


if __name__ == "__main__":
    start()
