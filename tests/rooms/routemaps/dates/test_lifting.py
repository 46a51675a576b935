"""When a time limit may be lifted: shown beside it, never instead of it."""

REQUEST = "who=parent&request-received=2025-06-16"
SUMMER = "closed-on=2025-07-22&reopens-on=2025-09-02"


def test_the_page_says_what_an_exemption_does_and_does_not_do(open_page):
    page = open_page(REQUEST)

    assert "the time limit may be lifted." in page
    assert "No new date then replaces it." in page
    assert "The last day on this page does not move." in page
    assert "it should tell you so, say why, and keep you up to date." in page


def test_with_nothing_told_every_condition_is_not_known(open_page):
    reasons = open_page(REQUEST).split("what we know of each")[1]

    assert "closed for at least 4 weeks in a row. not known" in reasons
    assert "An exemption may apply" not in open_page(REQUEST)


def test_advice_asked_for_in_the_window_of_a_long_summer_may_lift_the_limit(open_page):
    page = open_page(f"{REQUEST}&{SUMMER}&advice-asked-on=2025-07-16")

    assert "An exemption may apply A school or college was closed" in page
    assert "closed for at least 4 weeks in a row. yes" in page
    assert "impractical to keep the time limit because of this. not known" in page


def test_advice_asked_for_before_the_window_does_not(open_page):
    page = open_page(f"{REQUEST}&{SUMMER}&advice-asked-on=2025-07-01")

    assert "An exemption may apply" not in page
    assert "one week before it opens again. no" in page


def test_an_exemption_never_moves_the_day(open_page):
    page = open_page(f"{REQUEST}&{SUMMER}&advice-asked-on=2025-07-16")

    assert "The last day was Monday 28 July 2025." in page


def test_a_nursery_is_not_a_school(open_page):
    page = open_page(
        f"{REQUEST}&closed-place=early-years&{SUMMER}&advice-asked-on=2025-07-16"
    )

    assert "An exemption may apply A nursery was closed" in page
