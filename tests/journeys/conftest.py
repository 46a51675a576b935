"""A person, a browser, a story. Every page reached is checked, or the story stops."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Response,
    Route,
    sync_playwright,
)

from tests.programs import DEMONSTRATE, ROOT, a_demonstration

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SWITCHES = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
]
TODAY = "2026-01-13"
PAGES = ROOT / "build" / "pages-reached"
#: Wagtail makes these; their faults are listed in wagtail_faults.toml.
WAGTAIL = "/editing/"


@pytest.fixture(scope="session")
def playing() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playing: Playwright) -> Iterator[Browser]:
    browser = playing.chromium.launch(
        executable_path="/usr/bin/chromium", args=SWITCHES
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration itself, served as `make run` serves it."""
    store = a_demonstration(tmp_path_factory.mktemp("journeys"))
    with store.serving(DEMONSTRATE, f"--today={TODAY}") as served:
        yield served.address


#: Pages that axe has judged already, by their text and the width of the window.
_JUDGED: set[tuple[str, int]] = set()


def axe(page: Page, *, leave_out: Sequence[str] = ()) -> list[str]:
    """What axe finds on a page that lets it in, each fault with its places."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(
        "async (out) => (await axe.run({rules: out})).violations.map("
        "v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 4).join(', '))",
        {rule: {"enabled": False} for rule in leave_out},
    )
    return found


def _answer(route: Route, body: str) -> None:
    if route.request.is_navigation_request():
        route.fulfill(body=body, content_type="text/html; charset=utf-8")
    elif route.request.resource_type == "script":
        route.abort()
    else:
        route.continue_()


@dataclass
class Walk:
    """One person's way through the site; each arrival is checked by itself."""

    site: str
    page: Page
    inspector: Page
    width: int
    scripts: bool
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        self.arrived(self.page.goto(self.site + address))

    def press(self, words: str, *, role: str = "link") -> None:
        """Press the link or button that says exactly these words, and arrive."""
        with self.page.expect_navigation() as arriving:
            self.page.get_by_role(role, name=words, exact=True).first.click()  # type: ignore[arg-type]
        self.arrived(arriving.value)

    def submit(self, words: str) -> None:
        """Press the button in the page's own form that says this, and arrive."""
        button = self.page.locator("main").get_by_role("button", name=words, exact=True)
        with self.page.expect_navigation() as arriving:
            button.first.click()
        self.arrived(arriving.value)

    def open_missing(self, address: str) -> None:
        """Open an address where nothing is; the browser's own note of it is no fault."""
        answer = self.page.goto(self.site + address)
        assert answer
        assert answer.status == 404
        self.complaints.clear()
        self.arrived(answer)

    def sees(self, words: str) -> None:
        text = re.sub(r"\s+", " ", self.page.inner_text("body"))
        assert words in text, f"not on {self.page.url}: {words!r}"

    def arrived(self, answer: Response | None = None) -> None:
        """Check the page that is shown; `answer` is how the server sent it."""
        self._keep_for_validation(answer)
        if answer is not None and answer.status == 422:
            # The browser's own note that something typed was not accepted.
            self.complaints = [said for said in self.complaints if "422" not in said]
        assert not self.outside, f"asked another site for {self.outside}"
        assert not self.complaints, f"the browser complained: {self.complaints}"
        self._check_width()
        self._check_axe()
        self._check_cookies()

    def _keep_for_validation(self, answer: Response | None) -> None:
        """Keep the very text the server sent; scripts/validate.sh reads all of it."""
        if answer is None or self._path.startswith(WAGTAIL):
            return
        PAGES.mkdir(parents=True, exist_ok=True)
        text = answer.text()
        name = hashlib.sha256(text.encode()).hexdigest()[:16]
        (PAGES / f"{name}.html").write_text(text, encoding="utf-8")

    @property
    def _path(self) -> str:
        return self.page.url.removeprefix(self.site)

    def _check_width(self) -> None:
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.width, f"{self.page.url} is {wide} wide at {self.width}"

    def _check_axe(self) -> None:
        """Judge the very text that arrived, without the site's scripts if they are off."""
        body = self.page.content()
        judged = (hashlib.sha256(body.encode()).hexdigest(), self.width)
        if judged in _JUDGED:
            return
        self.inspector.unroute_all()
        self.inspector.route(re.compile(r".*"), lambda route: _answer(route, body))
        self.inspector.goto(self.page.url)
        found = axe(self.inspector)
        assert not found, f"{self.page.url}: {found}"
        _JUDGED.add(judged)

    def _check_cookies(self) -> None:
        private = ("/editing/", "/account/", "/managing/")
        if not self._path.startswith(private):
            assert not self.page.context.cookies() or self.signed_in

    signed_in: bool = False


WAYS = [
    pytest.param((1280, True), id="wide"),
    pytest.param((320, True), id="narrow"),
    pytest.param((320, False), id="narrow-without-scripts"),
]


@pytest.fixture(params=WAYS)
def walk(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Walk]:
    """A walk wide and narrow with scripts, and narrow without any."""
    width, scripts = request.param
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, java_script_enabled=scripts)  # type: ignore[arg-type]
    inspecting = browser.new_context(viewport=size, bypass_csp=True)  # type: ignore[arg-type]
    walk = Walk(site, context.new_page(), inspecting.new_page(), width, scripts)
    _listen(walk, context)
    yield walk
    context.close()
    inspecting.close()


def _listen(walk: Walk, context: BrowserContext) -> None:
    context.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith((walk.site, "data:", "blob:"))
            else walk.outside.append(asked.url)
        ),
    )
    walk.page.on(
        "console",
        lambda said: (
            walk.complaints.append(said.text) if said.type == "error" else None
        ),
    )
