"""The story that decides whether "my dates" is any good."""

LATE = "who=parent&request-received=2025-11-24"


def test_a_request_of_24_november_is_late_since_6_january(open_page):
    page = open_page(LATE)

    assert "The council is late: the decision whether to assess" in page
    assert "The last day was Monday 5 January 2026." in page
    assert "late since Tuesday 6 January 2026: 8 days." in page


def test_the_page_says_what_the_law_says_and_who_may_be_asked(open_page):
    page = open_page(LATE)

    assert "The law says: The council must decide whether to assess" in page
    assert "Local Government and Social Care Ombudsman" in page
    assert "normally by 6 January 2027" in page


def test_the_letter_holds_their_dates_and_leaves_the_names_blank(open_page):
    page = open_page(LATE)

    assert "reached you on 24 November 2025. The last day was 5 January 2026." in page
    assert "It has been late since 6 January 2026." in page
    assert "[your child's name]" in page
    assert "[your name]" in page


def test_a_day_that_is_not_known_stays_a_blank_in_the_letter(open_page):
    assert "You said no on [date]." in open_page(LATE)


def test_the_last_lawful_day_of_each_ending_still_open_is_shown(open_page):
    page = open_page(LATE)

    assert "A no to a plan, after an assessment By 16 March 2026" in page
    assert "The final plan, if there is to be one By 13 April 2026" in page


def test_the_next_date_goes_into_a_calendar(open_page):
    page = open_page(LATE)

    assert "Put the next dates in my calendar" in page
    assert "The first is: Tuesday 27 January 2026: Check for an answer" in page


def test_their_own_route_says_done_late_and_may_happen(open_page):
    route = open_page(LATE).split("Your own route")[1]

    assert "Ask the council to assess Done on 24 November 2025" in route
    assert "Hear the answer Late since 6 January 2026" in route
    assert "Act on a no May happen" in route
    assert "Get the final plan Due by 13 April 2026" in route


def test_on_the_last_day_itself_nothing_is_late(open_page, an_ordinary_tuesday_in_term):
    an_ordinary_tuesday_in_term.move_to("2026-01-05T10:00:00+00:00")

    page = open_page(LATE)

    assert "nothing is late today" in page
    assert "by Monday 5 January 2026 at the latest" in page


def test_the_page_can_be_shared_as_a_link_that_holds_dates_alone(client, routemaps):
    answer = client.get(f"/routemaps/ehc-needs-assessment/my-dates/?{LATE}")

    address = f"http://testserver/routemaps/ehc-needs-assessment/my-dates/?{LATE}"
    assert f'value="{address.replace("&", "&amp;")}"' in answer.content.decode()
