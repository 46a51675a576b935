"""An officer and a SENCO connect the council's directory, and sign in by it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.directory import SECRET, a_council
from tests.journeys.conftest import TODAY
from tests.programs import DEMONSTRATE, a_demonstration, free_port

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def site_with_council(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("council")
    port = free_port()
    entry = folder / "directories.toml"
    entry.write_text(
        f"[council]\nname = 'Saltmarsh Council'\nclient_id = 'waymark'\n"
        f"issuer = 'http://127.0.0.1:{port}'\nsecret = '{SECRET}'\n",
        encoding="utf-8",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WAYMARK_DIRECTORIES", str(entry))
        store = a_demonstration(folder / "store")
        with (
            store.serving(DEMONSTRATE, f"--today={TODAY}") as served,
            a_council(served.address, port),
        ):
            yield served.address


def _sign_in_at_the_council(page: Page, login: str) -> None:
    page.wait_for_url(re.compile("/asking/"))
    page.get_by_label("Who are you?").fill(login)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile(r"/account/directories/$"))


@pytest.mark.parametrize(
    ("name", "scripts"),
    [("Davina", True), ("Imran", False)],
    ids=["scripts", "no-scripts"],
)
def test_people_at_work_sign_in_by_what_they_use_there(
    browser: Browser, site_with_council: str, name: str, scripts: bool
) -> None:
    home = site_with_council
    page = browser.new_page(
        viewport={"width": 320, "height": 700}, java_script_enabled=scripts
    )
    page.goto(home + "/account/login/")
    page.get_by_role("button", name=re.compile(f"^Be {name}")).click()

    page.goto(home + "/my/")
    page.get_by_role("link", name="Signing in through work").click()
    page.get_by_role("button", name="Connect Saltmarsh Council").click()
    _sign_in_at_the_council(page, f"{name}-7")
    assert "It opens your account." in page.content()
    assert "code=" not in page.url

    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    page.goto(home + "/people/")
    page.get_by_role("button", name="Sign in with Saltmarsh Council").click()
    # The council knows them still, and asks nothing.
    page.wait_for_url(home + "/people/")
    assert f"Signed in as {name}" in page.content()

    page.context.close()


def test_whoever_is_not_known_is_told_so_on_a_page_that_everybody_can_read(
    browser: Browser, site_with_council: str
) -> None:
    page = browser.new_page(
        viewport={"width": 320, "height": 700}, reduced_motion="reduce"
    )
    page.goto(site_with_council + "/account/login/")
    page.get_by_role("button", name="Sign in with Saltmarsh Council").click()
    page.wait_for_url(re.compile("/asking/"))
    page.get_by_label("Who are you?").fill("a-stranger")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile("/account/directory/council/back/"))
    assert "You are not signed in" in page.content()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()
