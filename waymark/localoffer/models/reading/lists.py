"""The places in the tree under which editors write, one for each kind of page."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from waymark.guidance.models import WordsPage
from waymark.guidance.originals import Original


class ListPage(WordsPage):
    """A list of pages of one kind, with a few words over it."""

    introduction = models.TextField(_("introduction"), blank=True)

    max_count = 1
    parent_page_types: ClassVar = ["localoffer.LocalOfferPage"]
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        abstract = True

    def originals(self) -> list[Original]:
        held = Original("introduction", _("Introduction"), self.introduction, "lead")
        return [*super().originals(), *([held] if self.introduction else [])]


class LocalOfferPage(ListPage):
    """What holds everything that is written for the Local Offer."""

    parent_page_types: ClassVar = ["guidance.HomePage"]
    subpage_types: ClassVar = [
        "localoffer.GuideListPage",
        "localoffer.NewsListPage",
        "localoffer.EventListPage",
        "localoffer.PathwayListPage",
    ]

    class Meta:
        verbose_name = _("Local Offer")


class GuideListPage(ListPage):
    """The guides of the Local Offer."""

    subpage_types: ClassVar = ["localoffer.OfferGuidePage"]

    class Meta:
        verbose_name = _("list of Local Offer guides")


class NewsListPage(ListPage):
    """What is new in the Local Offer."""

    subpage_types: ClassVar = ["localoffer.NewsPage"]

    class Meta:
        verbose_name = _("list of news")


class EventListPage(ListPage):
    """What is on."""

    subpage_types: ClassVar = ["localoffer.EventPage"]

    class Meta:
        verbose_name = _("list of events")


class PathwayListPage(ListPage):
    """What can be had while a family waits for a health service."""

    subpage_types: ClassVar = ["localoffer.PathwayPage"]

    class Meta:
        verbose_name = _("list of help while you wait")
