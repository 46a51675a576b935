"""Every read of the area, of organisations, of settings and of posts."""

from waymark.organisations.queries.area import (
    TURN_TO,
    authority,
    helper_choices,
    helper_keys,
    helpers,
    is_demonstration,
    language_choices,
    languages,
    signposts,
    synonyms,
)
from waymark.organisations.queries.organisations import (
    Page,
    authority_codes,
    listed,
    organisation,
    teams_of,
)
from waymark.organisations.queries.posts import PostRow, posts_at, posts_of
from waymark.organisations.queries.settings import (
    Numbers,
    childrens_centres,
    numbers_listed,
    predecessors,
    section_41,
    setting_by_urn,
    standing_for,
    state_funded,
    successors,
)

__all__ = [
    "TURN_TO",
    "Numbers",
    "Page",
    "PostRow",
    "authority",
    "authority_codes",
    "childrens_centres",
    "helper_choices",
    "helper_keys",
    "helpers",
    "is_demonstration",
    "language_choices",
    "languages",
    "listed",
    "numbers_listed",
    "organisation",
    "posts_at",
    "posts_of",
    "predecessors",
    "section_41",
    "setting_by_urn",
    "signposts",
    "standing_for",
    "state_funded",
    "successors",
    "synonyms",
    "teams_of",
]
