"""A provider comes in by a code, which in a demonstration the administrator can see."""

import re
import time

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import Walk, axe

pytestmark = pytest.mark.journey


@pytest.fixture
def efa(browser: Browser, site: str):
    """The administrator's window, on the page of what would have been sent."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(site + "/account/login/")
    page.get_by_role("button", name=re.compile("^Be Efa")).click()
    page.wait_for_url("**/managing/accounts/")
    page.goto(site + "/managing/messages/")
    yield page
    context.close()


def newest_code(page: Page, known: set[str]) -> str:
    """The code that came since; the job behind the page has a moment to send it."""
    last_moment = time.monotonic() + 20
    while time.monotonic() < last_moment:
        page.reload()
        found = set(re.findall(r"asks for it: (\d{4} \d{4})", page.content()))
        if found - known:
            return (found - known).pop()
        time.sleep(0.2)
    raise AssertionError("no code was sent")


def codes_so_far(page: Page) -> set[str]:
    return set(re.findall(r"asks for it: (\d{4} \d{4})", page.content()))


def test_a_provider_signs_in_by_a_code(walk: Walk, efa: Page):
    known = codes_so_far(efa)
    walk.signed_in = True
    walk.open("/account/login/")
    walk.press("Sign in by a code, without a password")
    walk.submit("Send me a code")
    walk.sees("Enter your e-mail address")
    walk.page.get_by_label("Your e-mail address").fill("sefton@example.org")
    walk.submit("Send me a code")
    walk.sees("If sefton@example.org can sign in by a code, one is on its way there.")

    walk.page.get_by_label("The code in the e-mail").fill("12")
    walk.submit("Sign in")
    walk.sees("Enter the 8 digits of the code, like 1234 5678")
    walk.page.get_by_label("The code in the e-mail").fill(newest_code(efa, known))
    walk.submit("Sign in")
    walk.open("/account/email/")
    walk.sees("sefton@example.org")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_administrators_pages_are_clean_and_fit(efa: Page, site: str, width: int):
    efa.set_viewport_size({"width": width, "height": 900})
    for address in ("/managing/messages/", "/managing/accounts/"):
        efa.goto(site + address)
        assert axe(efa) == [], address
        assert efa.evaluate("document.documentElement.scrollWidth") <= width, address
        for summary in efa.locator("summary").all():
            summary.click()
        assert axe(efa) == [], address
    with efa.expect_navigation():
        efa.get_by_role("link", name=re.compile("^End the account of Tamsin")).click()
    assert axe(efa) == []
    assert efa.evaluate("document.documentElement.scrollWidth") <= width
