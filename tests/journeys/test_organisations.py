"""Efa gives Priya a post at a school, and takes it away again."""

import re

import pytest

from tests.journeys.conftest import Walk

pytestmark = pytest.mark.journey
SCHOOL = "Lancaster School"


def test_an_administrator_begins_and_ends_a_post(walk: Walk) -> None:
    page = walk.page
    walk.signed_in = True
    page.goto(walk.site + "/account/login/")
    page.get_by_role("button", name=re.compile("^Be Efa")).click()
    page.wait_for_url("**/managing/**")

    walk.open("/managing/organisations/?words=zebra")
    walk.sees("None is called that.")
    walk.open("/managing/organisations/")
    page.get_by_label("Part of the name").fill("lancaster")
    walk.submit("Find")
    walk.press(SCHOOL)
    walk.press("Begin a team")
    page.get_by_label("What is the team called?").fill("Inclusion")
    walk.submit("Begin this team")

    walk.press("Begin a post")
    walk.submit("Begin this post")
    walk.sees("Choose who it is")
    page.get_by_label("Who?").select_option(label=_option(walk, "Priya"))
    page.get_by_label("What will they do?").select_option("approver")
    page.get_by_label(re.compile("In which team")).select_option(label="Inclusion")
    for part, typed in (("Day", "13"), ("Month", "January"), ("Year", "2026")):
        page.get_by_label(part, exact=True).fill(typed)
    walk.submit("Begin this post")
    walk.sees("13 January 2026")

    walk.press("End Inclusion")
    walk.sees("Every post in the team ends with it.")
    walk.submit("End this team")
    walk.sees("There is no team here.")
    assert page.get_by_role("link", name=re.compile("^End Priya")).count() == 0


def _option(walk: Walk, name: str) -> str:
    options = walk.page.get_by_label("Who?").locator("option").all_inner_texts()
    return next(each for each in options if each.startswith(name))
