"""What is late, passed, next and open: read from answers alone, without a page."""

from datetime import date

import pytest

from tests.rooms.routemaps.dates.cases import TODAY, assessment, found, rules

JUNE = date(2025, 6, 2)


def test_a_decision_that_the_draft_shows_was_made_is_not_called_late():
    case = assessment(request_received=JUNE, draft_plan_served=date(2026, 1, 5))

    assert rules(case.late) == ["A14"]
    assert "A03" in rules(case.passed)


def test_proposed_changes_show_that_the_council_decided():
    case = found(
        "annual-review",
        {
            "previous-review-concluded": date(2025, 2, 3),
            "review-meeting-held": date(2025, 11, 20),
            "review-report-sent": date(2025, 12, 1),
            "amendment-notice-sent": date(2025, 12, 10),
        },
    )

    assert rules(case.late) == []
    assert "R11" in rules(case.coming)


def test_the_passing_of_sixteen_weeks_alone_makes_nobody_late():
    case = assessment(
        request_received=date(2025, 9, 1), decided_to_assess=date(2025, 10, 1)
    )

    assert rules(case.late) == []
    assert "A07" in rules(case.endings)


def test_changes_can_be_late_only_once_the_council_decided_on_them():
    meeting = {"review-meeting-held": date(2025, 10, 1)}

    undecided = found("annual-review", meeting)
    decided = found("annual-review", meeting | {"decided-to-amend": date(2025, 10, 20)})

    assert not {"R09", "R12"} & set(rules(undecided.late))
    assert {"R09", "R12"} <= set(rules(decided.late))


def test_what_the_form_does_not_ask_is_for_the_family_to_check():
    case = assessment(request_received=JUNE, final_plan_sent=date(2025, 10, 1))

    assert rules(case.late) == []
    assert rules(case.to_check) == ["A16", "A17", "A18"]


def test_good_practice_is_never_late():
    case = assessment(
        request_received=date(2025, 9, 15), decided_to_assess=date(2025, 10, 1)
    )

    assert "A09" not in rules(case.late)


def test_the_familys_own_time_is_never_among_what_is_late():
    case = found("mediation-and-appeal", {"decision-sent": date(2025, 6, 2)})

    assert rules(case.late) == []
    assert rules(case.own) == ["D01", "D08"]


def test_an_order_settles_the_time_to_appeal():
    case = found(
        "mediation-and-appeal",
        {"decision-sent": JUNE, "order-on": date(2025, 11, 17)},
        {"order": "ordered-to-make-plan"},
    )

    assert case.own == []
    assert rules(case.late) == ["D23"]
    assert rules(case.coming) == ["D24"]


def test_an_agreement_is_not_read_as_an_order_as_well():
    case = found(
        "mediation-and-appeal",
        {"decision-sent": JUNE, "agreement-on": date(2026, 1, 5)},
        {"agreement": "agreed-to-assess"},
    )

    assert "D09" in rules(case.coming)
    assert "D20" not in rules(case.readings)


def test_a_no_opens_mediation_and_appeal_from_its_own_day():
    case = assessment(request_received=JUNE, decided_not_to_assess=date(2025, 12, 15))

    [opened] = case.opened
    assert opened.is_no
    assert rules(opened.readings) == ["D01", "D08"]
    assert opened.readings[0].due == date(2026, 2, 15)


def test_a_no_that_was_taken_back_opens_nothing():
    case = assessment(
        request_received=JUNE,
        decided_not_to_assess=date(2025, 7, 1),
        refusal_conceded=date(2025, 8, 1),
    )

    assert case.opened == []


def test_after_a_no_the_plan_is_not_late():
    case = assessment(request_received=JUNE, decided_not_to_assess=date(2025, 7, 1))

    assert rules(case.late) == []


def test_a_plan_opens_an_appeal_only_for_those_who_do_not_agree():
    case = assessment(request_received=JUNE, final_plan_sent=date(2026, 1, 5))

    assert [opened.is_no for opened in case.opened] == [False]


def test_an_answer_that_came_after_its_day_is_kept_as_late():
    case = assessment(request_received=JUNE, decided_to_assess=date(2025, 8, 1))

    assert "A03" in rules(case.done_late)


def test_a_window_that_was_closed_too_soon_stays_on_the_page():
    case = assessment(
        request_received=JUNE,
        draft_plan_served=date(2025, 11, 5),
        final_plan_sent=date(2025, 11, 14),
    )

    assert rules(case.floors) == ["A10"]


def test_a_window_that_ran_out_in_peace_is_left_out():
    case = assessment(
        request_received=date(2025, 9, 1), draft_plan_served=date(2025, 11, 5)
    )

    assert rules(case.floors) == []


def test_the_review_meeting_itself_settles_whether_notice_was_given():
    planned = {"review-meeting-arranged": date(2026, 1, 20)}

    before = found("annual-review", planned)
    after = found(
        "annual-review",
        {
            "review-meeting-arranged": date(2026, 1, 8),
            "review-meeting-held": date(2026, 1, 8),
        },
    )

    assert rules(before.late) == ["R05", "R06"]
    assert rules(after.late) == []
    assert rules(after.to_check) == ["R05", "R06"]


@pytest.mark.parametrize("invited", [date(2025, 12, 1), date(2026, 1, 5)])
def test_an_invitation_is_set_against_the_day_of_the_meeting(invited):
    case = found(
        "annual-review",
        {
            "review-meeting-arranged": date(2026, 1, 20),
            "review-invitations-sent": invited,
        },
    )

    in_time = invited < date(2026, 1, 6)
    assert ("R05" in rules(case.done_late)) is not in_time
    assert "R05" not in rules(case.late)


def test_the_plan_for_a_move_in_2027_is_due_before_15_february():
    case = found(
        "phase-transfer",
        {},
        {"transfer-phase": "primary-to-secondary", "transfer-year": "2027"},
    )

    [due] = [reading.due for reading in case.coming if reading.rule.id == "P01"]
    assert due == date(2027, 2, 14)


def test_a_missed_review_of_support_is_the_settings():
    case = found("sen-support", {"support-review-planned": date(2025, 12, 1)})

    assert rules(case.late) == ["N04"]


def test_a_review_held_before_the_planned_day_does_not_meet_it():
    case = found(
        "sen-support",
        {
            "support-review-planned": date(2026, 3, 1),
            "support-reviewed": date(2025, 11, 1),
        },
    )

    assert rules(case.coming) == ["N04"]


def test_what_health_must_do_has_no_day_in_law():
    case = found("early-years-notification", {"opinion-formed": date(2025, 11, 17)})

    assert rules(case.late) == []
    assert rules(case.dayless) == ["E01"]


def test_a_certificate_that_is_still_to_come_keeps_the_appeal_open():
    case = found(
        "mediation-and-appeal",
        {"decision-sent": date(2025, 9, 15), "mediation-on": date(2025, 11, 1)},
        {"mediation": "mediation-wanted"},
    )

    assert case.awaits_certificate
    assert "D01" not in rules(case.own)


def test_a_day_from_before_the_law_is_noticed():
    assert assessment(request_received=date(2013, 1, 7)).too_early
    assert not assessment(request_received=TODAY).too_early
