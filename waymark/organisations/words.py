"""What kinds, sorts and roles are called on pages."""

from django.utils.translation import gettext_lazy as _

from waymark.organisations.models import Organisation, Setting
from waymark.organisations.sorts import Sort

Kind = Organisation.Kind

KINDS = {
    Kind.AUTHORITY: _("This area's local authority"),
    Kind.ICB: _("Integrated care board"),
    Kind.SETTING: _("Setting: a school, college or centre"),
    Kind.SERVICE: _("Service"),
    Kind.TRUST: _("Trust"),
    Kind.CHARITY: _("Charity"),
    Kind.OTHER_AUTHORITY: _("Another local authority"),
}
SORTS = {
    Sort.NURSERY: _("Nursery school"),
    Sort.PRIMARY: _("Primary school"),
    Sort.MIDDLE: _("Middle school"),
    Sort.SECONDARY: _("Secondary school"),
    Sort.ALL_THROUGH: _("All-through school"),
    Sort.SIXTEEN_PLUS: _("School or college for ages 16 to 19"),
    Sort.SPECIAL: _("Special school"),
    Sort.ALTERNATIVE: _("Alternative provision"),
    Sort.INDEPENDENT: _("Independent school"),
    Sort.INDEPENDENT_SPECIAL: _("Independent special school"),
    Sort.SPECIAL_POST_16: _("Special post-16 institution"),
    Sort.COLLEGE: _("College"),
    Sort.CHILDRENS_CENTRE: _("Children's centre"),
    Sort.OTHER: _("Other setting"),
}
STATUSES = {
    Setting.Status.OPEN: _("Open"),
    Setting.Status.CLOSED: _("Closed"),
    Setting.Status.CLOSING: _("Open, and to close"),
    Setting.Status.OPENING: _("To open"),
}
