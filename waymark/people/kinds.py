"""The kinds of message about people. None of them holds a name."""

from django.utils.translation import gettext_lazy as _

from waymark.messages.kinds import Kind

RIGHTS_SOON = "rights-pass"
RIGHTS_OWN = "rights-passed"

KINDS = (
    Kind(
        key=RIGHTS_SOON,
        subject=_("Rights about SEN pass to the young person"),
        stage=_(
            "By law, rights about special educational needs pass from parents to the "
            "young person when compulsory school age ends."
        ),
        changed=_("In your family that is on {day}."),
        needed=_(
            "Talk together about what help the young person wants from then on. A "
            "parent goes on seeing the record for everyday help until the 18th "
            "birthday, unless the young person says no. Sign in to see more, or ask us "
            "if somebody may need help to decide."
        ),
        by_when=_("There is nothing that you have to do before that day."),
    ),
    Kind(
        key=RIGHTS_OWN,
        subject=_("Rights about SEN have passed to the young person"),
        changed=_(
            "Since {day} the rights about special educational needs in your family are "
            "the young person's own: to ask, to be heard, to agree and to appeal."
        ),
        needed=_(
            "The young person can say, on the page of their record, whether a parent "
            "goes on seeing it."
        ),
        by_when=_("They can do that, and change their mind, at any time."),
    ),
)
