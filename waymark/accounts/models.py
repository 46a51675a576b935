"""Accounts: the people who sign in. Families need none to read or to plan dates."""

from typing import ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.db import models
from django.utils.crypto import salted_hmac

from waymark.access.roles import Role
from waymark.ids import new_id
from waymark.today import now


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts. The e-mail address is what a person signs in with."""

    def create_user(
        self, email: str, password: str | None = None, **fields: object
    ) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def create_superuser(
        self, email: str, password: str | None = None, **fields: object
    ) -> "Account":
        return self.create_user(
            email, password, **fields, is_staff=True, is_superuser=True
        )


class Account(AbstractBaseUser, PermissionsMixin):
    """A person who may sign in. Its id is random and never shows who they are."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    is_persona = models.BooleanField(default=False, editable=False)
    made_at = models.DateTimeField(default=now, editable=False)
    # Every session carries it; a new one ends them all.
    stamp = models.UUIDField(default=new_id, editable=False)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name or "Account"

    def get_session_auth_hash(self) -> str:
        """What a session must still match: the password and the stamp."""
        said = f"{self.password}:{self.stamp}"
        return salted_hmac("waymark.session", said, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


class Membership(models.Model):
    """A role that an account holds, and since when. Ending one is a new fact."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(
        Account, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(
        max_length=40, choices=[(role.value, role.value) for role in Role]
    )
    began_at = models.DateTimeField(default=now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="membership_role_is_known",
                condition=models.Q(role__in=[role.value for role in Role]),
            ),
            models.UniqueConstraint(
                name="membership_role_is_held_once_at_a_time",
                fields=["account", "role"],
                condition=models.Q(ended_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.role


class Invitation(models.Model):
    """A link, given to one address, that makes one account with one role."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    email = models.EmailField()
    role = models.CharField(
        max_length=40, choices=[(role.value, role.value) for role in Role]
    )
    # What the role is for, in the words of the room above that knows.
    reference = models.CharField(max_length=200, blank=True)
    invited_by = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField(default=now, editable=False)
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.role


class SignInCode(models.Model):
    """One time of asking for a code. `account` is empty for an address nobody has.

    `digest` is empty until a code was made, and stays so if nobody is owed one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(
        Account, null=True, on_delete=models.CASCADE, related_name="+"
    )
    digest = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(default=now, editable=False, db_index=True)
    ends_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.tries} tries"


class DirectoryTie(models.Model):
    """That somebody in a directory is the holder of an account.

    The directory's own number for them, and no address: addresses are given to others
    when people leave, and a directory does not always prove them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(
        Account, on_delete=models.CASCADE, related_name="directory_ties"
    )
    directory = models.CharField(max_length=40)
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=255)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="directory_subject_is_one_account",
                fields=["issuer", "subject"],
            ),
            models.UniqueConstraint(
                name="account_has_one_place_in_a_directory",
                fields=["account", "issuer"],
            ),
        ]

    def __str__(self) -> str:
        return self.directory
