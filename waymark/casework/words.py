"""What casework calls things on its pages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.casework.queries.lists import When

WHENS: Mapping[str, str | Promise] = {
    When.LATE.value: _("Late"),
    When.TODAY.value: _("Today is the last day"),
    When.WEEK.value: _("In the next 7 days"),
    When.MONTH.value: _("In the next 28 days"),
    When.LATER.value: _("Later"),
    When.NONE.value: _("No last day"),
}
