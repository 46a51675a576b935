"""Families look for help: home, search, time limits, feedback."""

import re

import pytest

pytestmark = pytest.mark.journey


def test_a_parent_is_three_clicks_from_what_to_do_when_help_is_late(walk):
    walk.open("/")
    walk.press("We have been told no, or help is not coming")
    link = walk.page.locator("ol.route a").filter(has_text=re.compile("late", re.I))
    walk.press(link.first.inner_text().strip())
    walk.sees("The council")


def test_a_parent_searches_with_a_slip_of_the_hand(walk):
    walk.open("/")
    walk.page.get_by_role("searchbox").fill("speach therapy")
    walk.submit("Search")
    walk.sees("speech")
    assert walk.page.locator("main a[href^='/']").count() > 1


def test_a_parent_searches_by_the_letters_everybody_uses(walk):
    walk.open("/search/")
    walk.page.get_by_role("searchbox").fill("ehcp")
    walk.submit("Search")
    walk.sees("EHC")


def test_a_search_that_finds_nothing_still_helps(walk):
    walk.open("/search/?q=zzzzqqqq")
    assert walk.page.locator("main a[href^='/']").count() >= 1


def test_a_helper_filters_the_time_limits(walk):
    walk.open("/time-limits/")
    walk.page.get_by_role("searchbox").fill("draft")
    walk.submit("Show")
    walk.sees("time limits have these words")
    walk.press("Show them all")
    walk.sees("Every time limit")


def test_a_reader_says_what_is_missing_and_is_thanked(walk):
    walk.open("/time-limits/")
    walk.page.locator("a[href^='/feedback/?page=']").first.click()
    walk.page.wait_for_url("**/feedback/**")
    walk.arrived()
    walk.page.get_by_role("radio").first.check()
    walk.page.get_by_role("textbox").first.fill("Please say more about draft plans.")
    walk.submit("Send")
    walk.sees("Thank you")
    assert walk.page.context.cookies() == []


def test_feedback_that_says_nothing_is_asked_about_kindly(walk):
    walk.open("/feedback/?page=/time-limits/")
    walk.submit("Send")
    walk.sees("useful")
    assert walk.page.locator(".govuk-error-message").count() >= 1


def test_a_page_that_is_not_there_helps(walk):
    walk.open_missing("/no/such/page/")
    walk.page.get_by_role("searchbox").fill("annual review")
    walk.submit("Search")
    walk.sees("annual review")


def test_help_in_danger_is_on_every_page(walk):
    for path in ("/", "/routemaps/unhappy/", "/search/?q=i+want+to+die"):
        walk.open(path)
        assert walk.page.locator("a[href='tel:999']").count() >= 1
