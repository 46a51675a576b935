"""A person, a browser, a story. Every page reached is checked, or the story stops."""

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    sync_playwright,
)

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SWITCHES = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
]
TODAY = "2026-01-13"
PAGES = ROOT / "build" / "pages-reached"


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


def _ordinary() -> dict[str, str]:
    """The environment of an ordinary start: without the suite's own stand-ins."""
    stand_ins = {"DJANGO_SETTINGS_MODULE", "WAYMARK_STATIC"}
    return {name: v for name, v in os.environ.items() if name not in stand_ins}


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The demonstration itself, started as `make run` starts it."""
    port = 8765
    with tempfile.TemporaryDirectory(prefix="waymark-journeys-") as data:
        program = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "waymark.config.demonstrate",
                f"--port={port}",
                f"--today={TODAY}",
            ],
            cwd=ROOT,
            env={**_ordinary(), "DATA": data},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert program.stdout
        said = ""
        for line in program.stdout:
            said += line
            if line.startswith("Ready:"):
                break
        assert "Ready:" in said, f"the demonstration did not start: {said}"
        yield f"http://127.0.0.1:{port}"
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=10)


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
        self.page.goto(self.site + address)
        self.arrived()

    def press(self, words: str, *, role: str = "link") -> None:
        """Press the link or button that says exactly these words, and arrive."""
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=words, exact=True).first.click()  # type: ignore[arg-type]
        self.arrived()

    def sees(self, words: str) -> None:
        text = re.sub(r"\s+", " ", self.page.inner_text("body"))
        assert words in text, f"not on {self.page.url}: {words!r}"

    def arrived(self) -> None:
        self._keep_for_validation()
        assert not self.outside, f"asked another site for {self.outside}"
        assert not self.complaints, f"the browser complained: {self.complaints}"
        self._check_width()
        self._check_axe()
        self._check_cookies()

    def _keep_for_validation(self) -> None:
        PAGES.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^a-z0-9]+", "-", self.page.url.removeprefix(self.site).lower())
        answer = self.page.content()
        (PAGES / f"page{name[:120]}.html").write_text(answer, encoding="utf-8")

    def _check_width(self) -> None:
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.width, f"{self.page.url} is {wide} wide at {self.width}"

    def _check_axe(self) -> None:
        """Judge the very text that arrived, without the site's scripts if they are off."""
        body = self.page.content()
        # The title, not the address, because an address may hold dates.
        self.inspector.unroute_all()
        self.inspector.route(
            re.compile(r".*"),
            lambda route: (
                route.fulfill(body=body, content_type="text/html; charset=utf-8")
                if route.request.is_navigation_request()
                else (
                    route.abort()
                    if route.request.resource_type == "script"
                    else route.continue_()
                )
            ),
        )
        self.inspector.goto(self.page.url)
        self.inspector.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.inspector.evaluate(
            "async () => (await axe.run()).violations.map("
            "v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 4).join(', '))"
        )
        assert not found, f"{self.page.url}: {found}"

    def _check_cookies(self) -> None:
        private = ("/editing/", "/account/", "/managing/")
        if not self.page.url.removeprefix(self.site).startswith(private):
            assert not self.page.context.cookies() or self.signed_in

    signed_in: bool = False


WAYS = [
    pytest.param((1280, True), id="wide"),
    pytest.param((320, True), id="narrow"),
    pytest.param((1280, False), id="wide-without-scripts"),
    pytest.param((320, False), id="narrow-without-scripts"),
]


@pytest.fixture(params=WAYS)
def walk(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Walk]:
    """A walk in each of the four ways: wide and narrow, with scripts and without."""
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
