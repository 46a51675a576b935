"""How the sources of the rules are written: one function for each instrument."""

from datetime import date

from waymark.law.sources import Source, Tier

READ_ON = date(2026, 11, 22)

#: The day the Code of Practice of January 2015 came into force (SI 2015/893).
CODE_IN_FORCE = date(2015, 4, 1)

CODE_URL = "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25"
EYFS_URL = (
    "https://www.gov.uk/government/publications/"
    "early-years-foundation-stage-framework--2"
)
LEGISLATION = "https://www.legislation.gov.uk"


def act(provision: str, section: int, tier: Tier) -> Source:
    """A section of the Children and Families Act 2014."""
    url = f"{LEGISLATION}/ukpga/2014/6/section/{section}"
    return Source("Children and Families Act 2014", provision, url, READ_ON, tier)


def send_regulations(provision: str, regulation: int, tier: Tier) -> Source:
    """A regulation of the SEND Regulations 2014 (SI 2014/1530, as amended)."""
    url = f"{LEGISLATION}/uksi/2014/1530/regulation/{regulation}"
    instrument = "Special Educational Needs and Disability Regulations 2014"
    return Source(instrument, provision, url, READ_ON, tier)


def budget_regulations(provision: str, regulation: int, tier: Tier) -> Source:
    """A regulation of the personal budget regulations (SI 2014/1652)."""
    url = f"{LEGISLATION}/uksi/2014/1652/regulation/{regulation}"
    instrument = "Special Educational Needs (Personal Budgets) Regulations 2014"
    return Source(instrument, provision, url, READ_ON, tier)


def detained_regulations(provision: str, regulation: int, tier: Tier) -> Source:
    """A regulation of the detained persons regulations (SI 2015/62)."""
    url = f"{LEGISLATION}/uksi/2015/62/regulation/{regulation}"
    instrument = (
        "Special Educational Needs and Disability (Detained Persons) Regulations 2015"
    )
    return Source(instrument, provision, url, READ_ON, tier)


def tribunal_rules(provision: str, tier: Tier) -> Source:
    """A rule of the tribunal's procedure rules (SI 2008/2699)."""
    instrument = (
        "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social "
        "Care Chamber) Rules 2008"
    )
    url = f"{LEGISLATION}/uksi/2008/2699/contents"
    return Source(instrument, provision, url, READ_ON, tier)


def recommendation_regulations(provision: str, tier: Tier) -> Source:
    """The regulations on what the tribunal may recommend (SI 2017/1306)."""
    instrument = (
        "Special Educational Needs and Disability (First-tier Tribunal "
        "Recommendations Power) Regulations 2017"
    )
    url = f"{LEGISLATION}/uksi/2017/1306/contents"
    return Source(instrument, provision, url, READ_ON, tier)


def devon(provision: str, tier: Tier) -> Source:
    """The ruling on how the review decision and the amendment notice fit together."""
    instrument = "R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)"
    url = "https://caselaw.nationalarchives.gov.uk/ewhc/admin/2022/493"
    return Source(instrument, provision, url, READ_ON, tier)


def code_of_practice(provision: str, tier: Tier) -> Source:
    """A paragraph of the SEND Code of Practice."""
    instrument = "SEND Code of Practice: 0 to 25 years (January 2015)"
    return Source(instrument, provision, CODE_URL, READ_ON, tier)


def early_years_framework(provision: str, tier: Tier) -> Source:
    """The statutory framework for the early years foundation stage."""
    instrument = "Early years foundation stage statutory framework"
    return Source(instrument, provision, EYFS_URL, READ_ON, tier)
