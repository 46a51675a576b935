"""The law's published list of names."""

import pytest

import waymark.law


@pytest.mark.parametrize("name", waymark.law.__all__)
def test_every_published_name_can_be_used(name):
    assert getattr(waymark.law, name) is not None


def test_no_other_name_is_published():
    with pytest.raises(AttributeError, match="has no attribute 'secrets'"):
        _ = waymark.law.secrets


def test_everything_fetched_is_published():
    assert sorted(waymark.law.__all__) == sorted(waymark.law._WHERE)
