"""The routes families follow, and the same routes in Easy Read.

The words belong to editors. Time limits and law are tied to `waymark.law` by key.
"""

from waymark.routemaps.models.easy_read import EasyReadIdea, EasyReadPage
from waymark.routemaps.models.routemap import (
    TITLE_AT_MOST,
    RoutemapIndexPage,
    RoutemapPage,
)
from waymark.routemaps.models.step import Joins, StepPage
from waymark.routemaps.models.texts import EXITS, MADE_WITH, STEP_WORDS

__all__ = [
    "EXITS",
    "MADE_WITH",
    "STEP_WORDS",
    "TITLE_AT_MOST",
    "EasyReadIdea",
    "EasyReadPage",
    "Joins",
    "RoutemapIndexPage",
    "RoutemapPage",
    "StepPage",
]
