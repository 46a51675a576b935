"""The ladder: what to try first and what comes after, each rung with its law.

The words are ours. A rung names the rules of the law that set its time limits by their
keys, so that no limit is ever typed here.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ADDRESS = "/local-offer/unhappy/"
TITLE = _("What to do if you are unhappy")
LEAD = _(
    "Help is missing, late, refused or not good enough? You may say so, and your child "
    "keeps the help they have while you do. Start close to the problem. Go on if it "
    "does not help."
)
#: The routemap that says more about every rung, and where it is read.
ROUTEMAP = "/routemaps/unhappy/"


@dataclass(frozen=True, slots=True)
class Rung:
    """One thing to try. `step` is the step of the routemap that says more about it."""

    key: str
    title: str | Promise
    says: str | Promise
    step: str
    rules: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where more is said about it, if the area has that routemap."""
        return f"{ROUTEMAP}{self.step}/"


RUNGS: tuple[Rung, ...] = (
    Rung(
        "talk",
        _("Talk to the people close to your child"),
        _(
            "The class teacher or key person first, then the SENCO, then the head. "
            "Write down what you agreed, and when you will look at it again."
        ),
        "talk",
        ("N02",),
    ),
    Rung(
        "complain",
        _("Complain to whoever is responsible"),
        _(
            "Say what went wrong, what should have happened and what you ask for. Keep "
            "a copy. The table below says whom to write to."
        ),
        "write",
    ),
    Rung(
        "advice",
        _("Bring in free, impartial advice"),
        _(
            "The area's information, advice and support service (SENDIASS) helps with "
            "letters, meetings, complaints and appeals. You may ask it at any point, "
            "with or without an EHC plan."
        ),
        "write",
    ),
    Rung(
        "disagreement-resolution",
        _("Try disagreement resolution"),
        _(
            "Somebody independent helps you and the council, the school or the NHS to "
            "agree. It is free and nobody has to take part. The law sets no time for "
            "it, and it does not stop the time for an appeal."
        ),
        "disagreement-resolution",
    ),
    Rung(
        "mediation",
        _("Contact the mediation adviser"),
        _(
            "Do this as soon as the council's decision letter comes. Most appeals need "
            "a certificate from the adviser, whether or not you want mediation. An "
            "appeal only about which school or college is named does not."
        ),
        "mediation",
        ("D01", "D02", "D04", "D05", "D07"),
    ),
    Rung(
        "appeal",
        _("Appeal to the SEND tribunal"),
        _(
            "For a no to an assessment or a plan, for what a plan says about needs, "
            "help or the school, and when a plan is to stop. The tribunal is "
            "independent. It cannot take an appeal about lateness: complain instead."
        ),
        "appeal",
        ("D08", "D12"),
    ),
)


@dataclass(frozen=True, slots=True)
class Body:
    """Who answers for one kind of help: whom to complain to, and who comes after.

    `helpers` are the keys of those who are named; `verify` says that the way further
    up is known to us and was not read in its source.
    """

    about: str | Promise
    first: str | Promise
    then: str | Promise
    step: str
    helpers: tuple[str, ...] = ()
    verify: bool = False

    @property
    def address(self) -> str:
        """Where more is said about it, if the area has that routemap."""
        return f"{ROUTEMAP}{self.step}/"


BODIES: tuple[Body, ...] = (
    Body(
        _("What a nursery, school or college does"),
        _("The setting itself. Ask for its complaints procedure."),
        _(
            "Its governors or trust, then the Department for Education. For a nursery "
            "or childminder, Ofsted."
        ),
        "setting-complaint",
        ("dfe", "ofsted"),
        verify=True,
    ),
    Body(
        _("The council: lateness, EHC plans, travel, social care, short breaks"),
        _("The council. Ask for its complaints procedure."),
        _("The Local Government and Social Care Ombudsman."),
        "council-complaint",
        ("council", "lgsco"),
    ),
    Body(
        _("The NHS: a refused referral, a long wait, therapy that does not come"),
        _("The service, or the NHS body that runs it."),
        _("The Parliamentary and Health Service Ombudsman."),
        "health-complaint",
        ("phso",),
    ),
    Body(
        _("Unfair treatment by a school because of a disability"),
        _("The school, and at the same time get advice: there is a time limit."),
        _("The SEND tribunal, as a claim of disability discrimination."),
        "discrimination",
        ("sentribunal", "eass"),
    ),
    Body(
        _("Anything else in the Local Offer"),
        _("Whoever provides it. Its page says how to reach them."),
        _("Tell the Local Offer team too, so that it can be put right for everybody."),
        "write",
        ("local-offer-team",),
    ),
)

#: Who helps whatever it is about, in the order in which they are shown.
HELPERS = ("sendiass", "mediation", "forum", "ipsea")


def helper_keys() -> tuple[str, ...]:
    """Everybody the page names, each once: those who help, then those who answer."""
    named = (key for body in BODIES for key in body.helpers)
    return tuple(dict.fromkeys((*HELPERS, *named)))
