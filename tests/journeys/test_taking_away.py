"""A parent takes words away: in large print, to listen to, for a surgery's table."""

import pytest
from playwright.sync_api import Download

from tests.journeys.conftest import Walk

pytestmark = pytest.mark.journey

ROUTEMAP = "/routemaps/ehc-needs-assessment/"
STEP = "/routemaps/ehc-needs-assessment/ask/"
DATES = f"{ROUTEMAP}my-dates/?who=parent&request-received=2025-11-24"


def unfolded(walk: Walk, address: str) -> None:
    """Open the page and what it can be taken away as, and judge it so."""
    walk.open(address)
    fold = walk.page.locator("details.take-away")
    assert not fold.get_attribute("open")
    fold.locator("summary").click()
    walk.sees("On paper")
    walk.arrived()


def taken(walk: Walk, words: str) -> tuple[str, bytes]:
    """Press what says this, and save what comes: its name and its bytes."""
    link = walk.page.locator("details.take-away").get_by_role(
        "link", name=words, exact=True
    )
    with walk.page.expect_download(timeout=60_000) as coming:
        link.click()
    got: Download = coming.value
    return got.suggested_filename, got.path().read_bytes()


def test_a_parent_takes_a_routemap_in_large_print_and_a_sheet_for_the_surgery(walk):
    unfolded(walk, ROUTEMAP)

    name, content = taken(walk, "Large print")
    assert name == "ehc-needs-assessment-large-print-18.pdf"
    assert content.startswith(b"%PDF-")

    name, content = taken(walk, "A sheet to hand out")
    assert name == "ehc-needs-assessment-sheet.pdf"
    assert content.startswith(b"%PDF-")

    # Her browser may show the page it kept; asked again, the sizes are known.
    walk.arrived(walk.page.reload())
    walk.page.locator("details.take-away summary").click()
    walk.sees(" KB")


def test_a_parent_listens_to_a_step(walk):
    unfolded(walk, STEP)

    name, content = taken(walk, "Audio")
    assert name == "ehc-needs-assessment-ask-audio.mp3"
    assert len(content) > 100_000


def test_a_parent_takes_her_own_dates_in_large_print_and_to_listen_to(walk):
    unfolded(walk, DATES)

    name, content = taken(walk, "Large print")
    assert name == "my-dates-large-print-18.pdf"
    assert content.startswith(b"%PDF-")

    name, content = taken(walk, "Audio")
    assert name == "my-dates-audio.mp3"
    assert len(content) > 100_000

    assert walk.page.context.cookies() == []
