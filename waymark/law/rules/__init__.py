"""Every statutory rule, as data. `RULES` holds each once, in the order of its table."""

from waymark.law.rule import Rule
from waymark.law.rules.assessment import ASSESSMENT
from waymark.law.rules.budgets import BUDGETS
from waymark.law.rules.ceasing import CEASING
from waymark.law.rules.detained import DETAINED
from waymark.law.rules.disagreement import DISAGREEMENT
from waymark.law.rules.early_years import EARLY_YEARS
from waymark.law.rules.local_offer import LOCAL_OFFER
from waymark.law.rules.moves import MOVES
from waymark.law.rules.orders import CONCESSIONS, ORDERS, RECOMMENDATIONS
from waymark.law.rules.phase_transfer import PHASE_TRANSFER
from waymark.law.rules.reassessment import RE_ASSESSMENT_AND_AMENDMENT
from waymark.law.rules.review import REVIEW
from waymark.law.rules.sen_support import SEN_SUPPORT

__all__ = ["RULES"]

_ALL: tuple[Rule, ...] = (
    *ASSESSMENT,
    *REVIEW,
    *PHASE_TRANSFER,
    *CEASING,
    *RE_ASSESSMENT_AND_AMENDMENT,
    *MOVES,
    *BUDGETS,
    *DISAGREEMENT,
    *ORDERS,
    *CONCESSIONS,
    *RECOMMENDATIONS,
    *SEN_SUPPORT,
    *LOCAL_OFFER,
    *EARLY_YEARS,
    *DETAINED,
)

#: Every rule by its id.
RULES: dict[str, Rule] = {rule.id: rule for rule in _ALL}
