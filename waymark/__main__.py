"""`waymark`: the law answers at once; every other command loads Django first."""

import sys


def run() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:2] == ["law"]:
        from waymark.law.command import main as law

        return law(sys.argv[2:])
    from waymark.config.command import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
