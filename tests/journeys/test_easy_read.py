"""Somebody reads a route in Easy Read; editors keep it true to the full words."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import axe
from tests.programs import DEMONSTRATE, a_demonstration

pytestmark = pytest.mark.journey
EASY = "/routemaps/support-in-school/easy-read/"
STEP = "Agree the help together: plan"
CHANGED = "The full words have changed since this was written."


def test_a_reader_goes_from_a_step_to_its_part_in_easy_read(walk):
    walk.open("/routemaps/ehc-needs-assessment/ask/")
    walk.press("Read this in Easy Read: short sentences with pictures")
    assert walk.page.url.endswith("/easy-read/#ask")
    walk.sees("Write to the council.")
    walk.sees("This is not yet tested with readers.")
    assert CHANGED not in walk.page.inner_text("main")


def test_every_idea_has_its_picture_beside_it_or_above_it(walk):
    walk.open(EASY)
    ideas = walk.page.locator(".idea")
    picture = ideas.first.locator("img").bounding_box()
    words = ideas.first.locator(".idea__words").bounding_box()
    assert picture
    assert words
    if walk.width > 600:
        assert picture["x"] + picture["width"] <= words["x"]
    else:
        assert picture["y"] + picture["height"] <= words["y"]
    assert ideas.count() > 50
    size = "p => parseFloat(getComputedStyle(p).fontSize)"
    # 14 points are 18.7 pixels.
    assert ideas.first.locator("p").first.evaluate(size) >= 18.7


def test_a_reader_finds_it_by_searching(walk):
    walk.open("/search/?q=easy+read+support+in+school")
    walk.press("Easy Read: Getting support in school")
    walk.sees("You, your child and the school agree on a plan.")


# ---- editors --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def own_site(tmp_path_factory):
    """A site whose words may be changed without disturbing the other stories."""
    store = a_demonstration(tmp_path_factory.mktemp("easy-read"))
    with store.serving(DEMONSTRATE, "--today=2026-01-13") as served:
        yield served.address


@pytest.fixture
def signed_in(browser: Browser, own_site: str):
    """A window for each of the invented people, opened when first asked for."""
    windows: dict[str, Page] = {}

    def as_(name: str) -> Page:
        if name not in windows:
            size = {"width": 1280, "height": 900}
            page = browser.new_context(bypass_csp=True, viewport=size).new_page()
            page.goto(own_site + "/account/login/")
            page.get_by_role("button", name=re.compile(f"^Be {name}")).click()
            page.wait_for_url("**/editing/")
            windows[name] = page
        return windows[name]

    yield as_
    for page in windows.values():
        page.context.close()


def act(page: Page, words: str) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=words, exact=True).click()
    page.wait_for_url(re.compile(r"/pages/\d+/$"))


def form_of(page: Page, site: str, title: str) -> str:
    page.goto(f"{site}/editing/pages/search/?q={title.replace(' ', '+')}")
    link = page.locator("a[href$='/edit/']").filter(has_text=title).first
    return site + str(link.get_attribute("href"))


def test_changed_full_words_mark_the_easy_read_until_it_was_compared(
    signed_in, own_site
):
    oona, priya = signed_in("Oona"), signed_in("Priya")
    step = form_of(oona, own_site, STEP)
    oona.goto(step)
    oona.locator("#id_title").fill("Agree the help and write it down: plan")
    act(oona, "Submit to Second person")
    priya.goto(step)
    act(priya, "Approve and Publish")

    oona.goto(own_site + EASY)
    assert CHANGED in oona.inner_text("main")
    oona.goto(own_site + "/editing/")
    assert "Easy Read to look at" in oona.inner_text("main")
    oona.get_by_role("link", name="See what changed").click()
    oona.wait_for_url("**/reports/easy-read/")
    assert "Agree the help and write it down" in oona.inner_text("main")

    oona.get_by_role("link", name="Getting support in school", exact=True).click()
    oona.wait_for_url("**/edit/")
    text = oona.url
    oona.get_by_role("checkbox", name="I have compared it with the full").check()
    act(oona, "Submit to Second person")
    priya.goto(text)
    act(priya, "Approve and Publish")
    # Oona's browser may still keep the page for its minute.
    priya.goto(own_site + EASY)
    assert CHANGED not in priya.inner_text("main")


def test_a_translation_is_asked_for_beside_its_english(signed_in, own_site):
    oona = signed_in("Oona")
    oona.goto(f"{own_site}/editing/reports/translations/")
    oona.get_by_role("link", name="Ask for a translation").click()
    oona.get_by_role("button", name="Choose a page").click()
    chooser = oona.locator(".modal")
    chooser.locator("input[name='q']").fill("About Waymark")
    chooser.locator("a", has_text="About Waymark").first.click()
    oona.locator("#id_language").select_option("pl")
    oona.get_by_role("button", name="Save draft").click()
    oona.wait_for_url(re.compile(r"/translation/edit/"))
    oona.locator("textarea[name='texts-title']").fill("O tej stronie")
    oona.get_by_role("button", name="Save draft").click()
    oona.wait_for_load_state("networkidle")
    assert oona.locator("textarea[name='texts-title']").input_value() == "O tej stronie"
    oona.goto(own_site + "/in/pl/about/")
    assert "O tej stronie" not in oona.content(), "it went out unchecked"


@pytest.mark.parametrize("screen", ["easy-read", "pictures", "translations"])
def test_our_own_screens_have_no_fault_of_their_own(signed_in, own_site, screen):
    oona = signed_in("Oona")
    oona.goto(f"{own_site}/editing/reports/{screen}/")
    oona.wait_for_load_state("networkidle")
    assert axe(oona) == []
