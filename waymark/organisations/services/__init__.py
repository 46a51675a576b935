"""Every change to the area, to organisations, to settings and to posts."""

from waymark.organisations.registers.faults import Fault, NotARegister
from waymark.organisations.services.area import (
    SHARED_AREA,
    begin_area,
)
from waymark.organisations.services.folder import BadAreaFolder, read_toml
from waymark.organisations.services.links import LinkOutcome, import_links
from waymark.organisations.services.organisations import (
    ADDED_BY_HAND,
    begin_organisation,
    begin_team,
    end_team,
    know_authority_by,
)
from waymark.organisations.services.posts import (
    begin_offered_post,
    begin_post,
    end_post,
    end_posts_of,
    offer_post,
)
from waymark.organisations.services.refusals import Refused
from waymark.organisations.services.registers import (
    NATIONAL,
    NATIONAL_NAME,
    OlderRegister,
    Origin,
    Outcome,
    import_register,
)

__all__ = [
    "ADDED_BY_HAND",
    "BadAreaFolder",
    "Fault",
    "LinkOutcome",
    "NATIONAL",
    "NATIONAL_NAME",
    "NotARegister",
    "OlderRegister",
    "Origin",
    "Outcome",
    "Refused",
    "SHARED_AREA",
    "begin_area",
    "begin_offered_post",
    "begin_organisation",
    "begin_post",
    "begin_team",
    "end_post",
    "end_posts_of",
    "end_team",
    "import_links",
    "import_register",
    "know_authority_by",
    "offer_post",
    "read_toml",
]
