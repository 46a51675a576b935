"""Editors read the counts, and teach the search what families call things."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories.accounts import actor_of
from tests.people import EFA, OONA, PRIYA, QUILL
from waymark.finding import queries as finder
from waymark.finding import services as finding
from waymark.localoffer.measures import policies, queries, services
from waymark.localoffer.measures.words import mark
from waymark.localoffer.models import SameMeaning, Service
from waymark.localoffer.models.measure import Used
from waymark.localoffer.pages.addresses import of_service
from waymark.today import today

MEASURES = "/editing/measures/"
TEACH = f"{MEASURES}searches/{mark('zanzibar')}/"


@pytest.fixture
def offer(marram):
    """A directory that can be searched."""
    finding.rebuild()
    return Service.objects.exclude(published_at=None).first()


def since():
    return today() - timedelta(days=90)


@pytest.mark.parametrize("persona", [EFA, QUILL])
def test_nobody_else_reads_or_teaches(searched, as_, persona):
    searched("zanzibar")
    services.count_use(Used.PAGE, "/", today())
    services.write_down()
    actor, client = actor_of(persona), as_(persona)

    assert queries.searches(actor, since()) == queries.in_vain(actor, since()) == []
    assert queries.most_used(actor, Used.PAGE, since()) == []
    assert not queries.meanings(actor)
    assert (
        policies.may_teach(actor).reason == "Only editors add wordings to the search."
    )
    for address in (MEASURES, TEACH, f"{MEASURES}meanings/1/take-back/"):
        assert client.post(address).status_code in {302, 403, 405}
        assert client.get(address).status_code in {302, 403, 405}
    for change in (
        lambda: services.add_meaning(actor, mark("zanzibar"), "swimming"),
        lambda: services.take_back_meaning(actor, 1),
        lambda: services.set_aside(actor, mark("zanzibar")),
    ):
        with pytest.raises(PermissionDenied):
            change()


def test_an_editor_may_teach(oona):
    assert policies.may_teach(oona)


def test_the_screen_says_what_is_used_by_its_title(searched, as_, offer):
    searched("swimming", 4)
    searched("zanzibar")
    for kind, what in (
        (Used.PAGE, of_service(offer.pk)),
        (Used.PAGE, "/local-offer/"),
        (Used.FORMAT, "pdf"),
    ):
        services.count_use(kind, what, today())
    page = as_(OONA).get(MEASURES).content.decode()

    assert "6 searches in all, 3 of them found nothing." in page
    assert "Searched for 3 times, 3 times in vain." in page
    assert "swimming: 3" in page
    assert offer.name in page
    assert "PDF" in page


def test_before_anything_is_counted_the_screen_says_so(as_):
    page = as_(PRIYA).get(MEASURES).content.decode()

    assert "None that may be shown" in page
    assert "None counted yet." in page


def test_the_screen_takes_no_more_queries_for_more_counts(
    searched, as_, offer, django_assert_max_num_queries
):
    for letter in "abcdefghij":
        searched(f"swim {letter}")
        services.count_use(Used.PAGE, f"/guides/{letter}/", today())
    services.write_down()
    client = as_(OONA)

    with django_assert_max_num_queries(30):
        client.get(MEASURES)


@pytest.mark.usefixtures("offer")
def test_words_that_found_nothing_find_once_an_editor_says_what_they_mean(
    searched, as_, oona
):
    before = finder.search("zanzibar").total
    searched("zanzibar")
    client = as_(OONA)
    assert b"zanzibar" in client.get(TEACH).content
    assert client.post(TEACH, {"means": "short break"}).status_code == 302
    finding.rebuild()

    assert before == 0
    assert finder.search("zanzibar").total > 0
    assert queries.in_vain(oona, since()) == []
    page = client.get(MEASURES).content.decode()
    assert "“zanzibar” means the same as “short break”" in page


@pytest.mark.usefixtures("offer")
def test_a_wording_may_be_taken_back(searched, as_, oona):
    searched("zanzibar")
    services.add_meaning(oona, mark("zanzibar"), "short break")
    services.add_meaning(oona, mark("zanzibar"), "short break")
    held = SameMeaning.objects.get()
    take_back = f"{MEASURES}meanings/{held.pk}/take-back/"
    assert as_(OONA).post(take_back).status_code == 302
    finding.rebuild()

    assert finder.search("zanzibar").total == 0


@pytest.mark.usefixtures("offer")
@pytest.mark.parametrize(
    ("means", "says"),
    [
        ("", "Enter the words that our pages use."),
        ("Zanzibar!", "These are the words that found nothing."),
        ("qqzzyy", "Nothing published says this."),
    ],
)
def test_a_wording_that_would_not_help_is_refused_and_kept(searched, as_, means, says):
    searched("zanzibar")
    answer = as_(OONA).post(TEACH, {"means": means})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert says in page
    assert f'value="{means}"' in page or not means
    assert not SameMeaning.objects.exists()


def test_words_for_which_nothing_is_published_are_set_aside(searched, as_, oona):
    searched("zanzibar")
    assert as_(OONA).post(TEACH, {"set-aside": "1"}).status_code == 302

    assert queries.in_vain(oona, since()) == []
    assert [one.words for one in queries.searches(oona, since())] == ["zanzibar"]


@pytest.mark.parametrize("times", [0, 2])
def test_words_that_may_not_be_read_have_no_screen(searched, as_, times):
    searched("zanzibar", times=times, days=1)

    assert as_(OONA).get(TEACH).status_code == 404
