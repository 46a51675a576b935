"""Two people stand behind every word: Oona writes, Priya approves, families read."""

import re
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import axe
from tests.programs import DEMONSTRATE, a_demonstration

pytestmark = pytest.mark.journey
FAULTS = tomllib.loads(
    (Path(__file__).parent / "wagtail_faults.toml").read_text(encoding="utf-8")
)["faults"]
STEP = "/routemaps/ehc-needs-assessment/ask/"
BEFORE, AFTER = "Ask the council to assess", "Ask the council to assess your child"


@pytest.fixture(scope="module")
def own_site(tmp_path_factory):
    """A site whose words may be changed without disturbing the other stories."""
    store = a_demonstration(tmp_path_factory.mktemp("editing"))
    with store.serving(DEMONSTRATE, "--today=2026-01-13") as served:
        yield served.address


@pytest.fixture
def sign_in(browser: Browser, own_site: str):
    """A window in which one of the invented people has signed in."""
    contexts = []

    def as_(name: str) -> Page:
        size = {"width": 1280, "height": 900}
        contexts.append(browser.new_context(bypass_csp=True, viewport=size))
        page = contexts[-1].new_page()
        page.goto(own_site + "/account/login/")
        page.get_by_role("button", name=re.compile(f"^Be {name}")).click()
        page.wait_for_url("**/editing/")
        return page

    yield as_
    for context in contexts:
        context.close()


class Found:
    """The faults met so far on Wagtail's screens, by screen and rule."""

    def __init__(self) -> None:
        self.faults: set[tuple[str, str]] = set()

    def look(self, page: Page, screen: str) -> None:
        page.wait_for_load_state("networkidle")
        self.faults |= {(screen, fault.split(":")[0]) for fault in axe(page)}


def choose(page: Page, words: str) -> None:
    """Press one of the actions at the foot of the form."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=words, exact=True).click()
    page.wait_for_url(re.compile(r"/pages/\d+/$"))


def heading(page: Page, address: str) -> str:
    page.goto(address)
    return page.locator("h1").inner_text()


def edit_address(page: Page, site: str) -> str:
    """The step's form, found by searching for its title as editors do."""
    page.goto(f"{site}/editing/pages/search/?q={BEFORE.replace(' ', '+')}")
    link = page.locator("a[href$='/edit/']").filter(has_text=BEFORE).first
    return site + str(link.get_attribute("href"))


def test_words_go_out_when_a_second_person_has_read_them(sign_in, own_site):
    found = Found()
    oona = sign_in("Oona")
    found.look(oona, "dashboard")
    form = edit_address(oona, own_site)
    oona.goto(form)
    found.look(oona, "edit")
    oona.locator("#id_title").fill(AFTER)
    choose(oona, "Submit to Second person")
    found.look(oona, "list of pages")
    assert heading(oona, own_site + STEP) == BEFORE, "it went out before it was read"

    priya = sign_in("Priya")
    assert AFTER in priya.inner_text("main"), "nothing waits for Priya"
    priya.goto(form)
    found.look(priya, "edit")
    choose(priya, "Approve and Publish")
    assert heading(priya, own_site + STEP) == AFTER

    priya.goto(form.replace("/edit/", "/history/"))
    found.look(priya, "history")
    priya.get_by_role("button", name="Actions").last.click()
    priya.get_by_role("link", name="Compare with previous version").click()
    priya.wait_for_url("**/revisions/compare/**")
    found.look(priya, "compare")
    assert "your child" in priya.inner_text("main")

    priya.goto(f"{own_site}/editing/snippets/guidance/feedback/")
    found.look(priya, "feedback")
    assert found.faults == {(fault["screen"], fault["rule"]) for fault in FAULTS}


def test_what_a_reader_wrote_reaches_the_editors(sign_in, own_site, browser):
    reader = browser.new_context().new_page()
    reader.goto(own_site + "/feedback/?page=/time-limits/")
    reader.get_by_role("radio").first.check()
    reader.get_by_role("textbox").first.fill("What does restart mean?")
    reader.get_by_role("button", name="Send").click()
    reader.wait_for_load_state()
    reader.context.close()

    oona = sign_in("Oona")
    oona.goto(f"{own_site}/editing/snippets/guidance/feedback/")
    assert "What does restart mean?" in oona.inner_text("main")


def test_an_editor_cannot_publish_alone(sign_in, own_site):
    oona = sign_in("Oona")
    oona.goto(edit_address(oona, own_site))
    oona.get_by_role("button", name="More actions").click()

    assert oona.get_by_role("button", name=re.compile("Publish")).count() == 0
