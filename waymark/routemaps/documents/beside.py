"""What stands beside a routemap's formats: a sheet to hand out."""

from django.utils.translation import gettext_lazy as _

from waymark.formats.making import FORMATS
from waymark.guidance.documents import addresses
from waymark.guidance.documents.panel import Beside
from waymark.guidance.documents.publications import PARTS
from waymark.routemaps.documents.addresses import BOOKLET, SHEET
from waymark.ui.take_away import OtherForm

#: How many slashes stand in the address of one routemap.
DEPTH = 3


def sheet_beside(address: str) -> Beside:
    """The sheet of one routemap, or of all of them; nothing for any other page."""
    if not address.startswith(BOOKLET) or address.count("/") > DEPTH:
        return {}
    file = addresses.file_of(FORMATS[PARTS[SHEET]], SHEET)
    if address == BOOKLET:
        title, hint = _("Sheets to hand out"), _("One side of paper for each.")
    else:
        title, hint = _("A sheet to hand out"), _("The route on one side of paper.")
    return {"paper": [OtherForm(title, f"{address}{file}", hint)]}
