"""The story is told once, in versions, and travels only where it is let."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from tests.factories.people import acting, assigned
from tests.people import (
    DAVINA,
    HESTER,
    IMRAN,
    KEZIA,
    LEILA,
    MARCUS,
    QUILL,
    ROWAN,
    WREN,
)
from tests.rooms.files import samples
from waymark.access.audit import NotHere, TurnedAway
from waymark.access.roles import Role
from waymark.access.ties import How
from waymark.files.models import StoredFile
from waymark.ids import new_id
from waymark.people import services
from waymark.people.models import StoryVersion, VoiceItem
from waymark.people.queries import story_of, versions_of, voice_of
from waymark.people.services import ChangedMeanwhile, Refused, Saying
from waymark.people.telling import BY_KEY, PARTS, TOPICS, Put, Reader, Teller, Use

pytestmark = pytest.mark.django_db


def at(family, page, **more) -> str:
    return reverse(f"people:{page}", kwargs={"child_id": family.child.pk, **more})


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def told(family, persona, part="worries", words="Mornings are hard.", **more):
    return services.tell(
        actor=acting(persona), child_id=family.child.pk, part=part, words=words, **more
    )


def words_read(family, persona) -> list[str]:
    return [each.words for each in story_of(acting(persona), family.child.pk).told]


def said(family, persona=ROWAN, **more):
    given = {"medium": "typed", "words": "Noise hurts.", "helper": "Jo", **more}
    return services.keep_voice(
        actor=acting(persona), child_id=family.child.pk, saying=Saying(**given)
    )


def heard(family, persona) -> list[str]:
    return [each.words for each in voice_of(acting(persona), family.child.pk).said]


# ---- who tells, who reads ------------------------------------------------------------


def test_every_part_has_one_teller_and_a_key_of_its_own():
    assert len(BY_KEY) == len(PARTS)
    assert {each.teller for each in PARTS} == set(Teller)


def test_what_a_parent_tells_is_read_by_officers_and_by_those_it_is_let_to(family):
    told(family, LEILA, readers=[Reader.SETTING])
    for persona in (LEILA, DAVINA, HESTER, IMRAN, MARCUS):
        assert words_read(family, persona) == ["Mornings are hard."]
    assert words_read(family, KEZIA) == ["Mornings are hard."]


def test_what_travels_to_nobody_stays_with_family_and_officers(family):
    told(family, LEILA)
    assert words_read(family, IMRAN) == []
    assert words_read(family, DAVINA) == ["Mornings are hard."]


def test_a_supporter_reads_only_what_is_let_to_supporters(family):
    told(family, LEILA)
    told(family, LEILA, part="so-far", words="Born early.", readers=[Reader.SUPPORTERS])
    ends = datetime(2026, 3, 1, tzinfo=UTC)
    assigned(family.child, WREN, Role.ADVOCATE, how=How.INVITED.value, ends_at=ends)
    assert words_read(family, WREN) == ["Born early."]


def test_each_parent_tells_their_own_and_keeps_it_from_the_other_if_they_want(family):
    told(family, LEILA, is_kept=True)
    told(family, MARCUS, words="Weekends are fine.")
    assert words_read(family, LEILA) == ["Mornings are hard.", "Weekends are fine."]
    assert words_read(family, MARCUS) == ["Weekends are fine."]
    assert len(words_read(family, DAVINA)) == 2


def test_what_a_child_keeps_opens_to_the_child_alone(family):
    told(family, ROWAN, part="hopes", words="A dog.", is_kept=True)
    assert words_read(family, ROWAN) == ["A dog."]
    for persona in (LEILA, DAVINA, HESTER, IMRAN, KEZIA):
        assert words_read(family, persona) == []


def test_only_the_child_keeps_something_of_theirs_back(family):
    with pytest.raises(Refused, match="Only the child"):
        told(family, LEILA, part="hopes", is_kept=True)


def test_nobody_writes_over_what_a_child_keeps(family):
    told(family, ROWAN, part="hopes", words="A dog.", is_kept=True)
    with pytest.raises(Refused, match="keeps this part"):
        told(family, LEILA, part="hopes", words="A cat.", number=1)


def test_a_parent_writes_for_the_child_and_it_says_who_did(family):
    told(family, LEILA, part="likes", words="My jokes.", helper="Leila")
    part = story_of(acting(ROWAN), family.child.pk).told[0]
    assert (part.words, part.by, part.version.helper) == ("My jokes.", "Leila", "Leila")
    told(family, ROWAN, part="likes", words="My jokes and songs.", number=1)
    assert words_read(family, LEILA) == ["My jokes and songs."]


@pytest.mark.parametrize("persona", [DAVINA, IMRAN, KEZIA], ids=lambda p: p.name)
def test_nobody_who_works_here_tells_a_familys_story(family, persona):
    with pytest.raises(TurnedAway):
        told(family, persona)


def test_somebody_else_learns_nothing_of_it(family):
    with pytest.raises(NotHere):
        told(family, QUILL)
    with pytest.raises(NotHere):
        story_of(acting(QUILL), family.child.pk)


def test_a_part_that_nobody_knows_is_told_by_nobody(family):
    with pytest.raises(TurnedAway):
        told(family, LEILA, part="no-such-part")


# ---- versions ------------------------------------------------------------------------


def test_every_version_stays_and_the_last_one_counts(family):
    told(family, LEILA, words="One.")
    told(family, LEILA, words="Two.", number=1)
    assert words_read(family, LEILA) == ["Two."]
    story = story_of(acting(LEILA), family.child.pk)
    earlier = versions_of(story, BY_KEY["worries"])
    assert [each.words for each in earlier] == ["Two.", "One."]


def test_without_words_a_part_is_taken_back(family):
    told(family, LEILA, words="One.")
    told(family, LEILA, words=" ", number=1)
    assert words_read(family, LEILA) == []
    assert StoryVersion.objects.count() == 2


def test_whoever_writes_over_a_newer_version_is_told_what_it_says(family):
    told(family, LEILA, words="One.")
    with pytest.raises(ChangedMeanwhile) as problem:
        told(family, LEILA, words="Two.", number=0)
    assert problem.value.theirs == {"words": "One."}


def test_saving_the_same_words_twice_is_no_quarrel(family):
    told(family, LEILA, words="One.")
    told(family, LEILA, words="One.", number=0)
    assert words_read(family, LEILA) == ["One."]


def test_words_are_sealed_at_rest(family):
    told(family, LEILA)
    assert "Mornings" not in StoryVersion.objects.get().sealed_words


def test_a_part_is_said_to_be_still_right_by_its_teller_alone(family):
    row = told(family, LEILA)
    services.confirm(actor=acting(LEILA), child_id=family.child.pk, version_id=row.pk)
    row.refresh_from_db()
    assert row.confirmed_on == date(2026, 1, 13)
    with pytest.raises(TurnedAway):
        services.confirm(
            actor=acting(MARCUS), child_id=family.child.pk, version_id=row.pk
        )


# ---- what a child said ---------------------------------------------------------------


def test_what_a_child_said_is_heard_by_those_it_is_let_to(family):
    said(family, readers=(Reader.SETTING,), permits=(Use.PLAN, Use.SUPPORT))
    for persona in (ROWAN, LEILA, DAVINA, IMRAN):
        assert heard(family, persona) == ["Noise hurts."]
    assert VoiceItem.objects.get().permits == "plan support"


def test_what_a_child_keeps_is_heard_by_the_child_alone(family):
    said(family, is_kept=True)
    assert heard(family, ROWAN) == ["Noise hurts."]
    for persona in (LEILA, DAVINA, IMRAN):
        assert heard(family, persona) == []


def test_what_is_taken_back_is_heard_by_the_child_alone(family):
    item = said(family)
    for _twice in range(2):
        services.take_back(
            actor=acting(ROWAN), child_id=family.child.pk, item_id=item.pk
        )
    assert heard(family, ROWAN) == ["Noise hurts."]
    assert heard(family, LEILA) == []


def test_a_parent_takes_back_only_what_they_wrote_down(family):
    childs, parents = said(family), said(family, LEILA)
    actor = acting(LEILA)
    with pytest.raises(TurnedAway):
        services.take_back(actor=actor, child_id=family.child.pk, item_id=childs.pk)
    services.take_back(actor=actor, child_id=family.child.pk, item_id=parents.pk)


def test_a_year_later_the_child_is_asked_again_before_others_hear_it(family):
    said(family, readers=(Reader.SETTING,))
    with time_machine.travel(datetime(2027, 1, 13, 10, tzinfo=UTC)):
        assert heard(family, IMRAN) == []
        assert heard(family, LEILA) == ["Noise hurts."]
        assert voice_of(acting(ROWAN), family.child.pk).said[0].is_over


def test_a_board_is_kept_as_data(family):
    said(
        family,
        medium="symbols",
        words="",
        topic="school",
        puts={"noise": Put.HARD, "friends": Put.GOOD},
    )
    board = voice_of(acting(ROWAN), family.child.pk).said[0].board
    assert board.topic == "school"
    assert board.puts == {"noise": Put.HARD, "friends": Put.GOOD}
    assert "noise" not in VoiceItem.objects.get().sealed_board


@pytest.mark.parametrize(
    ("persona", "more", "says"),
    [
        (ROWAN, {"said_on": date(2030, 1, 1)}, "still to come"),
        (LEILA, {"is_kept": True}, "Only the child"),
        (LEILA, {"helper": " "}, "who helped"),
        (ROWAN, {"words": " "}, "in words"),
        (ROWAN, {"medium": "symbols", "topic": "moon"}, "what the board is about"),
        (ROWAN, {"medium": "symbols", "topic": "home"}, "at least one symbol"),
        (
            ROWAN,
            {"medium": "symbols", "topic": "home", "puts": {"noise": Put.HARD}},
            "at least one symbol",
        ),
        (ROWAN, {"medium": "drawing"}, "Choose the file"),
    ],
)
def test_what_cannot_be_kept_says_what_to_do(family, persona, more, says):
    with pytest.raises(Refused, match=says):
        said(family, persona, **more)


# ---- the pages -----------------------------------------------------------------------


def test_a_family_tells_a_part_and_chooses_who_reads_it(sign_in, family):
    leila = sign_in(LEILA)
    assert "Our story so far" in text_of(leila.get(at(family, "story")))
    page = at(family, "tell", part="so-far")
    assert leila.get(page).status_code == 200
    sent = {"words": "Born <early>.", "readers": ["setting"], "number": "0"}
    assert leila.post(page, sent).status_code == 302
    shown = text_of(leila.get(at(family, "story")))
    assert "Born &lt;early&gt;." in shown
    assert "Told by Leila on 13 January 2026" in shown
    assert "The school, college or nursery" in shown
    assert "Born" in text_of(sign_in(IMRAN).get(at(family, "story")))


def test_whoever_comes_second_sees_what_the_first_left_and_keeps_their_words(
    sign_in, family
):
    leila = sign_in(LEILA)
    page = at(family, "tell", part="so-far")
    leila.post(page, {"words": "One.", "number": "0"})
    answer = leila.post(page, {"words": "Two.", "number": "0"})
    shown = text_of(answer)
    assert answer.status_code == 422
    assert "They left: One." in shown
    assert "Two.</textarea>" in shown
    assert leila.post(page, {"words": "Two.", "number": "1"}).status_code == 302
    assert "One." in text_of(leila.get(page))


def test_a_part_of_somebody_elses_story_has_no_form(sign_in, family):
    assert sign_in(ROWAN).get(at(family, "tell", part="so-far")).status_code == 403
    assert sign_in(DAVINA).get(at(family, "tell", part="so-far")).status_code == 403


def test_one_press_says_that_a_part_is_still_right(sign_in, family):
    row = told(family, LEILA)
    leila = sign_in(LEILA)
    page = at(family, "confirm_story", version_id=row.pk)
    assert leila.post(page).status_code == 302
    assert "still right on 13 January 2026" in text_of(leila.get(at(family, "story")))
    gone = at(family, "confirm_story", version_id=new_id())
    assert leila.post(gone).status_code == 404
    assert sign_in(MARCUS).post(page).status_code == 403


def test_a_child_makes_a_board_and_next_years_lies_beside_it(sign_in, family):
    page = at(family, "board", topic="school")
    rowan = sign_in(ROWAN)
    assert rowan.get(page).status_code == 200
    on = {"said_on-day": "12", "said_on-month": "1", "said_on-year": "2025"}
    assert rowan.post(page, {"put_noise": "hard", **on}).status_code == 302
    assert rowan.post(page, {"put_noise": "middle"}).status_code == 302
    shown = text_of(rowan.get(at(family, "voice")))
    assert "Boards beside each other" in shown
    assert "12 January 2025" in shown
    assert "More than a year old" in shown
    assert rowan.post(page, {}).status_code == 422
    assert rowan.get(at(family, "board", topic="moon")).status_code == 404


def test_a_parent_writes_down_what_a_child_signed(sign_in, family):
    page = at(family, "say")
    sent = {
        "medium": "signed",
        "words": "More swimming.",
        "helper": "Leila",
        "permits": ["plan"],
        "readers": ["setting"],
    }
    leila = sign_in(LEILA)
    assert leila.post(page, {**sent, "helper": ""}).status_code == 422
    assert leila.post(page, sent).status_code == 302
    shown = text_of(leila.get(at(family, "voice")))
    assert "More swimming." in shown
    assert "My plan" in shown
    item = VoiceItem.objects.get()
    back = at(family, "take_back", item_id=item.pk)
    assert leila.get(back).status_code == 200
    assert leila.post(back).status_code == 302
    assert leila.get(back).status_code == 404


def test_topics_have_symbols_with_words():
    for topic in TOPICS:
        assert all(str(word) for word in topic.symbols.values())


def test_the_pages_cost_no_more_than_this(
    sign_in, family, django_assert_max_num_queries
):
    for part in ("so-far", "worries", "tried"):
        told(family, LEILA, part=part)
    leila = sign_in(LEILA)
    leila.get(at(family, "story"))
    for page in ("story", "voice"):
        with django_assert_max_num_queries(20):
            leila.get(at(family, page))


# ---- drawings, photos, recordings ----------------------------------------------------


@pytest.fixture
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "incoming"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    settings.CLAMD = ""


def drawing(**more) -> dict:
    picture = samples.upload("Rowan at sea.png", samples.picture("PNG"))
    said = {"medium": "drawing", "words": "A boat.", "helper": "Jo", "file": picture}
    return {**said, **more}


def clean(row) -> str:
    """The address of a file, once the scanner found it clean."""
    StoredFile.objects.filter(pk=row.pk).update(state=StoredFile.State.CLEAN)
    return f"/files/{row.pk}/"


def test_a_drawing_is_kept_and_seen_by_those_it_is_let_to(sign_in, family, own_folder):
    sent = drawing(readers=["setting"])
    rowan = sign_in(ROWAN)
    assert rowan.get(at(family, "show")).status_code == 200
    assert rowan.post(at(family, "show"), sent).status_code == 302
    item = VoiceItem.objects.get()
    file = StoredFile.objects.get()
    assert (item.file_id, file.reference) == (file.pk, f"voice:{item.pk}")
    assert "A boat." in text_of(rowan.get(at(family, "voice")))
    address = clean(file)
    for persona in (ROWAN, LEILA, DAVINA, IMRAN):
        assert sign_in(persona).get(address).status_code == 200, persona.name
    for persona in (QUILL, WREN):
        assert sign_in(persona).get(address).status_code == 404, persona.name


def test_a_drawing_that_is_kept_back_is_downloaded_by_the_child_alone(
    sign_in, family, own_folder
):
    sign_in(ROWAN).post(at(family, "show"), drawing(is_kept="on"))
    address = clean(StoredFile.objects.get())
    assert sign_in(ROWAN).get(address).status_code == 200
    for persona in (LEILA, DAVINA, IMRAN):
        assert sign_in(persona).get(address).status_code == 404, persona.name


def test_a_file_stays_while_something_else_is_put_right(sign_in, family, own_folder):
    rowan = sign_in(ROWAN)
    page = at(family, "show")
    answer = rowan.post(page, drawing(words=""))
    shown = text_of(answer)
    assert answer.status_code == 422
    assert "Rowan at sea.png is kept already" in shown
    token = re.search(r'name="kept" value="([^"]+)"', shown).group(1)
    row = StoredFile.objects.get()
    assert row.reference == ""
    assert rowan.get(clean(row)).status_code == 200
    again = {"medium": "drawing", "words": "A boat.", "helper": "", "kept": token}
    assert rowan.post(page, again).status_code == 302
    assert StoredFile.objects.count() == 1
    # What was taken once is taken by nothing else.
    assert "Choose the file" in text_of(rowan.post(page, again))


def test_a_kept_file_is_nobody_elses(sign_in, family, own_folder):
    page = at(family, "show")
    shown = text_of(sign_in(ROWAN).post(page, drawing(words="")))
    token = re.search(r'name="kept" value="([^"]+)"', shown).group(1)
    stolen = {"medium": "drawing", "words": "Mine.", "helper": "x", "kept": token}
    assert sign_in(LEILA).post(page, stolen).status_code == 422
    forged = {**stolen, "kept": token[:-2]}
    assert sign_in(ROWAN).post(page, forged).status_code == 422
    assert sign_in(LEILA).get(clean(StoredFile.objects.get())).status_code == 404


def test_a_file_that_is_not_taken_says_why_beside_it(sign_in, family, own_folder):
    wrong = drawing(file=samples.upload("a.html", b"<html>"))
    answer = sign_in(ROWAN).post(at(family, "show"), wrong)
    assert answer.status_code == 422
    assert "This kind of file is not taken" in text_of(answer)
    assert not StoredFile.objects.exists()


def test_nobody_who_may_not_tell_uploads(sign_in, family, own_folder):
    assert sign_in(DAVINA).post(at(family, "show"), drawing()).status_code == 403
    assert not StoredFile.objects.exists()
