"""Nobody publishes alone: the writer cannot approve, whatever they press."""

import pytest
from django.core.exceptions import PermissionDenied

from waymark.guidance.models import GuidePage, Word
from waymark.guidance.publishing import CannotPublish


@pytest.fixture
def about(mereshire):
    return GuidePage.objects.get(slug="about")


def written(words, by, **changes):
    """The words as somebody saved them, not yet published."""
    for field, value in changes.items():
        setattr(words, field, value)
    return words.save_revision(user=by)


def sent(words, by):
    """The words waiting for approval, and the task of whoever approves."""
    state = words.get_workflow().start(words, by)
    return state.current_task_state


def test_what_an_editor_saves_is_not_published(client, about, oona):
    written(about, oona, summary="A new summary.")
    assert b"A new summary." not in client.get("/about/").content


def test_a_second_person_approves_and_it_is_published(client, about, oona, priya):
    written(about, oona, summary="A new summary.")
    task = sent(about, oona)

    task.task.specific.on_action(task, priya, "approve")

    assert b"A new summary." in client.get("/about/").content


def test_the_writer_may_not_approve(about, priya):
    written(about, priya, summary="A new summary.")
    task = sent(about, priya)

    with pytest.raises(PermissionDenied, match="somebody else must approve"):
        task.task.specific.on_action(task, priya, "approve")

    about.refresh_from_db()
    assert about.summary == "Who wrote it."


def test_the_writer_is_not_offered_the_button(about, oona, priya):
    written(about, priya, summary="A new summary.")
    task = sent(about, priya).task.specific
    assert [name for name, *_rest in task.get_actions(about, priya)] == ["reject"]


def test_somebody_who_wrote_an_earlier_part_may_not_approve_either(about, oona, priya):
    written(about, priya, summary="A new summary.")
    written(about, oona, body="<p>More.</p>")
    task = sent(about, oona)

    with pytest.raises(PermissionDenied):
        task.task.specific.on_action(task, priya, "approve")


def test_an_approver_does_not_publish_their_own_words_directly(about, priya):
    revision = written(about, priya, summary="A new summary.")
    with pytest.raises(CannotPublish, match="somebody else must approve"):
        revision.publish(user=priya)


def test_what_was_published_before_counts_no_more(about, oona, priya):
    written(about, priya, summary="First.").publish()
    about.refresh_from_db()
    written(about, oona, summary="Second.")
    task = sent(about, oona)

    task.task.specific.on_action(task, priya, "approve")

    about.refresh_from_db()
    assert about.summary == "Second."


def test_words_that_a_rule_now_refuses_go_back_with_the_reason(about, oona, priya):
    written(about, oona, body='<p><a href="/nowhere/">x</a></p>')
    task = sent(about, oona)

    task.task.specific.on_action(task, priya, "approve")

    task.refresh_from_db()
    assert task.status == "rejected"
    assert "/nowhere/" in task.comment
    about.refresh_from_db()
    assert "/nowhere/" not in about.body


def test_a_word_of_the_glossary_waits_for_a_second_person_too(oona, priya):
    word = Word.objects.get(word="SENCO")
    written(word, oona, meaning="A teacher.")
    task = sent(word, oona)

    with pytest.raises(PermissionDenied):
        task.task.specific.on_action(task, oona, "approve")
    task.task.specific.on_action(task, priya, "approve")

    word.refresh_from_db()
    assert word.meaning == "A teacher."


def test_preparing_twice_changes_nothing(mereshire):
    from django.contrib.auth.models import Group
    from wagtail.models import GroupPagePermission, Workflow

    from waymark.guidance import services

    def held():
        return (
            sorted(Group.objects.values_list("name", "permissions__codename")),
            GroupPagePermission.objects.count(),
            Workflow.objects.count(),
        )

    before = held()
    services.prepare_editing()
    assert held() == before


def test_editors_hold_no_right_to_publish(mereshire):
    from django.contrib.auth.models import Group

    editors = Group.objects.get(name="Editors")
    held = set(editors.permissions.values_list("codename", flat=True))
    held |= set(editors.page_permissions.values_list("permission__codename", flat=True))
    assert not {name for name in held if name.startswith(("publish", "delete"))}
