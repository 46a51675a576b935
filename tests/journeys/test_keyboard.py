"""By keyboard alone: a parent works out dates, and always sees where they are."""

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.journey
DATES = "/routemaps/ehc-needs-assessment/my-dates/"
SEEN = """() => {
  const on = document.activeElement;
  const look = getComputedStyle(on), box = on.getBoundingClientRect();
  return {
    name: on.id || on.textContent.trim().slice(0, 40),
    seen: look.outlineStyle !== 'none' || look.boxShadow !== 'none'
          || look.backgroundColor !== 'rgba(0, 0, 0, 0)',
    inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
}"""


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def page(request, browser: Browser):
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=request.param
    )
    yield context.new_page()
    context.close()


def focused(page: Page) -> str:
    return page.locator(":focus").first.evaluate(
        "e => e.id || e.textContent.trim().slice(0, 40)"
    )


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the named thing has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator(":focus").count() and focused(page) == name:
            return
    raise AssertionError(f"Tab never reached {name!r} on {page.url}")


def test_a_parent_works_out_dates_without_a_mouse(page, site):
    page.goto(site + DATES)
    for part, typed in (("day", "24"), ("month", "11"), ("year", "2025")):
        tab_to(page, f"id_request-received-{part}")
        page.keyboard.type(typed)
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert "request-received" in page.url
    assert "late" in page.inner_text("main").lower()


def test_the_first_tab_offers_the_way_past_the_navigation(page, site):
    page.goto(site + "/routemaps/ehc-needs-assessment/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.locator(":focus").evaluate("e => !!e.closest('main, .page')")

    assert inside


def test_the_focus_is_always_seen_and_never_trapped(page, site):
    page.goto(site + "/routemaps/ehc-needs-assessment/")
    names = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(":focus").count() == 0:
            break
        state = page.locator(":focus").evaluate(SEEN.replace("() =>", "() =>"))
        names.append(state["name"])
        assert state["seen"], f"the focus is not seen at {state['name']}"
        assert state["inside"], f"the focus is off the screen at {state['name']}"

    assert len(set(names)) > 10
