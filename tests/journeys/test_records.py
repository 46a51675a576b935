"""Leila reads Rowan's record, tells a part of the story, and sees who looked."""

import re

import pytest

from tests.journeys.conftest import Walk

pytestmark = pytest.mark.journey


def be(walk: Walk, name: str) -> None:
    """Sign in as an invented person by one press."""
    walk.page.context.clear_cookies()
    walk.page.goto(walk.site + "/account/login/")
    with walk.page.expect_navigation():
        walk.page.get_by_role("button", name=re.compile(f"^Be {name}")).click()
    walk.signed_in = True


def test_a_record_is_read_told_and_watched_by_its_family(walk: Walk) -> None:
    page = walk.page
    be(walk, "Davina")
    walk.open("/people/")
    page.get_by_label("Part of the name").fill("inventson")
    walk.submit("Find")
    walk.press("Ro Inventson")
    walk.sees("Leila Inventson")

    be(walk, "Leila")
    walk.open("/my/")
    walk.press("Ro Inventson")
    walk.sees("999 000 0018")
    assert "marcus@example.org" not in page.content()
    walk.press("See who looked")
    walk.sees("Davina (invented): coordinates plans, EHC coordinator")

    page.go_back()
    walk.press("The story")
    page.get_by_role("link", name=re.compile("Our story so far$")).click()
    page.get_by_label("In your own words").fill(f"Born in a storm, {walk.width}.")
    page.get_by_label("The school, college or nursery").check()
    walk.submit("Save")
    walk.sees(f"Born in a storm, {walk.width}.")

    be(walk, "Imran")
    walk.open("/people/")
    walk.press("Ro Inventson")
    walk.press("The story")
    walk.sees(f"Born in a storm, {walk.width}.")

    be(walk, "Rowan")
    walk.open("/my/")
    walk.press("Ro Inventson")
    walk.press("What they said")
    walk.press("Make a symbol board: How school is for me")
    page.get_by_role("group", name="Noise").get_by_label("Hard").check()
    walk.submit("Save")
    walk.sees("A symbol board, 13 January 2026")

    be(walk, "Quill")
    walk.open("/my/")
    walk.sees("No record is open to you yet.")
    assert "Inventson" not in page.content()
