"""SEN Support in a setting: assess, plan, do, review; and what the school publishes."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

_STARTED = kinds(Kind.SEN_SUPPORT_STARTED)
_HELPED = _STARTED | kinds(Kind.PROVISION_FIRST_MADE)

SEN_SUPPORT = Process(
    key="sen-support",
    title="SEN Support",
    facts=("young-person",),
    steps=(
        Step(
            Kind.CONCERN_RAISED,
            "Somebody raises a concern",
            Party.PARENT,
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.PROVISION_FIRST_MADE,
            "The school first gives special educational help",
            Party.SETTING,
            if_no=("ehc-needs-assessment",),
        ),
        Step(
            Kind.TOLD_OF_PROVISION,
            "The school tells the family",
            Party.SETTING,
            kinds(Kind.PROVISION_FIRST_MADE),
        ),
        Step(
            Kind.SEN_SUPPORT_STARTED,
            "SEN Support starts",
            Party.SETTING,
            may_repeat=True,
            if_no=("ehc-needs-assessment",),
        ),
        Step(
            Kind.SUPPORT_REVIEWED,
            "The support is reviewed with the family",
            Party.SETTING,
            kinds(Kind.SUPPORT_PLAN_AGREED),
            may_repeat=True,
            if_no=("ehc-needs-assessment",),
        ),
        Step(
            Kind.SUPPORT_PLAN_AGREED,
            "Support is agreed, with a day to review it",
            Party.SETTING,
            _HELPED | kinds(Kind.SUPPORT_REVIEWED),
            may_repeat=True,
        ),
        Step(
            Kind.PARENT_MEETING_HELD,
            "The school and the family meet",
            Party.SETTING,
            _HELPED,
            may_repeat=True,
        ),
        Step(
            Kind.REPORT_TO_PARENT_SENT,
            "The school sends its yearly report",
            Party.SETTING,
            _HELPED,
            may_repeat=True,
        ),
        Step(
            Kind.SEN_SUPPORT_ENDED,
            "SEN Support ends",
            Party.SETTING,
            _STARTED,
            may_repeat=True,
            ends=True,
            if_no=("ehc-needs-assessment",),
        ),
        Step(
            Kind.PREVIOUS_INFORMATION_REPORT_PUBLISHED,
            "The last SEN information report is published",
            Party.SETTING,
            may_repeat=True,
        ),
        Step(
            Kind.INFORMATION_REPORT_PUBLISHED,
            "The SEN information report is published anew",
            Party.SETTING,
            kinds(Kind.PREVIOUS_INFORMATION_REPORT_PUBLISHED),
            may_repeat=True,
        ),
        Step(Kind.BECAME_SENCO, "A teacher becomes a SENCO", Party.SETTING),
        Step(
            Kind.SENCO_QUALIFIED,
            "The SENCO is qualified",
            Party.SETTING,
            kinds(Kind.BECAME_SENCO),
        ),
    ),
)
