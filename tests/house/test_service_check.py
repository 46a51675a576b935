"""A live service with unsafe settings is refused with a sentence for each."""

from dataclasses import replace

import pytest

from waymark.config.service_check import Installation, problems

SAFE = Installation(
    debug=False,
    service=True,
    hosts=("send.example.org",),
    secret="x" * 60,
    website="https://send.example.org",
    pretended="",
    trusted_proxies=1,
    scanner="unix:/run/clamav/clamd.ctl",
    is_demonstration=False,
)


def test_a_safe_installation_may_go_live():
    assert problems(SAFE) == []


@pytest.mark.parametrize(
    ("unsafe", "words"),
    [
        ({"debug": True}, "WAYMARK_DEBUG"),
        ({"service": False}, "WAYMARK_SERVICE"),
        ({"hosts": ("localhost",)}, "WAYMARK_HOSTS"),
        ({"hosts": ("*",)}, "WAYMARK_HOSTS"),
        ({"hosts": (".example.org",)}, "WAYMARK_HOSTS"),
        ({"hosts": ()}, "WAYMARK_HOSTS"),
        ({"website": "http://send.example.org"}, "WAYMARK_WEBSITE"),
        ({"secret": "short"}, "WAYMARK_SECRET_KEY"),
        ({"pretended": "2026-01-13"}, "WAYMARK_TODAY"),
        ({"trusted_proxies": 0}, "WAYMARK_TRUSTED_PROXIES"),
        ({"scanner": ""}, "WAYMARK_CLAMD"),
        ({"is_demonstration": True}, "demonstration"),
    ],
)
def test_each_unsafe_thing_has_its_sentence(unsafe, words):
    (sentence,) = problems(replace(SAFE, **unsafe))

    assert words in sentence
    assert sentence.endswith(".")
