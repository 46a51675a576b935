"""What numbers, formats, ethnicities and year groups are called on pages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from waymark.access.models import Act
from waymark.people.identifiers import Kind

NUMBERS: Mapping[Kind, str | Promise] = {
    Kind.UPN: _("Unique pupil number (UPN)"),
    Kind.ULN: _("Unique learner number (ULN)"),
    Kind.NHS: _("NHS number"),
    Kind.LOCAL: _("The authority's own number"),
    Kind.SOCIAL_CARE: _("Social care number"),
}

#: Formats in which letters go out, as `formats` makes them.
FORMATS: Mapping[str, str | Promise] = {
    "large-print-18": _("Large print, 18 point"),
    "large-print-24": _("Very large print, 24 point"),
    "braille-2": _("Braille, contracted"),
    "braille-1": _("Braille, uncontracted"),
    "audio": _("Audio"),
    "easy-read": _("Easy Read"),
    "text": _("Plain text"),
}

#: The main codes of the school census, and what they stand for.
ETHNICITIES: Mapping[str, str | Promise] = {
    "WBRI": _("White British"),
    "WIRI": _("Irish"),
    "WIRT": _("Traveller of Irish heritage"),
    "WROM": _("Gypsy or Roma"),
    "WOTH": _("Any other White background"),
    "MWBC": _("White and Black Caribbean"),
    "MWBA": _("White and Black African"),
    "MWAS": _("White and Asian"),
    "MOTH": _("Any other mixed background"),
    "AIND": _("Indian"),
    "APKN": _("Pakistani"),
    "ABAN": _("Bangladeshi"),
    "CHNE": _("Chinese"),
    "AOTH": _("Any other Asian background"),
    "BCRB": _("Black Caribbean"),
    "BAFR": _("Black African"),
    "BOTH": _("Any other Black background"),
    "OOTH": _("Any other ethnic group"),
    "REFU": _("Would rather not say"),
    "NOBT": _("Not obtained"),
}

_LAST = 20
YEARS: tuple[tuple[int, str | Promise], ...] = (
    (-2, _("Nursery, younger year")),
    (-1, _("Nursery")),
    (0, _("Reception")),
    *((year, format_lazy(_("Year {year}"), year=year)) for year in range(1, _LAST + 1)),
)

#: What somebody did, as a family reads it.
ACTS: Mapping[Act, str | Promise] = {
    Act.READ: _("looked at"),
    Act.WROTE: _("changed"),
    Act.REFUSED: _("was turned away from"),
    Act.EMERGENCY: _("opened in an emergency"),
}
