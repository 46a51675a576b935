"""What editors write beside the directory: guides, news, events, waiting well."""

from waymark.localoffer.models.reading.lists import (
    EventListPage,
    GuideListPage,
    LocalOfferPage,
    NewsListPage,
    PathwayListPage,
)
from waymark.localoffer.models.reading.pages import (
    EventDay,
    EventPage,
    NewsPage,
    OfferGuidePage,
    OfferWords,
    PathwayPage,
)

__all__ = [
    "EventDay",
    "EventListPage",
    "EventPage",
    "GuideListPage",
    "LocalOfferPage",
    "NewsListPage",
    "NewsPage",
    "OfferGuidePage",
    "OfferWords",
    "PathwayListPage",
    "PathwayPage",
]
