"""How passwords are hashed: argon2id, on one core."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class OneCoreArgon2(Argon2PasswordHasher):
    """Django's argon2id with all of its memory and rounds, and one thread for eight.

    Eight threads are no safer, and each time somebody signs in they would push every
    page of this machine aside. A hash made with eight is made anew at the next sign-in.
    """

    parallelism = 1
