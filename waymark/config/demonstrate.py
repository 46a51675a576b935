"""`make run`: the Southend demonstration, loaded once and served in the foreground."""

import argparse
import os
import sys

from waymark.config.serving import PortTaken, require_free
from waymark.config.store import open_store
from waymark.today import PRETENDED


def main(arguments: list[str]) -> int:
    """Load what is not there yet, then serve. 1 with a sentence if it cannot."""
    parser = argparse.ArgumentParser(prog="make run")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--today", default="")
    options = parser.parse_args(arguments)
    try:
        require_free(options.port)
    except PortTaken as problem:
        print(problem, file=sys.stderr)
        return 1
    open_store()
    from waymark.config import command

    if _load_once():
        _populate()
    return command.run(port=options.port, pretended=options.today)


def _load_once() -> bool:
    """Put the worked example into an empty store; false if it was not empty."""
    from django.conf import settings

    from waymark.config.starting import start_area
    from waymark.demonstration import clubs, comments, families
    from waymark.demonstration import services as demonstration
    from waymark.organisations import queries

    if queries.authority() is not None:
        return False
    print("Loading the Southend demonstration, once …", flush=True)
    start_area(settings.AREAS / "southend", demonstration=True)
    demonstration.invent_people()
    clubs.invent_clubs()
    comments.invent_comments()
    families.invent_families()
    return True


def _populate() -> None:
    """Invent as many children as a real authority of this size has plans for."""
    from waymark.demonstration.population import asking, loading, writing
    from waymark.today import today

    print("Inventing two thousand children, once …", flush=True)
    preset = writing.PRESETS["southend"]
    loading.load(preset, seed=1, as_at=today())
    asking.load_requests(preset, seed=1, as_at=today())


if __name__ == "__main__":
    os.environ.pop(PRETENDED, None)
    sys.exit(main(sys.argv[1:]))
