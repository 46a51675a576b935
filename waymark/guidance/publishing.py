"""What must be so before words go out. The loader, the form and every way of
publishing obey the same rules, so none of them can be walked around."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import PermissionDenied
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.models import Page, ReferenceIndex, Site

from waymark.guidance import simple_html
from waymark.organisations import queries as organisations

#: The name of the address pattern under which Wagtail serves its own pages.
PAGES = "wagtail_serve"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stops words from going out: where, and a kind sentence."""

    field: str
    says: str


class Refused(PermissionDenied):
    """A rule says no; the message holds every reason as a sentence."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(" ".join(problem.says for problem in self.problems))


class CannotPublish(Refused):
    """Words were about to go out although a rule says they may not."""


class CannotWithdraw(Refused):
    """A page was about to be taken away although others lead to it."""


def text_problems(field: str, html: str) -> list[Problem]:
    """What is wrong inside one text: tags, links, and time limits typed by hand."""
    read = simple_html.Read(html)
    says = [_("Please mend the text: %s.") % fault for fault in read.faults]
    says += [
        _("The link to %s leads to no page that people can see.") % address
        for address in broken(read.addresses)
    ]
    if set(read.page_ids) - live_ids(read.page_ids):
        says.append(_("A link leads to a page that is not published."))
    return [Problem(field, sentence) for sentence in says]


def typed_limit_problems(field: str, html: str) -> list[Problem]:
    """A time limit comes from the law, so that a page can never be wrong about it."""
    return [
        Problem(
            field,
            _(
                "“%s” is typed by hand. Please use the rule's key in double "
                "brackets, such as [[A03]]: the words then always match the law."
            )
            % typed,
        )
        for typed in simple_html.typed_limits(html)
    ]


def empty_problems(words: object, fields: Mapping[str, object]) -> list[Problem]:
    """The fields nobody has filled in; `fields` gives each its name for editors."""
    return [
        Problem(field, _("“%s” is still empty.") % label)
        for field, label in fields.items()
        if simple_html.is_empty(getattr(words, field))
    ]


def helper_problems(keys: Iterable[str]) -> list[Problem]:
    """Helpers that the area does not have."""
    wanted = list(keys)
    known = {helper.key for helper in organisations.helpers(wanted)} if wanted else ()
    return [
        Problem("helpers", _("“%s” is not one of the area's helpers.") % key)
        for key in wanted
        if key not in known
    ]


def helpers_field() -> forms.MultipleChoiceField:
    """Choose helpers of the area by name."""
    return forms.MultipleChoiceField(
        label=gettext_lazy("who can help"),
        choices=organisations.helper_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def broken(addresses: Iterable[str]) -> list[str]:
    """The addresses on this site that lead to nothing that is published."""
    own = [address for address in addresses if address.startswith("/")]
    return [address for address in own if not leads_somewhere(address)]


def leads_somewhere(address: str) -> bool:
    """True when somebody who opens the address would find a page."""
    path = urlsplit(address).path
    try:
        found = resolve(path)
    except Resolver404:
        return False
    return found.url_name != PAGES or _is_live(path)


def _is_live(path: str) -> bool:
    root = root_path()
    return bool(root) and (
        Page.objects.live().filter(url_path=root + path.lstrip("/")).exists()
    )


def root_path() -> str:
    """The tree path of the home page, such as "/home/"; "" before there is one."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return site.root_page.url_path if site else ""


def live_ids(ids: Iterable[int]) -> set[int]:
    """Those of the pages that people can see."""
    wanted = list(ids)
    if not wanted:
        return set()
    return set(Page.objects.live().filter(pk__in=wanted).values_list("pk", flat=True))


def writers(words: Any, revision: Any) -> set[Any]:
    """Whoever wrote any part of what this revision would publish."""
    since = words.live_revision_id or 0
    fresh = words.revisions.filter(pk__gt=since).values_list("user_id", flat=True)
    return {*fresh, revision.user_id} - {None}


def leading_to(page: Page) -> list[str]:
    """The titles of everything published that leads to this page or one below it.

    Cost: a query for each page below and one for each thing that leads there; for
    editors who are about to take a page away, never for readers.
    """
    below = [page, *page.get_descendants().live()]
    own = {each.pk for each in below}
    titles: set[str] = set()
    for target in below:
        held = ReferenceIndex.get_references_to(target).group_by_source_object()
        for source, _references in held:
            inside = isinstance(source, Page) and source.pk in own
            if source is not None and not inside and getattr(source, "live", True):
                titles.add(str(source))
    return sorted(titles)


class ChecksBeforePublishing:
    """A form that lets a draft be unfinished, and nothing else."""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        form: Any = self
        if form.is_deferred_validation or form.errors:
            return
        for problem in form.instance.problems():
            known = problem.field in form.fields
            form.add_error(problem.field if known else None, problem.says)


class CheckedPageForm(ChecksBeforePublishing, WagtailAdminPageForm):
    """The editor's form of a page."""


class CheckedForm(ChecksBeforePublishing, WagtailAdminModelForm):
    """The editor's form of a word, a question or a letter."""


class Guarded:
    """Words that never go out with a fault, nor by the hand that wrote them."""

    def problems(self) -> list[Problem]:
        """Everything that stops these words from going out."""
        raise NotImplementedError

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        """Make the revision public, or say why not.

        Raises: CannotPublish, with every problem, or because the person who asks
        wrote it. `user` is None for the loader and the schedule, which write nothing.
        """
        problems = revision.as_object().problems()
        if user is not None and user.pk in writers(self, revision):
            problems.append(Problem("", second_person()))
        if problems:
            raise CannotPublish(problems)
        return super().publish(revision, user=user, **kwargs)  # type: ignore[misc]


class GuardedPage(Guarded):
    """A page that is never taken away while something published leads to it."""

    def withdrawal_problems(self) -> list[Problem]:
        """Why the page must stay; each sentence says what leads here."""
        page: Any = self
        says = _(
            "“%(page)s” cannot be taken away yet: “%(other)s” leads to it. "
            "Please change that first."
        )
        return [
            Problem("", says % {"page": page.title, "other": other})
            for other in leading_to(page)
        ]

    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        """Take the page away from readers.

        Raises: CannotWithdraw, with everything that leads to it.
        """
        problems = self.withdrawal_problems()
        if problems:
            raise CannotWithdraw(problems)
        super().unpublish(*args, **kwargs)  # type: ignore[misc]


def second_person() -> str:
    """Why somebody may not approve their own words."""
    return _("You wrote some of this, so somebody else must approve it.")
