"""The tables of the directory: services, who runs them, where, and how we know."""

from waymark.localoffer.models.assurance import (
    CheckedLink,
    Confirmation,
    RecordFault,
    Reminder,
    ReminderLine,
)
from waymark.localoffer.models.comment import Comment, ReplyTo, YearOfAnswers
from waymark.localoffer.models.heading_owner import HeadingOwner
from waymark.localoffer.models.measure import (
    SameMeaning,
    SearchCount,
    SearchWords,
    Use,
)
from waymark.localoffer.models.organisation import Organisation, OrganisationVersion
from waymark.localoffer.models.past import PastProvision
from waymark.localoffer.models.places import Postcode, ServicePlace, ServiceTime
from waymark.localoffer.models.providing import Provider, Trust
from waymark.localoffer.models.reading import (
    EventDay,
    EventListPage,
    EventPage,
    GuideListPage,
    LocalOfferPage,
    NewsListPage,
    NewsPage,
    OfferGuidePage,
    PathwayListPage,
    PathwayPage,
)
from waymark.localoffer.models.service import (
    Coverage,
    Draft,
    Review,
    Service,
    ServiceVersion,
    Status,
)
from waymark.localoffer.models.source import Source
from waymark.localoffer.models.taxonomy import ServiceTerm, Taxonomy, TaxonomyTerm

__all__ = [
    "CheckedLink",
    "Confirmation",
    "Comment",
    "Coverage",
    "Draft",
    "EventDay",
    "EventListPage",
    "EventPage",
    "GuideListPage",
    "HeadingOwner",
    "LocalOfferPage",
    "NewsListPage",
    "NewsPage",
    "OfferGuidePage",
    "Organisation",
    "OrganisationVersion",
    "PastProvision",
    "PathwayListPage",
    "PathwayPage",
    "Postcode",
    "Provider",
    "RecordFault",
    "Reminder",
    "ReminderLine",
    "ReplyTo",
    "Review",
    "SameMeaning",
    "SearchCount",
    "SearchWords",
    "Service",
    "ServicePlace",
    "ServiceTerm",
    "ServiceTime",
    "ServiceVersion",
    "Source",
    "Status",
    "Taxonomy",
    "TaxonomyTerm",
    "Trust",
    "Use",
    "YearOfAnswers",
]
