"""`aws-flash` and `python -m aws_flash`: the arguments, then the program."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program and end with its exit code."""
    from aws_flash.app import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
