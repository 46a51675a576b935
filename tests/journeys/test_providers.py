"""A provider corrects a telephone number and sees it live once it is approved."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import Walk, axe

pytestmark = pytest.mark.journey
CLUB = "Otter Swimmers (invented)"


@pytest.fixture
def oona(browser: Browser, site: str) -> Iterator[Page]:
    """An editor's window."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(site + "/account/login/")
    page.get_by_role("button", name=re.compile("^Be Oona")).click()
    page.wait_for_url("**/editing/**")
    yield page
    context.close()


def looked_at(page: Page, site: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + address)
    assert axe(page) == [], address
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{address} is {wide} wide at {width}"


def number_of(walk: Walk, key: str) -> str:
    answer = walk.page.request.get(f"{walk.site}/open-referral/v3/services/{key}")
    number: str = answer.json()["phones"][0]["number"]
    return number


def another(number: str) -> str:
    return "0116 496 0456" if number.endswith("123") else "0116 496 0123"


def test_a_number_is_corrected_and_seen_once_it_is_approved(
    walk: Walk, oona: Page, site: str
):
    walk.signed_in = True
    walk.open("/account/login/")
    with walk.page.expect_navigation() as arriving:
        walk.page.get_by_role("button", name=re.compile("^Be Sefton")).click()
    walk.arrived(arriving.value)
    walk.sees("Your entries in the Local Offer")
    assert "Tern Drummers" not in walk.page.content()
    walk.press(CLUB)
    key = walk.page.url.rstrip("/").rsplit("/", 1)[1]
    old = number_of(walk, key)
    new = another(old)

    walk.press("Change this part Contact")
    box = walk.page.get_by_label("Telephone", exact=True)
    box.fill("0116 496 01")
    walk.submit("Keep these answers")
    walk.sees("Check each digit")
    walk.page.get_by_label("Telephone", exact=True).fill(new)
    walk.submit("Keep these answers")
    walk.press("Look at your changes and send them")
    walk.sees(old)
    walk.sees(new)
    walk.submit("Send for approval")
    walk.sees("Your changes wait for the team to approve them.")
    assert number_of(walk, key) == old
    walk.open(f"/local-offer/services/{key}/")
    walk.sees(old)

    for part in ("about", "times", "who", "getting", "place", "offer"):
        walk.open(f"/providing/{key}/edit/{part}/")

    here = "/managing/local-offer/"
    looked_at(oona, site, f"{here}entries/{key}/", walk.width)
    looked_at(oona, site, f"{here}organisations/?name=otter", walk.width)
    looked_at(oona, site, f"{here}faults/", walk.width)
    looked_at(oona, site, here, walk.width)
    with oona.expect_navigation():
        oona.get_by_role("link", name=CLUB).first.click()
    assert axe(oona) == []
    oona.get_by_role("button", name="Approve and publish").click()
    oona.wait_for_url(f"**{here}")

    assert number_of(walk, key) == new
    walk.open(f"/providing/{key}/")
    assert "wait for the team" not in walk.page.inner_text("main")
    walk.submit("What is published is still right")
    walk.sees(f"by {CLUB}, who run it.")
    walk.press("See it as families do")
    # A page that was read may be kept for a minute; whoever cannot wait asks anew.
    walk.arrived(walk.page.reload())
    walk.sees(new)
    walk.sees(f"Confirmed as right on 13 January 2026 by {CLUB}, who run it.")
    looked_at(oona, site, f"{here}entries/{key}/compare/?from=1&to=2", walk.width)
    looked_at(oona, site, f"{here}entries/{key}/", walk.width)
