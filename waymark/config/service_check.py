"""Is this installation safe to open to the world? A sentence for each fault."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from waymark.organisations import queries
from waymark.today import PRETENDED

LOCAL_NAMES = {"localhost", "127.0.0.1", "[::1]", "*"}
SHORTEST_SECRET = 40


@dataclass(frozen=True)
class Installation:
    """What the check needs to know, and nothing else."""

    debug: bool
    service: bool
    hosts: tuple[str, ...]
    secret: str
    website: str
    pretended: str
    trusted_proxies: int
    scanner: str
    is_demonstration: bool


def problems(found: Installation) -> list[str]:
    """What must be put right before a live service starts; none if it may."""
    unsafe: Mapping[str, bool] = {
        "WAYMARK_SERVICE is not true. Set WAYMARK_SERVICE=true for a live service.": (
            not found.service
        ),
        "WAYMARK_DEBUG is true, which shows the inside of the site. Leave it out.": (
            found.debug
        ),
        "WAYMARK_HOSTS does not name the site. Set it to the exact host names, "
        "such as send.example.org.": not _are_real(found.hosts),
        "WAYMARK_WEBSITE must be the site's own https:// address.": (
            not found.website.startswith("https://")
        ),
        "WAYMARK_SECRET_KEY is too short. Remove it, and Waymark makes a good one.": (
            len(found.secret) < SHORTEST_SECRET
        ),
        "WAYMARK_TODAY is set, and a live service lives today. Remove it.": (
            bool(found.pretended)
        ),
        "WAYMARK_TRUSTED_PROXIES is 0, so limits would count everybody as one person. "
        "Set it to 1 behind the nginx that comes with Waymark.": (
            found.trusted_proxies == 0
        ),
        "WAYMARK_CLAMD names no virus scanner, so nobody could open what is uploaded. "
        "Set it to unix:/run/clamav/clamd.ctl where clamav-daemon runs.": (
            not found.scanner
        ),
        "This data folder was made as a demonstration, where one press signs anybody "
        "in. Start a new one: waymark start AREA-FOLDER.": found.is_demonstration,
    }
    return [sentence for sentence, there in unsafe.items() if there]


def _are_real(hosts: tuple[str, ...]) -> bool:
    return bool(hosts) and not any(
        host in LOCAL_NAMES or host.startswith(".") for host in hosts
    )


def this_installation() -> Installation:
    """The installation that this program runs in. Cost: one query."""
    authority = queries.authority()
    return Installation(
        debug=settings.DEBUG,
        service=settings.SERVICE,
        hosts=tuple(settings.ALLOWED_HOSTS),
        secret=settings.SECRET_KEY,
        website=settings.WEBSITE,
        pretended=os.environ.get(PRETENDED, ""),
        trusted_proxies=settings.TRUSTED_PROXIES,
        scanner=settings.CLAMD,
        is_demonstration=bool(authority and authority.is_demonstration),
    )
