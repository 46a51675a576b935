"""How long a child's record is kept. No law says it for most; guidance does."""

from datetime import date

from waymark.access.retention import Years

#: Thirty-one years after the birth: a plan may run to 25, and six years for claims
#: after that (guidance of the Information and Records Management Society).
KEPT = Years(31)
#: Of whom the authority looked after, seventy-five years after the birth: they come
#: back for their own story (Care Planning Regulations 2010, regulation 50).
KEPT_IF_LOOKED_AFTER = Years(75)


def kept_until(born_on: date, *, was_looked_after: bool) -> date:
    """The last day on which a record has to be kept. Of 29 February, 1 March."""
    years = (KEPT_IF_LOOKED_AFTER if was_looked_after else KEPT).number
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:
        return date(born_on.year + years, 3, 1)
