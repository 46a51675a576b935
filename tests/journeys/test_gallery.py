"""The look itself, in a real browser: axe, width and console at each arrival."""

import pytest

pytestmark = pytest.mark.journey


def test_a_designer_looks_at_every_component(walk):
    walk.open("/managing/ui/")
    walk.sees("Every component in every state")
    walk.press("Show the same form with things to put right")
    walk.sees("There is something to put right")
