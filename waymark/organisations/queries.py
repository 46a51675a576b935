"""Every read of the area's authority and helpers."""

from collections.abc import Iterable

from waymark.organisations.models import Authority, Helper


def authority() -> Authority | None:
    """The authority this installation serves, or None before it was started.

    Cost: one query.
    """
    return Authority.objects.first()


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
