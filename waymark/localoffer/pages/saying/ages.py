"""Ages as people say them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: From here on a record that names a last age means "and no end".
NO_END = 99
MONTHS = 12


def ages(minimum: float | None, maximum: float | None) -> str:
    """Whom a service takes by age; an empty text where the record does not say.

    The last age counts whole: "5 to 11" takes somebody until the twelfth birthday.
    """
    if maximum is not None and maximum >= NO_END:
        maximum = None
    if not minimum and maximum is None:
        return _("Every age") if minimum is not None else ""
    if not minimum:
        return _("Up to %s") % _age(maximum or 0)
    if maximum is None:
        return _("From %s") % _age(minimum)
    if minimum == maximum:
        return _("Age %s") % _age(minimum)
    return _("%(first)s to %(last)s") % {"first": _age(minimum), "last": _age(maximum)}


def _age(years: float) -> str:
    """A number of years, or of months for the very young."""
    if years and years < 2 and years != int(years):
        months = round(years * MONTHS)
        return ngettext("%d month", "%d months", months) % months
    return f"{years:g}"
