"""What each rule is about, in a few words that fit after "the council is late with".

Only rules that a family's answers can start need a name here; a test holds the two
together. The law's own sentence always stands beside it.
"""

from django.utils.translation import gettext_noop as _

from waymark.law import Rule

_NAMES = {
    "A01": _("asking what you think"),
    "A02": _("asking for your views and evidence"),
    "A03": _("the decision whether to assess"),
    "A04": _("asking for advice"),
    "A07": _("a no to a plan"),
    "A09": _("the draft plan"),
    "A10": _("your time to comment on the draft plan"),
    "A11": _("a meeting about the draft plan"),
    "A12": _("asking schools or colleges"),
    "A13": _("a reply from the school or college"),
    "A14": _("the final EHC plan"),
    "A15": _("a new draft plan"),
    "A16": _("the help in section F of the plan"),
    "A17": _("the health help in section G of the plan"),
    "A18": _("the place at the school or college in the plan"),
    "R01": _("the first annual review"),
    "R02": _("the annual review"),
    "R05": _("the invitation to the review meeting"),
    "R06": _("the papers for the review meeting"),
    "R07": _("the report of the review meeting"),
    "R08": _("the decision after the review meeting"),
    "R09": _("the changes it proposes"),
    "R10": _("your time to comment on the changes"),
    "R11": _("the changed plan, after its proposals"),
    "R12": _("the changed plan, after the meeting"),
    "R13": _("a no to the changes"),
    "R14": _("talking about adult life"),
    "P01": _("the plan that names the new school"),
    "P02": _("the plan that names what comes after 16"),
    "P03": _("the plan that names the new college or place"),
    "P04": _("the review meeting before the move"),
    "X02": _("the notice that the plan will end"),
    "X03": _("keeping the plan while you may appeal"),
    "D01": _("contacting the mediation adviser"),
    "D02": _("the certificate, when you do not want mediation"),
    "D03": _("telling the NHS about mediation"),
    "D04": _("the mediation meeting"),
    "D05": _("the mediation meeting about health"),
    "D06": _("the certificate, when mediation cannot be arranged"),
    "D07": _("the certificate, when mediation has ended"),
    "D08": _("sending an appeal"),
    "D09": _("doing what was agreed"),
    "D10": _("doing what else was agreed"),
    "D11": _("telling the council what was agreed"),
    "D12": _("the answer to the appeal"),
    "D20": _("saying that it will carry out the assessment"),
    "D21": _("a no to a plan"),
    "D22": _("the final EHC plan"),
    "D23": _("the draft plan"),
    "D24": _("the final EHC plan"),
    "D25": _("the changed plan"),
    "D26": _("the plan that names the other place"),
    "D27": _("keeping the plan going"),
    "D30": _("saying that it will carry out the assessment"),
    "D31": _("a no to a plan"),
    "D32": _("the final EHC plan"),
    "D33": _("the draft plan"),
    "D34": _("the final EHC plan"),
    "D35": _("the changed plan"),
    "D36": _("the plan that names the other place"),
    "D37": _("keeping the plan going"),
    "N01": _("telling you about the special help"),
    "N02": _("the meetings about SEN Support"),
    "N03": _("the yearly report"),
    "N04": _("the review of the support"),
    "E01": _("telling you, and then the council"),
}


def name(rule: Rule) -> str:
    """What the rule is about: "the final EHC plan". Its own words where it has none."""
    return _NAMES.get(rule.id, rule.says)


def has_a_name(rule: Rule) -> bool:
    """True where a short name was written for the rule."""
    return rule.id in _NAMES
