"""The same pages at night, in forced colours, on paper and in large type."""

import re

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import axe

pytestmark = pytest.mark.journey
PAGES = {
    "home": "/",
    "a routemap": "/routemaps/ehc-needs-assessment/",
    "my dates": (
        "/routemaps/ehc-needs-assessment/my-dates/"
        "?who=parent&request-received=2025-11-24"
    ),
}
LOOKS = {
    "at night": {"color_scheme": "dark"},
    "in forced colours": {"forced_colors": "active"},
    "at night in forced colours": {"color_scheme": "dark", "forced_colors": "active"},
    "with less movement": {"reduced_motion": "reduce"},
}


@pytest.fixture
def looking(browser: Browser):
    """A window of a given look that lets axe in."""
    contexts = []

    def look(**how):
        size = {"width": how.pop("width", 1280), "height": 900}
        contexts.append(browser.new_context(viewport=size, bypass_csp=True, **how))
        return contexts[-1].new_page()

    yield look
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("how", LOOKS)
def test_a_page_can_be_read(looking, site, name, how):
    page = looking(**LOOKS[how])
    page.goto(site + PAGES[name])
    # In forced colours the person's own palette wins, and axe reads ours.
    theirs = ["color-contrast"] if "forced_colors" in LOOKS[how] else []

    assert axe(page, leave_out=theirs) == []


@pytest.mark.parametrize("name", PAGES)
def test_the_night_is_dark(looking, site, name):
    page = looking(color_scheme="dark")
    page.goto(site + PAGES[name])
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])

    assert max(red, green, blue) < 80, colour


@pytest.mark.parametrize("name", PAGES)
def test_a_page_prints_its_words_and_nothing_to_press(looking, site, name):
    page = looking(width=794)
    page.goto(site + PAGES[name])
    page.emulate_media(media="print")

    assert axe(page) == []
    assert page.locator("h1").is_visible()
    for needless in ("nav.doors", "form[role=search]", ".govuk-skip-link"):
        for found in page.locator(needless).all():
            assert not found.is_visible(), needless


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 640])
def test_text_of_twice_the_size_loses_nothing(looking, site, name, width):
    page = looking(width=width)
    page.goto(site + PAGES[name])
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('main *, header *, footer *')].filter(
            e => e.children.length === 0 && e.textContent.trim()
              && getComputedStyle(e).overflow === 'hidden'
              && !e.closest('.govuk-visually-hidden')
              && e.scrollWidth > e.clientWidth + 1).map(e => e.textContent.trim())"""
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert cut == []


@pytest.mark.parametrize("name", PAGES)
def test_a_finger_finds_what_it_aims_at(looking, site, name):
    """WCAG 2.2: 24 by 24 at least, links inside a sentence apart."""
    page = looking(width=320)
    page.goto(site + PAGES[name])
    small = page.evaluate(
        """() => [...document.querySelectorAll('a, button, input, summary, select')]
            .filter(e => e.offsetParent && e.type !== 'hidden'
              && !e.closest('p, li, dd, td, .govuk-skip-link, label'))
            .map(e => [e.textContent.trim() || e.name, e.getBoundingClientRect()])
            .filter(([_, box]) => box.width && (box.height < 24 || box.width < 24))
            .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
    )

    assert small == []
