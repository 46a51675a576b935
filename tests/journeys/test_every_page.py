"""Every public page: reachable, sound, clean for axe wide and narrow, and light."""

from urllib.parse import urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys.conftest import PAGES, axe
from tests.journeys.crawl import Found, crawl, fetch, own_paths, sitemap

pytestmark = pytest.mark.journey
#: Split so that two browsers share the work.
PARTS = 4
WITH_A_QUERY = (
    "/search/?q=speach+therapy",
    "/search/?q=ehcp",
    "/search/?q=zzzzqqq",
    "/search/?q=i+want+to+die",
    "/time-limits/?q=draft",
    "/time-limits/?q=zzzz",
    "/feedback/?page=/time-limits/",
    "/local-offer/search/?q=short+break&near=SS1+1AA&within=5&age=7",
    "/local-offer/search/?q=zzzzqqq&age=7",
    "/local-offer/search/?near=nowhere&age=seven",
    "/local-offer/search/?q=i+want+to+die",
    "/local-offer/my-plan/?plan=b8470257b52a5a8fb7876feecb9d73c6",
    "/no/such/page/",
    "/routemaps/ehc-needs-assessment/my-dates/?who=parent&request-received=2025-11-24",
)


def is_page(found: Found) -> bool:
    """Whether it is a page, and not a feed, a calendar or a file."""
    return "html" in found.headers.get("Content-Type", "")


@pytest.fixture(scope="session")
def pages(site: str) -> dict[str, Found]:
    """Every page that links lead to, kept for the check of its HTML."""
    found = crawl(site)
    for path in WITH_A_QUERY:
        found[path] = fetch(site, path)
    PAGES.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(found.values()):
        if is_page(page):
            (PAGES / f"every-{number}.html").write_text(page.html, encoding="utf-8")
    return found


def test_no_link_of_the_site_is_broken(pages):
    broken = {p.path: p.status for p in pages.values() if p.status != 200}

    assert broken == {"/no/such/page/": 404}


def test_every_link_to_a_place_inside_a_page_finds_it(pages, site):
    lost = []
    for page in pages.values():
        for link in page.links.to:
            path, place = urldefrag(link)
            target = pages.get(path or page.path)
            if place and target and place not in target.links.ids:
                lost.append(f"{page.path} to {link}")

    assert not lost


def test_the_sitemap_lists_pages_that_are_there_and_no_others(pages, site):
    listed = sitemap(site)

    assert len(listed) == len(set(listed)) > 100
    assert [path for path in listed if path not in pages] == []


def test_every_step_of_every_routemap_is_three_clicks_from_home_at_most(pages):
    # A feed or a calendar is taken away from a page, and is no page to be reached.
    far = {p.path: p.clicks for p in pages.values() if is_page(p) and p.clicks > 3}

    assert not far
    assert (
        sum(path.count("/") == 4 for path in pages if path.startswith("/routemaps/"))
        > 90
    )


def test_no_public_page_gives_a_cookie_or_asks_another_site(pages):
    for page in pages.values():
        assert "Set-Cookie" not in page.headers, page.path
        assert "Cookie" not in page.headers.get("Vary", ""), page.path
        for needless in ("<iframe", 'src="http', "@import"):
            assert needless not in page.html, page.path


@pytest.fixture(scope="module")
def looking(browser: Browser):
    """A window that lets axe in."""
    context = browser.new_context(bypass_csp=True)
    yield context
    context.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_clean_wide_and_narrow(
    part: int, pages: dict[str, Found], site: str, looking: BrowserContext
):
    html = [p.path for p in pages.values() if is_page(p)]
    asked: list[str] = []
    page = looking.new_page()
    page.on("request", lambda request: asked.append(request.url))
    faults = [fault for path in html[part::PARTS] for fault in look(page, site, path)]
    page.close()

    assert not faults, "\n".join(faults)
    assert not [url for url in asked if not url.startswith((site, "data:"))]


def look(page: Page, site: str, path: str) -> list[str]:
    """What is wrong with one page, wide and then narrow."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site + path)
    faults = [f"{path} wide: {fault}" for fault in axe(page)]
    page.set_viewport_size({"width": 320, "height": 800})
    faults += [f"{path} narrow: {fault}" for fault in axe(page)]
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > 320:
        faults.append(f"{path} is {wide} wide at 320")
    return faults


@pytest.mark.parametrize(
    "path",
    [
        "/routemaps/ehc-needs-assessment/",
        "/routemaps/unhappy/late/",
        "/",
        "/local-offer/",
        "/local-offer/search/?q=short+break&near=SS1+1AA&within=5&age=7",
        "/local-offer/services/b8470257-b52a-5a8f-b787-6feecb9d73c6/",
    ],
)
def test_a_first_visit_weighs_at_most_100_kilobytes(browser, site, path):
    context = browser.new_context()
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    arrived: list[float] = []
    wire.on("Network.loadingFinished", lambda e: arrived.append(e["encodedDataLength"]))
    page.goto(site + path, wait_until="networkidle")
    context.close()

    assert 10_000 < sum(arrived) <= 100_000, sum(arrived)


def test_no_page_leads_to_an_address_that_holds_somebodys_words(pages, site):
    """Links with a query are few: a page to talk about, a search, dates."""
    held = {
        urlsplit(to).path
        for page in pages.values()
        for to in own_paths(site, page)
        if urlsplit(to).query
    }

    assert all(
        path.startswith(
            ("/feedback/", "/search/", "/routemaps/", "/time-limits/", "/local-offer/")
        )
        for path in held
    ), held
