"""Questions to the Local Offer as families type them lead to an answer near the top."""

from django.conf import settings

from waymark.finding import trials
from waymark.localoffer.search.trials import score
from waymark.today import today

FILE = settings.AREAS / "southend" / "local_offer" / "search_trials.toml"

#: Bars that only rise. `make bench` asks the same questions among 50,000 services.
BAR = 0.95
BAR_HELD_OUT = 0.85


def test_a_third_of_the_questions_is_held_out_by_where_they_stand():
    every = trials.from_file(FILE)
    assert len(every) >= 150
    assert [each.held_out for each in every] == [
        place % 3 == 2 for place in range(len(every))
    ]


def test_families_questions_are_answered_in_the_first_three(southend):
    scores = score(trials.from_file(FILE), today())
    assert scores.tuned.share >= BAR
    assert scores.held_out.share >= BAR_HELD_OUT
