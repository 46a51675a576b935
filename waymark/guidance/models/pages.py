"""The pages of the public site that belong to no other room."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from waymark.guidance.originals import Original
from waymark.guidance.publishing import (
    CheckedPageForm,
    GuardedPage,
    Problem,
    empty_problems,
    helper_problems,
    helpers_field,
    leads_somewhere,
    live_ids,
    text_problems,
)
from waymark.guidance.serving import ShownByView

#: What a body of text may hold.
FEATURES = ["h2", "h3", "bold", "link", "ol", "ul"]


class WordsPage(ShownByView, GuardedPage, Page):
    """A page of published words: checked before it goes out, shown by a view."""

    private_page_options: ClassVar[list[str]] = []
    base_form_class = CheckedPageForm

    class Meta:
        abstract = True

    def problems(self) -> list[Problem]:
        """A page keeps its address for life."""
        if not self.pk or not self.live:
            return []
        held = Page.objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if held in {None, self.slug}:
            return []
        says = _("A published page keeps its address: please leave it as “%s”.")
        return [Problem("slug", str(says) % held)]

    def originals(self) -> list[Original]:
        """The parts of the page that a translation has too, in their order."""
        return [Original("title", _("Title"), self.title, "title")]


class HomePage(WordsPage):
    """The front door: the questions families ask, in their words."""

    introduction = models.TextField(_("introduction"), blank=True)
    search_label = models.CharField(_("label of the search"), max_length=80, blank=True)
    search_hint = models.CharField(_("hint for the search"), max_length=160, blank=True)

    max_count = 1
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("search_label"),
        FieldPanel("search_hint"),
        InlinePanel("doors", label=_("question families ask")),
    ]

    class Meta:
        verbose_name = _("home page")

    def problems(self) -> list[Problem]:
        doors = [door for door in self.doors.all() if not door.leads_somewhere()]
        says = _("The question “%s” leads to no page that people can see.")
        return [
            *super().problems(),
            *(Problem("", str(says) % door.question) for door in doors),
        ]


class Door(Orderable):
    """One question on the home page and the page that answers it."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="doors")
    question = models.CharField(_("question"), max_length=120)
    words = models.CharField(_("words under it"), max_length=160, blank=True)
    page = models.ForeignKey(
        Page,
        verbose_name=_("page that answers it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    address = models.CharField(
        _("or an address"),
        max_length=200,
        blank=True,
        help_text=_("For a page that is not in the page tree, such as /time-limits/"),
    )

    panels: ClassVar = [
        FieldPanel("question"),
        FieldPanel("words"),
        FieldPanel("page"),
        FieldPanel("address"),
    ]

    def __str__(self) -> str:
        return self.question

    def leads_somewhere(self) -> bool:
        """True when somebody who opens it would find a page."""
        if self.page_id:
            return bool(live_ids([self.page_id]))
        return self.address.startswith("/") and leads_somewhere(self.address)


class GuideIndexPage(WordsPage):
    """The list of guides."""

    summary = models.CharField(_("summary"), max_length=300, blank=True)

    max_count = 1
    parent_page_types: ClassVar = ["guidance.HomePage"]
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        verbose_name = _("list of guides")


class GuideForm(CheckedPageForm):
    """The form of a guide: helpers are chosen, never typed."""

    helpers = helpers_field()


class GuidePage(WordsPage):
    """A page of plain reading: a guide, or what every site must say of itself."""

    summary = models.CharField(_("summary"), max_length=300)
    body = RichTextField(_("text"), features=FEATURES)
    written_on = models.DateField(_("written on"), null=True, blank=True)
    helpers = models.JSONField(_("who can help"), default=list, blank=True)

    base_form_class = GuideForm
    parent_page_types: ClassVar = ["guidance.HomePage", "guidance.GuideIndexPage"]
    subpage_types: ClassVar[list[Any]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldPanel("written_on"),
        FieldPanel("helpers"),
    ]

    class Meta:
        verbose_name = _("guide")

    def originals(self) -> list[Original]:
        return [
            *super().originals(),
            Original("summary", _("Summary"), self.summary, "lead"),
            Original("body", _("Text"), self.body),
        ]

    def problems(self) -> list[Problem]:
        return [
            *super().problems(),
            *empty_problems(self, {"summary": _("Summary"), "body": _("Text")}),
            *text_problems("body", self.body),
            *helper_problems(self.helpers),
        ]
