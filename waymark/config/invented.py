"""`waymark demonstrate population`: an invented authority of real size."""

import argparse
import sys
from datetime import date
from pathlib import Path

from waymark.config.store import open_store

#: What was given cannot be done.
REFUSED = 2


def add_to(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and what it can do."""
    from waymark.demonstration.population.writing import PRESETS

    demonstrate = doings.add_parser("demonstrate", help="what a demonstration can have")
    kinds = demonstrate.add_subparsers(required=True, metavar="WHAT")
    doing = kinds.add_parser(
        "population", help="invented children, families and requests, from one seed"
    )
    doing.add_argument("--preset", choices=sorted(PRESETS), default="small")
    doing.add_argument("--seed", type=int, default=1)
    doing.add_argument(
        "--as-at", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD"
    )
    doing.add_argument(
        "--out",
        type=Path,
        default=None,
        metavar="FOLDER",
        help="write files there, instead of loading the demonstration's store",
    )
    doing.set_defaults(do=_do)


def _do(options: argparse.Namespace) -> int:
    open_store()
    from waymark.demonstration.population import asking, loading, writing
    from waymark.today import today

    preset = writing.PRESETS[options.preset]
    as_at = options.as_at or today()
    try:
        if options.out is not None:
            made = writing.write(
                options.out,
                preset,
                seed=options.seed,
                as_at=as_at,
                schools=loading.schools(),
            )
            print(f"{made[0]} children and {made[1]} requests, all of them invented.")
            return 0
        loaded = loading.load(preset, seed=options.seed, as_at=as_at)
        requests = asking.load_requests(preset, seed=options.seed, as_at=as_at)
    except (loading.NotADemonstration, FileExistsError) as problem:
        print(f"{problem}", file=sys.stderr)
        return REFUSED
    print(f"{loaded.new} invented children written down, of {loaded.of}.")
    print(f"{requests} of their requests written down.")
    return 0
