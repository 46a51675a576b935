"""What this part of the room offers the rooms below when the program starts."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _


def begin() -> None:
    """Show our pages, let them be found and taken away, and lead to one from all."""
    _show_pages()
    _be_found()
    _be_taken_away()
    _lead_from_every_page()
    _offer_ways()


def _show_pages() -> None:
    from waymark.guidance.serving import show
    from waymark.localoffer import models
    from waymark.localoffer.reading import views

    show(models.LocalOfferPage, views.contents)
    show(models.GuideListPage, views.guides)
    show(models.NewsListPage, views.news)
    show(models.EventListPage, views.events)
    show(models.PathwayListPage, views.waiting)
    show(models.OfferGuidePage, views.guide)
    show(models.NewsPage, views.one_news)
    show(models.EventPage, views.event)
    show(models.PathwayPage, views.pathway)


def _be_found() -> None:
    from waymark.finding import sources
    from waymark.jobs import schedule
    from waymark.localoffer.reading import found, tasks

    sources.register("local-offer-reading", found.records, kinds=found.KINDS)
    schedule.register(
        "let-past-events-leave", timedelta(days=1), tasks.let_past_events_leave
    )


def _be_taken_away() -> None:
    from waymark.guidance.documents import publications
    from waymark.localoffer.reading import addresses, documents

    own = publications.Source(documents.UNDER, documents.find, documents.every)
    publications.register("local-offer-reading", own)
    publications.offer_calendar(addresses.EVENTS)


def _lead_from_every_page() -> None:
    from waymark.localoffer.unhappy.ladder import ADDRESS
    from waymark.ui.navigation import Door, register_at_the_foot

    register_at_the_foot(Door(10, ADDRESS, _("What to do if you are unhappy")))


def _offer_ways() -> None:
    """Lead from the first page to what is written, and name it to search engines."""
    from waymark.guidance.slots import register_addresses
    from waymark.localoffer.pages.slots import register_beside, register_ways
    from waymark.localoffer.reading import ways

    register_ways(ways.from_first_page)
    register_beside(ways.beside)
    register_addresses(ways.every_address)
