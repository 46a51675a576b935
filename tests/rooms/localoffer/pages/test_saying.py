"""A record's fields in plain words."""

from datetime import date

import pytest

from waymark.localoffer.pages.saying.ages import ages
from waymark.localoffer.pages.saying.money import cost_lines, money
from waymark.localoffer.pages.saying.people import in_touch, mail, web
from waymark.localoffer.pages.saying.times import time_line, time_lines

TODAY = date(2026, 1, 13)


@pytest.mark.parametrize(
    ("minimum", "maximum", "says"),
    [
        (None, None, ""),
        (0, None, "Every age"),
        (0, 99, "Every age"),
        (None, 25, "Up to 25"),
        (0, 18, "Up to 18"),
        (11, None, "From 11"),
        (5, 11, "5 to 11"),
        (16, 16, "Age 16"),
        (0.5, 4, "6 months to 4"),
        (1.5, None, "From 18 months"),
    ],
)
def test_ages_are_said_as_people_say_them(minimum, maximum, says):
    assert ages(minimum, maximum) == says


@pytest.mark.parametrize(
    ("amount", "currency", "says"),
    [
        (0, "", "Free"),
        (5, "", "£5"),
        (4.5, "GBP", "£4.50"),
        (1234.5, "", "£1,234.50"),
        (3, "eur", "€3"),
        (3, "SEK", "3 SEK"),
        (None, "", ""),
        (True, "", ""),
        ("5", "", ""),
    ],
)
def test_money_is_said_as_people_write_it(amount, currency, says):
    assert money(amount, currency) == says


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ({"option": "Everyone", "amount": 0, "amount_description": "Free"}, ["Free"]),
        ({"option": "A day", "amount": 5}, ["A day: £5"]),
        ({"amount_description": "Ask us"}, ["Ask us"]),
        ({"option": "Members"}, ["Members"]),
        ({"amount": 5, "valid_to": "2025-12-31"}, []),
        ({"amount": 5, "valid_from": "2026-04-01"}, ["£5, from 1 April 2026"]),
        ({}, []),
    ],
)
def test_what_it_costs_is_a_line_each_and_old_prices_are_gone(option, says):
    assert cost_lines({"cost_options": [option, option]}, TODAY) == says


@pytest.mark.parametrize(
    ("schedule", "says"),
    [
        ({"byday": "SA", "opens_at": "10:00", "closes_at": "15:00"}, "Saturdays, 10am to 3pm"),
        ({"byday": "MO,TU,WE,TH,FR"}, "Monday to Friday"),
        ({"byday": "MO,TU,WE,TH,FR,SA,SU"}, "Every day"),
        ({"byday": "MO,WE,FR"}, "Mondays, Wednesdays and Fridays"),
        ({"byday": "TU", "freq": "WEEKLY", "interval": 2}, "Tuesdays, every 2 weeks"),
        ({"byday": "1SA", "freq": "MONTHLY"}, "The first Saturday of each month"),
        ({"byday": "-1FR"}, "The last Friday of each month"),
        ({"freq": "MONTHLY"}, "Once a month"),
        ({"opens_at": "09:30"}, "From 9:30am"),
        ({"opens_at": "12:00", "closes_at": "12:45"}, "Midday to 12:45pm"),
        ({"valid_from": "2026-02-14", "valid_to": "2026-02-14"}, "On Saturday 14 February 2026 only"),
        ({"byday": "MO", "valid_to": "2026-07-20"}, "Mondays. Until 20 July 2026"),
        ({"description": "Term time only."}, "Term time only"),
        ({"byday": "XX", "opens_at": "25:00", "valid_from": "soon"}, ""),
        ({}, ""),
    ],
)  # fmt: skip
def test_times_are_said_as_people_say_them(schedule, says):
    assert time_line(schedule) == says


def test_the_same_time_is_said_once():
    assert time_lines([{"byday": "MO"}, {"byday": "MO"}, {}]) == ["Mondays"]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//a.example", "https://[", ""],
)
def test_only_web_addresses_become_links(address):
    assert web(address) == ""


@pytest.mark.parametrize(
    "address", ["a@b@c.example", "a b@c.example", "a@b.example?cc=d@e.example", "a", ""]
)
def test_only_plain_addresses_become_mail_links(address):
    assert mail(address) == ""


def test_the_organisation_is_rung_only_where_the_service_has_no_number_of_its_own():
    organisation = {
        "phones": [{"number": "01632 960001"}],
        "website": "https://o.example",
    }
    own = {"phones": [{"number": "01632 960002", "extension": 12}]}

    assert in_touch({"organization": organisation}).lines[0].number == "01632 960001"
    touch = in_touch({"organization": organisation, **own})
    assert [line.number for line in touch.lines] == ["01632 960002 ext. 12"]
    assert touch.website == "https://o.example"
    assert touch.website_name == "o.example"
