"""`waymark`: the law and the formats answer without a store; all else opens it."""

import sys


def run() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:2] == ["law"]:
        from waymark.law.command import main as law

        return law(sys.argv[2:])
    if sys.argv[1:2] == ["format"]:
        from waymark.formats.command import main as formats

        return formats(sys.argv[2:])
    from waymark.config.command import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
