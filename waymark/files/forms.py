"""A form with a file in it, which is kept while something else is put right."""

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.files import queries
from waymark.files.kinds import GROUPS, KINDS, LARGEST, MEGABYTE, Group
from waymark.files.models import StoredFile
from waymark.files.services import NotAccepted

Keeper = Callable[[UploadedFile[bytes]], StoredFile]
_SALT = "waymark.files.kept"


class WithUpload(forms.Form):
    """Asks for one file. `keeper` looks into it and keeps it, or says why not.

    What was kept once is not chosen again: the form carries what names it, signed for
    the account that uploaded it, and says that the file is there.
    """

    file = forms.FileField(
        label=gettext_lazy("The file"), required=False, widget=forms.FileInput
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        keeper: Keeper,
        account_id: UUID | None,
        groups: tuple[Group, ...] = tuple(Group),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self._keeper, self._account_id = keeper, account_id
        field: Any = self.fields["file"]
        field.asks_plainly = True
        field.help_text = what_is_taken(groups)
        field.widget.attrs["accept"] = ",".join(
            f".{ending}"
            for kind in KINDS
            if kind.group in groups
            for ending in kind.endings
        )

    def clean(self) -> dict[str, Any]:
        """The file's id as `file_id`, in place of what carried it."""
        said: dict[str, Any] = super().clean() or {}
        upload, token = said.pop("file", None), said.pop("kept", "")
        if "file" in self.errors:
            return said
        row = self._new(upload) if upload else self._known(token)
        if row is not None:
            said["file_id"] = row.pk
            self._remember(row)
        return said

    def _new(self, upload: UploadedFile[bytes]) -> StoredFile | None:
        try:
            return self._keeper(upload)
        except NotAccepted as problem:
            self.add_error("file", str(problem))
            return None

    def _known(self, token: str) -> StoredFile | None:
        row = kept_before(token, self._account_id)
        if row is None:
            self.add_error("file", _("Choose the file"))
        return row

    def _remember(self, row: StoredFile) -> None:
        copy = cast(QueryDict, self.data).copy()
        copy["kept"] = token_of(row, self._account_id)
        self.data = copy
        # The field was bound before its file was there, with the words of before.
        self._bound_fields_cache.pop("file", None)  # type: ignore[attr-defined]
        self.fields["file"].help_text = _(
            "%s is kept already. Choose another only to put it in its place."
        ) % queries.name_of(row)


def what_is_taken(groups: tuple[Group, ...]) -> str:
    """Which kinds of file may be chosen, and how large each may be."""
    said = (
        _("%(kind)s, at most %(most)d megabytes")
        % {"kind": GROUPS[group], "most": LARGEST[group] // MEGABYTE}
        for group in groups
    )
    return _("Choose %s.") % "; ".join(said)


def token_of(row: StoredFile, account_id: UUID | None) -> str:
    """What names a kept file to the form of the one who uploaded it."""
    return signing.dumps([str(row.pk), str(account_id)], salt=_SALT)


def kept_before(token: str, account_id: UUID | None) -> StoredFile | None:
    """The file behind a token, while nothing has taken it yet. Cost: one query."""
    try:
        file_id, whose = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    row = queries.file_of(UUID(file_id))
    if row is None or row.reference or whose != str(account_id):
        return None
    return row
