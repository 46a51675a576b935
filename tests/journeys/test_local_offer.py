"""A parent looks for help near home, compares it, and takes a plan away."""

import re

import pytest
from playwright.sync_api import Locator

from tests.journeys.conftest import Walk

pytestmark = pytest.mark.journey

GRANT = "Short Breaks Community Access Grant"
TAILORED = "Tailored Short Breaks"
SEND_TEAM = "/local-offer/services/b8470257-b52a-5a8f-b787-6feecb9d73c6/"


def ask(walk: Walk, **typed: str) -> None:
    """Fill in the search and send it."""
    for label, words in typed.items():
        box = walk.page.locator(f"#offer-search #{label}")
        if label == "within":
            box.select_option(words)
        else:
            box.fill(words)
    walk.submit("Search")


def named(walk: Walk, words: str, name: str) -> Locator:
    """The link that says this of a service."""
    whole = re.compile(rf"{words}\s?: {re.escape(name)}")
    return walk.page.get_by_role("link", name=whole).first


def add(walk: Walk, name: str) -> None:
    """Press "Add to my plan" at this service; without scripts that is a page."""
    link = named(walk, "Add to my plan", name)
    if walk.scripts:
        link.click()
        named(walk, "In my plan", name).wait_for()
        return
    with walk.page.expect_navigation() as arriving:
        link.click()
    walk.arrived(arriving.value)


def test_a_parent_finds_a_short_break_within_five_miles_for_a_seven_year_old(walk):
    walk.open("/")
    walk.press("What help is there near me?")
    ask(walk, what="short break", near="SS1 1AA", within="5", age="7")
    walk.sees("Within 5 miles")
    walk.sees("Age 7")
    assert walk.page.locator(".offer-card").first.inner_text().count("Short Break")
    walk.press(GRANT)
    walk.sees("Up to 18")
    walk.sees("If something is not right")
    assert walk.page.context.cookies() == []


def test_a_parent_is_three_clicks_from_a_short_break_without_typing(walk):
    walk.open("/")
    walk.press("Local Offer")
    walk.press("Short break")
    walk.press(GRANT)
    walk.sees("Take this away")


def test_a_parent_puts_a_plan_together_and_takes_it_to_a_meeting(walk):
    walk.open("/local-offer/search/?q=short+breaks")
    add(walk, GRANT)
    if not walk.scripts:
        walk.press("Find more to add")
        ask(walk, what="tailored short breaks")
    add(walk, TAILORED)
    if walk.scripts:
        walk.press("My plan (2)")
    walk.sees(GRANT)
    walk.sees(TAILORED)
    walk.sees("My plan (2)")
    fold = walk.page.locator("details.take-away")
    fold.locator("summary").click()
    with walk.page.expect_download(timeout=60_000) as coming:
        fold.get_by_role("link", name="Large print", exact=True).click()
    assert coming.value.suggested_filename == "my-plan-large-print-18.pdf"
    assert coming.value.path().read_bytes().startswith(b"%PDF-")
    with walk.page.expect_navigation() as arriving:
        named(walk, "Take it out", GRANT).click()
    walk.arrived(arriving.value)
    walk.sees("My plan (1)")
    assert walk.page.context.cookies() == []


def test_a_plan_that_the_browser_kept_is_there_on_the_next_visit(walk):
    walk.open(SEND_TEAM)
    add(walk, "SEND Team")
    if not walk.scripts:
        # Without scripts the address is the plan, and no browser keeps it.
        walk.open("/local-offer/my-plan/")
        walk.sees("You need no account.")
        return
    walk.page.goto(f"{walk.site}/local-offer/my-plan/")
    walk.page.wait_for_url(re.compile(r"plan=[0-9a-f]{32}$"))
    walk.sees("SEND Team")


def test_words_are_suggested_and_reached_by_the_keyboard(walk):
    if not walk.scripts:
        walk.open("/local-offer/")
        assert walk.page.locator("#suggestions").is_hidden()
        return
    walk.open("/local-offer/")
    walk.page.locator("#what").press_sequentially("short br")
    walk.page.locator("#suggestions a").first.wait_for()
    walk.page.locator("#what").press("ArrowDown")
    assert walk.page.locator("#suggestions a").first.evaluate(
        "link => link === document.activeElement"
    )
    with walk.page.expect_navigation() as arriving:
        walk.page.keyboard.press("Enter")
    walk.arrived(arriving.value)


def test_a_late_answer_takes_no_words_from_under_the_reader(walk):
    walk.open("/local-offer/")
    if not walk.scripts:
        assert walk.page.locator("#suggestions").is_hidden()
        return
    box, first = walk.page.locator("#what"), walk.page.locator("#suggestions a").first
    box.press_sequentially("sho")
    first.wait_for()
    late = []
    walk.page.route("**/suggestions/**", lambda route: late.append(route))
    with walk.page.expect_request("**/suggestions/**"):
        box.press_sequentially("rt br")
    box.press("ArrowDown")
    with walk.page.expect_response("**/suggestions/**") as answered:
        for each in late:
            each.continue_()
    answered.value.finished()
    walk.page.wait_for_timeout(100)

    assert first.evaluate("link => link === document.activeElement")


def test_a_position_is_asked_only_when_pressed_and_sent_no_closer_than_100_metres(walk):
    walk.page.context.set_geolocation({"latitude": 51.5412345, "longitude": 0.7098765})
    walk.page.context.grant_permissions(["geolocation"])
    walk.open("/local-offer/")
    button = walk.page.get_by_role("button", name="Use my position")
    if not walk.scripts:
        assert button.count() == 0
        return
    with walk.page.expect_navigation() as arriving:
        button.click()
    walk.arrived(arriving.value)
    assert "near=51.541%2C0.710" in walk.page.url
    walk.sees("measured from where you are")


def test_choices_narrow_the_results_and_are_left_out_again(walk):
    walk.open("/local-offer/search/?q=help")
    fold = walk.page.locator(".offer-filters details").filter(has_text="Kind").last
    fold.locator("summary").click()
    fold.get_by_label(re.compile("Therapy")).check()
    walk.press("Show results", role="button")
    walk.sees("Therapy")
    chosen = walk.page.locator(".offer-chosen a").first
    with walk.page.expect_navigation() as arriving:
        chosen.click()
    walk.arrived(arriving.value)
    assert "kind=" not in walk.page.url
