"""Every read of the area's authority and helpers."""

from collections.abc import Iterable

from waymark.finding.signposts import Signpost
from waymark.organisations.languages import Language
from waymark.organisations.models import Authority, Helper


def authority() -> Authority | None:
    """The authority this installation serves, or None before it was started.

    Cost: one query.
    """
    return Authority.objects.first()


def is_demonstration() -> bool:
    """Whether everybody here is invented; false before an area was started.

    Cost: one query.
    """
    begun = authority()
    return bool(begun and begun.is_demonstration)


def helpers(keys: Iterable[str]) -> list[Helper]:
    """The helpers with these keys, in the order asked for; unknown keys are left out.

    Cost: one query.
    """
    wanted = list(keys)
    found = {helper.key: helper for helper in Helper.objects.filter(key__in=wanted)}
    return [found[key] for key in wanted if key in found]


def helper_choices() -> list[tuple[str, str]]:
    """Every helper's key and name, for somebody who chooses among them.

    Cost: one query.
    """
    return list(Helper.objects.order_by("name").values_list("key", "name"))


def helper_keys() -> set[str]:
    """The keys of every helper of the area.

    Cost: one query.
    """
    return set(Helper.objects.values_list("key", flat=True))


def synonyms() -> list[list[str]]:
    """Groups of this area's own words that mean one thing, for the search.

    Cost: one query.
    """
    found = authority()
    return found.synonyms if found else []


def languages() -> list[Language]:
    """The languages of this area besides English, in the area's order.

    Cost: one query.
    """
    found = authority()
    return [Language(**row) for row in found.languages] if found else []


def language_choices() -> list[tuple[str, str]]:
    """Every language's code and English name, for somebody who chooses among them.

    Cost: one query.
    """
    return [(language.code, language.name) for language in languages()]


#: Who is named when a search finds nothing: somebody impartial, then the council.
TURN_TO = ("sendiass", "local-offer-team", "council")


def signposts() -> list[Signpost]:
    """Whom a family may turn to when a search finds nothing.

    Cost: one query.
    """
    return [
        Signpost(helper.name, helper.for_what, helper.website, helper.phone)
        for helper in helpers(TURN_TO)
    ]
