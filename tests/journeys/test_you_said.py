"""A parent says something; an editor answers it, and publishes the year with it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import WAYS, Walk, _listen
from tests.programs import DEMONSTRATE, a_demonstration

pytestmark = pytest.mark.journey
SAID = "Nobody tells us how long the wait is."
ANSWER = "You are right. The wait now stands on every page of a service."
HEARD = "You told us that waiting without knowing is the hardest part."
ASKED = "At three coffee mornings and by the link on every page."


@pytest.fixture(params=WAYS)
def story(request, browser: Browser, tmp_path_factory) -> Iterator["Story"]:
    """A site of its own, whose year is not published yet, in each of the four ways."""
    store = a_demonstration(tmp_path_factory.mktemp("you-said"))
    with store.serving(DEMONSTRATE, "--today=2026-01-13") as served:
        story = Story(browser, served.address, *request.param)
        yield story
        story.end()


class Story:
    """The people of the story, each at a window of their own."""

    def __init__(self, browser: Browser, site: str, width: int, scripts: bool) -> None:
        self.browser, self.site = browser, site
        self.width, self.scripts = width, scripts
        self._contexts: list = []

    def somebody(self) -> Walk:
        """Whoever reads, without an account."""
        size = {"width": self.width, "height": 900}
        context = self.browser.new_context(
            viewport=size, java_script_enabled=self.scripts
        )
        looking = self.browser.new_context(viewport=size, bypass_csp=True)
        self._contexts += [context, looking]
        pages = context.new_page(), looking.new_page()
        walk = Walk(self.site, *pages, self.width, self.scripts)
        _listen(walk, context)
        return walk

    def be(self, name: str) -> Walk:
        """One of the invented people, signed in."""
        walk = self.somebody()
        walk.signed_in = True
        walk.page.goto(self.site + "/account/login/")
        walk.page.get_by_role("button", name=re.compile(f"^Be {name}")).click()
        walk.page.wait_for_url("**/editing/")
        return walk

    def end(self) -> None:
        for context in self._contexts:
            context.close()


def fill(walk: Walk, **typed: str) -> None:
    for name, words in typed.items():
        walk.page.locator(f"main [name={name}]").fill(words)


def choose(walk: Walk, name: str, value: str) -> None:
    walk.page.locator(f"main [name={name}][value={value}]").check()


def test_an_editor_publishes_this_years_you_said_we_did(story):
    parent = story.somebody()
    parent.open("/local-offer/")
    parent.press("Was this page useful? Tell us what is wrong or missing")
    choose(parent, "useful", "no")
    fill(parent, missing=SAID)
    choose(parent, "speaker", "parent")
    parent.submit("Send")
    parent.sees("published without names")

    oona = story.be("Oona")
    oona.open("/editing/comments/")
    oona.press(SAID)
    choose(oona, "what", "publish")
    oona.page.locator("main [name=theme]").select_option("missing")
    fill(oona, response=ANSWER, action_says="It is on every page.")
    choose(oona, "action", "done")
    oona.submit("Send to a second person")
    oona.sees("Give the day it was done")
    for part, number in (("day", "5"), ("month", "1"), ("year", "2026")):
        fill(oona, **{f"action_on-{part}": number})
    oona.submit("Send to a second person")
    oona.open("/editing/you-said-we-did/")
    oona.press("2026")
    fill(oona, introduction=HEARD, how_asked=ASKED)
    oona.submit("Keep and go on later")
    oona.sees("What you wrote is kept. Nothing of it is public yet.")
    oona.submit("Send to a second person")

    priya = story.be("Priya")
    priya.open("/editing/comments/")
    priya.press(SAID)
    priya.sees(ANSWER)
    priya.submit("Publish it")
    priya.open("/editing/you-said-we-did/2026/")
    priya.sees("Every comment of this year has an answer or a recorded reason.")
    priya.submit("Publish it")
    priya.open("/editing/measures/")

    parent.open("/")
    parent.press("Local Offer")
    parent.press("You said, we did")
    for words in (HEARD, ASKED, SAID, ANSWER, "Done on 5 January 2026"):
        parent.sees(words)
    fold = parent.page.locator("details.take-away")
    fold.locator("summary").click()
    with parent.page.expect_download() as taking:
        fold.get_by_role("link", name=re.compile("^Plain text")).click()
    assert ANSWER in taking.value.path().read_text(encoding="utf-8")
