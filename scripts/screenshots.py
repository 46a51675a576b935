"""Takes the README's pictures of a running demonstration.

make run TODAY=2026-01-13 &
.venv/bin/python scripts/screenshots.py http://localhost:8000
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

INTO = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
SWITCHES = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
]
DATES = (
    "/routemaps/ehc-needs-assessment/my-dates/?who=parent&request-received=2025-11-24"
)
PICTURES = {
    "home": ("/", 1280, 900),
    "routemap": ("/routemaps/ehc-needs-assessment/decision-to-assess/", 1280, 1100),
    "my-dates": (DATES, 1280, 1100),
    "time-limits": ("/time-limits/", 1280, 1100),
    "home-narrow": ("/", 320, 800),
}


def main(site: str) -> None:
    INTO.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=SWITCHES
        )
        for name, (address, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(site + address)
            page.screenshot(path=INTO / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
