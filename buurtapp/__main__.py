"""The way in: `python -m buurtapp` and the installed command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what was asked for and return the exit code."""
    from buurtapp import cli  # noqa: PLC0415 - a window must be able to start without the command line

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
