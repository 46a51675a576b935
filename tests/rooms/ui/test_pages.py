"""The gallery and the pages that help when something is wrong."""

from typing import ClassVar

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.utils import translation

from tests.page import Page
from waymark.ui import navigation
from waymark.ui.navigation import Door, register_door


@pytest.mark.django_db
def test_the_gallery_shows_every_group(client):
    page = client.get("/managing/ui/").content.decode()

    assert "The route line" in page
    assert "<title>The look of Waymark – Waymark" in page


@pytest.mark.django_db
def test_a_page_with_something_to_put_right_says_so_in_its_title(client):
    page = client.get("/managing/ui/?errors=1").content.decode()

    assert "<title>Error: The look of Waymark – " in page
    assert page.index("govuk-error-summary") < page.index("<h1")


@pytest.mark.django_db
def test_a_page_that_is_not_there_helps(client):
    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    page = answer.content.decode()
    assert 'action="/search/"' in page
    assert "/feedback/?page=%2Fno%2Fsuch%2Fpage%2F" in page


def test_the_page_for_our_own_faults_asks_the_database_for_nothing():
    page = render_to_string("500.html")

    assert Page(page).faults() == []
    assert 'href="tel:999"' in page


@override_settings(
    STORAGES={
        "staticfiles": {
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        }
    },
    STATIC_ROOT="/nowhere",
)
def test_the_page_for_our_own_faults_is_drawn_even_without_collected_files():
    assert "ui/waymark.css" in render_to_string("500.html")


@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "404.html"])
def test_a_page_for_a_fault_is_whole_without_any_area(name):
    request = RequestFactory().get("/a/")

    assert Page(render_to_string(name, {"request": request})).faults() == []


class Area:
    name = "Estuary"
    council = "Estuary Council"
    urgent: ClassVar = {"numbers": [{"when": "Not safe", "phone": "01632 960 555"}]}
    demonstration_words = ""


def test_a_demonstration_says_so_and_the_area_names_itself():
    request = RequestFactory().get("/a/")
    told = {"request": request, "area": Area(), "is_demonstration": True}

    page = render_to_string("404.html", told)

    assert "It is not Estuary Council’s own website." in page
    assert "– Waymark Estuary</title>" in page
    assert 'href="tel:01632960555"' in page


def test_a_demonstration_may_say_it_in_its_own_words():
    area = Area()
    area.demonstration_words = "This is a trial of Waymark."

    page = render_to_string("404.html", {"area": area, "is_demonstration": True})

    assert page.count("This is a ") == 1


def test_a_page_that_reads_from_right_to_left_says_so():
    with translation.override("ar"):
        page = render_to_string("404.html")

    assert '<html lang="ar" dir="rtl">' in page


def test_nothing_beside_the_page_leaves_no_empty_landmark():
    assert "<aside" not in render_to_string("404.html")


def test_a_rooms_door_stands_in_the_navigation(monkeypatch):
    monkeypatch.setattr(navigation, "_doors", {})
    register_door(Door(2, "/b/", "Second"))
    register_door(Door(1, "/a/", "First"))
    request = RequestFactory().get("/b/c/")

    page = render_to_string("404.html", {"request": request})

    assert page.index("First") < page.index("Second")
    assert 'href="/b/" aria-current="true"' in page
