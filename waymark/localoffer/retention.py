"""How long the Local Offer's tables are kept."""

from waymark.access.retention import (
    ByJob,
    ByPerson,
    Follows,
    Kept,
    NumberOnly,
    SaysNothing,
    Whom,
)
from waymark.localoffer.comments.services import KEEP_REPLY_TO
from waymark.localoffer.measures.services import KEEP as KEEP_COUNTS
from waymark.localoffer.services.forgetting import KEEP_VERSIONS

AN_EDITOR = ByPerson("an editor of the Local Offer")

_PROVIDERS = (
    Kept(
        tables=("localoffer.Organisation", "localoffer.Service"),
        holds="Whom to contact at a service, as its provider chose to publish it.",
        whom=Whom.PROVIDERS,
        because="the law asks for it in the Local Offer",
        counted_from="its being published",
        length=None,
        ends=AN_EDITOR,
    ),
    Kept(
        tables=("localoffer.OrganisationVersion", "localoffer.ServiceVersion"),
        holds="What an entry said before, the contacts of that time among it.",
        whom=Whom.PROVIDERS,
        because="to show what families were told, and to put a slip right",
        counted_from="the day a newer one took its place",
        length=KEEP_VERSIONS,
        ends=ByJob("forget-old-versions"),
    ),
    Follows(tables=("localoffer.Draft", "localoffer.Review"), of="localoffer.Service"),
    Follows(
        tables=("localoffer.Provider", "localoffer.Reminder"), of="accounts.Account"
    ),
    Follows(tables=("localoffer.ReminderLine",), of="localoffer.Reminder"),
)

_READERS = (
    Kept(
        tables=("localoffer.ReplyTo",),
        holds="Where to send the answer to a comment.",
        whom=Whom.READERS,
        because="they asked for an answer",
        counted_from="the comment, unless it is answered before",
        length=KEEP_REPLY_TO,
        ends=ByJob("forget-replies"),
    ),
    Kept(
        tables=("localoffer.SearchCount", "localoffer.SearchWords"),
        holds="What was searched for, and how often. It does not say by whom.",
        whom=Whom.READERS,
        because="to see what people look for and do not find",
        counted_from="the day of the search",
        length=KEEP_COUNTS,
        ends=ByJob("forget-counts"),
    ),
)

_NOBODY = (
    NumberOnly(
        tables=(
            "localoffer.Comment",
            "localoffer.Confirmation",
            "localoffer.SameMeaning",
            "localoffer.Trust",
            "localoffer.YearOfAnswers",
        ),
    ),
    SaysNothing(
        tables=(
            "localoffer.CheckedLink",
            "localoffer.EventDay",
            "localoffer.EventListPage",
            "localoffer.EventPage",
            "localoffer.GuideListPage",
            "localoffer.HeadingOwner",
            "localoffer.LocalOfferPage",
            "localoffer.NewsListPage",
            "localoffer.NewsPage",
            "localoffer.OfferGuidePage",
            "localoffer.PastProvision",
            "localoffer.PathwayListPage",
            "localoffer.PathwayPage",
            "localoffer.Postcode",
            "localoffer.RecordFault",
            "localoffer.ServicePlace",
            "localoffer.ServiceTerm",
            "localoffer.ServiceTime",
            "localoffer.Source",
            "localoffer.Taxonomy",
            "localoffer.TaxonomyTerm",
            "localoffer.TaxonomyTerm_means",
            "localoffer.Use",
        ),
        holds="what is on offer where and when, and how often pages are read",
    ),
)

LINES = (*_PROVIDERS, *_READERS, *_NOBODY)
