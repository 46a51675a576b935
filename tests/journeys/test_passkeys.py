"""Leila adds a passkey to her phone, and the next time needs no code."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.journey

#: A phone that holds passkeys and knows its owner, as browsers pretend for tests.
PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    keys = context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})
    yield page
    context.close()


def test_a_parent_signs_in_with_a_passkey(phone: Page, site: str) -> None:
    # Passkeys belong to a name, and a number is none.
    home = site.replace("127.0.0.1", "localhost")
    phone.goto(home + "/account/login/")
    with phone.expect_navigation():
        phone.get_by_role("button", name=re.compile("^Be Leila")).click()

    phone.goto(home + "/my/")
    phone.get_by_role("link", name="Passkeys and second factors").click()
    phone.goto(home + "/account/2fa/webauthn/add/")
    phone.get_by_label("Name").fill("My phone")
    if phone.get_by_label(re.compile("asskey|asswordless")).count():
        phone.get_by_label(re.compile("asskey|asswordless")).first.check()
    with phone.expect_navigation():
        phone.locator("main button").last.click()
    phone.goto(home + "/account/2fa/webauthn/")
    assert "My phone" in phone.content()

    phone.goto(home + "/my/")
    with phone.expect_navigation():
        phone.get_by_role("button", name="Sign out").click()
    phone.goto(home + "/my/")
    with phone.expect_navigation(url=re.compile("/my/$")):
        phone.get_by_role("button", name="Sign in with a passkey").click()
    assert "Ro Inventson" in phone.content()
