"""Somebody invited sets a password, then a second factor, and only then gets in."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import axe
from tests.programs import DEMONSTRATE, a_demonstration

pytestmark = pytest.mark.journey
PASSWORD = "four plain words together"


@pytest.fixture(scope="module")
def own_site(tmp_path_factory):
    store = a_demonstration(tmp_path_factory.mktemp("inviting"))
    with store.serving(DEMONSTRATE, "--today=2026-01-13") as served:
        yield served.address


def code(secret: str) -> str:
    """What an authenticator shows now (RFC 6238, six digits, 30 seconds)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    moment = struct.pack(">Q", int(time.time()) // 30)
    mixed = hmac.new(key, moment, hashlib.sha1).digest()
    start = mixed[-1] & 0x0F
    number = struct.unpack(">I", mixed[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


@pytest.fixture
def window(browser: Browser):
    contexts = []

    def open_(width: int = 1280) -> Page:
        size = {"width": width, "height": 900}
        contexts.append(browser.new_context(bypass_csp=True, viewport=size))
        return contexts[-1].new_page()

    yield open_
    for context in contexts:
        context.close()


def look(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    assert axe(page) == [], page.url


def invitation(page: Page, site: str) -> str:
    """Efa invites an editor; the path of the link she is shown, once."""
    page.goto(site + "/account/login/")
    look(page)
    page.get_by_role("button", name=re.compile("^Be Efa")).click()
    page.wait_for_url("**/managing/accounts/")
    look(page)
    page.get_by_label(re.compile("mail", re.I)).fill("nia@example.org")
    page.get_by_label(re.compile("write|editor", re.I)).first.check()
    page.get_by_role("button", name=re.compile("nvit")).last.click()
    look(page)
    link = re.search(r"(/account/invitation/\S+?/)\s", page.inner_text("main") + " ")
    assert link, page.inner_text("main")
    return link.group(1)


def test_an_invited_editor_gets_in_with_two_factors(window, own_site):
    link = invitation(window(), own_site)

    nia = window(width=320)
    nia.goto(own_site + link)
    look(nia)
    nia.locator("input[name=name]").fill("Nia")
    nia.locator("input[name=password]").fill(PASSWORD)
    nia.locator("main button[type=submit], main button").first.click()
    nia.wait_for_url("**/account/2fa/")
    look(nia)
    nia.goto(own_site + "/editing/")
    assert "/account/2fa/" in nia.url, "the editors' door opened with one factor"

    nia.goto(own_site + "/account/2fa/totp/activate/")
    look(nia)
    secret = re.search(r"\b[A-Z2-7]{32}\b", nia.content())
    assert secret
    nia.locator("input[name=code]").fill(code(secret.group()))
    nia.locator("main form button").first.click()
    nia.wait_for_load_state("networkidle")
    look(nia)
    nia.goto(own_site + "/editing/")
    assert nia.url.endswith("/editing/")


def test_an_invitation_is_good_once(window, own_site):
    efa = window()
    efa.goto(own_site + "/account/invitation/not-a-real-one/")
    look(efa)

    assert efa.get_by_role("heading", level=1).count() == 1
