"""`waymark audit …`: is the log of who looked as it was written?"""

import argparse
import sys

from waymark.config.store import open_store

#: Something was touched.
TOUCHED = 1
#: Nothing was looked at, because of what was given.
REFUSED = 2


def add_to(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and what it can do."""
    audit = doings.add_parser("audit", help="the log of who looked at a child's record")
    kinds = audit.add_subparsers(required=True, metavar="WHAT")
    doing = kinds.add_parser("verify", help="is every entry as it was written?")
    doing.add_argument(
        "--root",
        default="",
        metavar="ROOT",
        help="what `waymark audit root` said before, kept somewhere else",
    )
    doing.set_defaults(do=_do_verify)
    doing = kinds.add_parser(
        "root", help="one line to keep elsewhere: it proves that nothing was cut off"
    )
    doing.set_defaults(do=_do_root)


def _do_verify(options: argparse.Namespace) -> int:
    open_store()
    from waymark.access import sealing_up

    kept = None
    if options.root:
        number, _colon, digest = options.root.partition(":")
        if not (number.isdecimal() and len(digest) == len(sealing_up.BEGINNING)):
            print(
                "--root is no root. Give the line that `waymark audit root` said.",
                file=sys.stderr,
            )
            return REFUSED
        kept = sealing_up.Root(int(number), digest)
    found = sealing_up.verify(kept)
    if not found:
        print(found.says, file=sys.stderr)
        return TOUCHED
    print(f"{found.entries} entries, {found.seals} seals: as they were written.")
    return 0


def _do_root(options: argparse.Namespace) -> int:
    open_store()
    from waymark.access import sealing_up

    sealing_up.seal_up()
    root = sealing_up.root()
    if root is None:
        print("Nothing was written down yet, so there is no root.", file=sys.stderr)
        return REFUSED
    print(f"{root.number}:{root.digest}")
    return 0
