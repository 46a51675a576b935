"""The file of directories: read whole, or the start stops with the line to mend."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from joserfc.jwk import ECKey, RSAKey

from waymark.config.directories import NAMED, directories

WHOLE = """
[council]
name = "Saltmarsh Council"
issuer = "https://directory.example.org/tenant"
client_id = "waymark"
secret = "an-invented-secret"
"""


@pytest.fixture
def read(tmp_path, monkeypatch):
    def read(text):
        path = tmp_path / "directories.toml"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv(NAMED, str(path))
        return directories()

    return read


def test_without_a_file_there_are_none(monkeypatch):
    monkeypatch.delenv(NAMED, raising=False)

    assert directories() == {}


def test_a_directory_is_read_with_what_is_usual(read):
    (council,) = read(WHOLE).values()

    assert council.key == "council"
    assert council.name == "Saltmarsh Council"
    assert council.secret == "an-invented-secret"  # noqa: S105
    assert council.strong == {"mfa"}
    assert council.acr_values == ""


def test_a_secret_may_lie_in_a_file_of_its_own(read, tmp_path):
    kept = tmp_path / "secret"
    kept.write_text("from-a-file\n", encoding="utf-8")
    text = WHOLE.replace('secret = "an-invented-secret"', f'secret_file = "{kept}"')

    assert read(text)["council"].secret == "from-a-file"  # noqa: S105


@pytest.mark.parametrize(
    ("algorithm", "key"),
    [("RS256", RSAKey.generate_key(2048)), ("ES256", ECKey.generate_key("P-256"))],
    ids=["RS256", "ES256"],
)
def test_a_key_may_show_who_we_are(read, tmp_path, algorithm, key):
    kept = tmp_path / "key.pem"
    kept.write_bytes(key.as_pem(private=True))
    line = f'private_key_file = "{kept}"\nalgorithm = "{algorithm}"'
    council = read(WHOLE.replace('secret = "an-invented-secret"', line))["council"]

    assert council.private_key.startswith("-----BEGIN")
    assert council.secret == ""


def test_the_example_is_one_that_can_be_read(read, tmp_path):
    kept = tmp_path / "key.pem"
    kept.write_bytes(RSAKey.generate_key(2048).as_pem(private=True))
    with open("deploy/directories.toml.example", encoding="utf-8") as example:
        text = example.read().replace("/etc/waymark/council.pem", str(kept))

    assert read(text)["council"].strong == {"mfa"}


def missing(name):
    lines = WHOLE.splitlines()
    return "\n".join(line for line in lines if not line.startswith(name))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("this is = = no toml", "which cannot be read"),
        ("council = 3", "Write [a-short-name] above its lines"),
        ("[The_Council]\nname = 'x'", "Write [a-short-name] above its lines"),
        (missing("name"), "[council] has no name"),
        (missing("issuer"), "[council] has no issuer"),
        (missing("client_id"), "[council] has no client_id"),
        (missing("secret"), "needs one of secret, secret_file and private_key_file"),
        (WHOLE + "secret_file = 'x'", "needs one of secret, secret_file"),
        (WHOLE + "colour = 'blue'", "has a line colour, which means nothing"),
        (WHOLE + "strong = 'mfa'", "has a line strong that is no list"),
        (WHOLE + "strong = [1]", "has a line strong that is no list"),
        (WHOLE.replace("https:", "http:"), "does not begin with https://"),
        (missing("secret") + "\nsecret_file = '/no/such'", "that cannot be read"),
        (
            missing("secret") + "\nprivate_key_file = 'README.md'",
            "that is no key for RS256",
        ),
        (
            missing("secret") + "\nprivate_key_file = 'README.md'\nalgorithm = 'HS256'",
            "Use one of RS256, PS256, ES256",
        ),
    ],
    ids=range(15),
)
def test_a_file_with_a_fault_stops_the_start_and_says_where(read, text, says):
    with pytest.raises(ImproperlyConfigured) as refusal:
        read(text)

    assert says in str(refusal.value)
    assert NAMED in str(refusal.value)


def test_a_public_key_alone_shows_nobody(read, tmp_path):
    kept = tmp_path / "key.pem"
    kept.write_bytes(RSAKey.generate_key(2048).as_pem(private=False))
    line = f'private_key_file = "{kept}"'

    with pytest.raises(ImproperlyConfigured, match="no key for RS256"):
        read(WHOLE.replace('secret = "an-invented-secret"', line))


def test_a_file_that_is_not_there_is_said(monkeypatch):
    monkeypatch.setenv(NAMED, "/no/such/file")

    with pytest.raises(ImproperlyConfigured, match="which cannot be read"):
        directories()
