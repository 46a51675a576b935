"""Collects the static files of every room into one folder, ready to serve."""

import os
import sys
from pathlib import Path


def collect(into: Path) -> None:
    """Collect, fingerprint and compress. Raises where a style names a missing file."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "waymark.config.settings"
    os.environ["WAYMARK_STATIC"] = str(into.resolve())

    import django
    from django.core.management import call_command

    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    collect(Path(sys.argv[1]))
