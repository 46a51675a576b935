from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LocalOfferConfig(AppConfig):
    name = "waymark.localoffer"
    label = "localoffer"
    verbose_name = "Local Offer"

    def ready(self) -> None:
        _say_how_long()
        _be_found()
        _be_taken_away()
        _offer_doors()
        _keep_true()
        _show_reading()
        _listen_and_count()


def _be_found() -> None:
    """Hand services to the search, and say when they change."""
    from waymark.finding import beside, sources
    from waymark.localoffer.changes import published_changed
    from waymark.localoffer.search import keeping_up, records, table
    from waymark.organisations.changes import settings_changed

    sources.register("localoffer", records.records, kinds=records.KINDS)
    beside.register(table.NAME, beside.Keeping(table.make, table.read))
    published_changed.connect(keeping_up.changed, dispatch_uid="search")
    settings_changed.connect(keeping_up.changed, dispatch_uid="search")


def _be_taken_away() -> None:
    """Let services be taken away in every format."""
    from waymark.guidance.documents import publications
    from waymark.localoffer.pages.documents import services

    own = publications.Source(services.UNDER, services.find, services.every)
    publications.register("localoffer", own)


def _offer_doors() -> None:
    from waymark.guidance.slots import register_addresses
    from waymark.localoffer.pages import addresses, queries
    from waymark.ui.navigation import Door, register_door

    register_door(Door(15, addresses.FIRST, _("Local Offer")))
    register_addresses(queries.every_address)


def _keep_true() -> None:
    """Let providers keep their entries, and ask whether they are still right."""
    from waymark.localoffer.assurance import starting as assurance
    from waymark.localoffer.providing import starting as providing

    providing.begin()
    assurance.begin()


def _show_reading() -> None:
    """Show what is written beside the directory."""
    from waymark.localoffer.reading import starting as reading

    reading.begin()


def _listen_and_count() -> None:
    """Hear what readers say, and count what is used."""
    from waymark.localoffer.comments import starting as comments
    from waymark.localoffer.measures import starting as measures

    comments.begin()
    measures.begin()


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.localoffer.retention import LINES

    retention.register("localoffer", LINES)
