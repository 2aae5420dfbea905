"""``python -m claimkit``."""

from claimkit.cli import main

if __name__ == "__main__":
    main()
