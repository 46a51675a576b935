"""Every read of the routemaps. All of it is public, so no actor is asked for."""

from dataclasses import dataclass

from django.db.models import QuerySet

from waymark.guidance.queries import HOME_SLUG, Place, address_of
from waymark.guidance.slots import Way
from waymark.routemaps.models import EasyReadPage, RoutemapPage, StepPage
from waymark.routemaps.models.easy_checks import changed
from waymark.routemaps.models.easy_read import versions_now
from waymark.ui.route_line import Joins as Joint


def routemaps() -> QuerySet[RoutemapPage]:
    """The published routemaps, in the editors' order.

    Cost: one query.
    """
    return RoutemapPage.objects.live().order_by("path")


def routemap(slug: str) -> RoutemapPage | None:
    """The published routemap with this slug.

    Cost: one query.
    """
    return routemaps().filter(slug=slug).first()


def steps(routemap: RoutemapPage) -> list[StepPage]:
    """The published steps of a routemap, in their order.

    Cost: one query.
    """
    return list(StepPage.objects.child_of(routemap).live().order_by("path"))


def every_step() -> dict[str, list[StepPage]]:
    """The published steps of every routemap, by the routemap's place in the tree.

    Cost: one query.
    """
    found: dict[str, list[StepPage]] = {}
    for step in StepPage.objects.live().order_by("path"):
        found.setdefault(step.path[: -step.steplen], []).append(step)
    return found


def routemap_at(address: str) -> RoutemapPage | None:
    """The published routemap at this address, or None.

    Cost: one query.
    """
    return routemaps().filter(url_path=f"/{HOME_SLUG}{address}").first()


def step_at(address: str) -> StepPage | None:
    """The published step at this address, or None.

    Cost: one query.
    """
    path = f"/{HOME_SLUG}{address}"
    return StepPage.objects.live().filter(url_path=path).first()


@dataclass(frozen=True, slots=True)
class StopAt:
    """A step as it stands on the route line: no more than is drawn there."""

    pk: int
    title: str
    address: str
    joins: Joint


def stops(routemap: RoutemapPage) -> list[StopAt]:
    """The published steps of a routemap without their words, in their order.

    Cost: one query.
    """
    rows = StepPage.objects.child_of(routemap).live().order_by("path")
    return [
        StopAt(pk, title, address_of(path), joins)
        for pk, title, path, joins in rows.values_list(
            "pk", "title", "url_path", "joins"
        )
    ]


def routemap_of(step: StepPage) -> RoutemapPage | None:
    """The routemap a step belongs to, if people can see it.

    Cost: one query.
    """
    return RoutemapPage.objects.live().parent_of(step).first()


def address(page: RoutemapPage | StepPage | EasyReadPage) -> str:
    """Where the page is read."""
    return address_of(page.url_path)


def ways_in() -> list[Way]:
    """The published routemaps, as ways in from the home page.

    Cost: one query.
    """
    rows = routemaps().values_list("title", "url_path", "summary")
    return [Way(title, address_of(path), summary) for title, path, summary in rows]


def steps_by_rule() -> dict[str, Place]:
    """For each rule of the law, the first published step that shows it.

    Cost: one query.
    """
    rows = StepPage.objects.live().order_by("path")
    found: dict[str, Place] = {}
    for rules, path, title in rows.values_list("rules", "url_path", "title"):
        for key in rules:
            found.setdefault(key, Place(address_of(path), title))
    return found


def easy_read_of(routemap: RoutemapPage) -> Place | None:
    """Where the published Easy Read text of a routemap is, if there is one.

    Cost: one query.
    """
    found = EasyReadPage.objects.child_of(routemap).live()
    for path, title in found.values_list("url_path", "title"):
        return Place(address_of(path), title)
    return None


def easy_reads() -> QuerySet[EasyReadPage]:
    """The published Easy Read texts with their ideas, in the routemaps' order.

    Cost: two queries.
    """
    return EasyReadPage.objects.live().order_by("path").prefetch_related("ideas")


def easy_read_at(address: str) -> EasyReadPage | None:
    """The published Easy Read text at this address, or None.

    Cost: one query, and one for its ideas if it is there.
    """
    return easy_reads().filter(url_path=f"/{HOME_SLUG}{address}").first()


def changed_since(page: EasyReadPage) -> list[str]:
    """The parts of the full words that changed since this was written, by title.

    Cost: one query for the routemap, if the page has not asked for it yet, one for
    its steps, and one more only where something has changed.
    """
    if page.routemap is None:
        return []
    parts = changed(page.full_words, versions_now(page.routemap))
    if not parts:
        return []
    steps = StepPage.objects.child_of(page.routemap).values_list("slug", "title")
    titles = {"": page.routemap.title, **dict(steps)}
    return [titles.get(part, part) for part in parts]


@dataclass(frozen=True, slots=True)
class EasyReadState:
    """How one Easy Read text stands: what editors are to look at."""

    page: EasyReadPage
    routemap: str
    changed: list[str]


def easy_read_states() -> list[EasyReadState]:
    """Every Easy Read text, also a draft, with what changed since; changed ones first.

    Cost: one query and at most three for each text; for editors, never for readers.
    """
    pages = EasyReadPage.objects.order_by("path")
    states = [
        EasyReadState(page, page.get_parent().title, changed_since(page))
        for page in pages
    ]
    return sorted(states, key=lambda state: not state.changed)
