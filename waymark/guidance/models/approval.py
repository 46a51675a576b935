"""The second pair of eyes."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from waymark.guidance.publishing import second_person, writers


class SecondPerson(AbstractGroupApprovalTask):
    """An approver who wrote none of it reads it and lets it go out.

    The writer is not offered the button, and is refused without it.
    """

    class Meta:
        verbose_name = _("approval by a second person")
        verbose_name_plural = _("approvals by a second person")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        actions = super().get_actions(obj, user)
        if user.pk in writers(obj, obj.latest_revision):
            return [action for action in actions if action[0] != "approve"]
        return list(actions)

    def on_action(
        self, task_state: Any, user: Any, action_name: str, **kwargs: Any
    ) -> Any:
        """Approve, or send back with the reasons when a rule now says no.

        Raises: PermissionDenied when the person who approves wrote some of it.
        """
        if action_name == "approve":
            obj = task_state.workflow_state.content_object
            if user.pk in writers(obj, obj.latest_revision):
                raise PermissionDenied(second_person())
            problems = obj.latest_revision.as_object().problems()
            if problems:
                action_name = "reject"
                kwargs["comment"] = " ".join(problem.says for problem in problems)
        return super().on_action(task_state, user, action_name, **kwargs)
