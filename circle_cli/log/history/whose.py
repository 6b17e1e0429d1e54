"""Whose name stands with what is committed: as git was told, and never as it guesses."""

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from circle_cli.shown import INVISIBLE
from circle_cli.system.running import run_git

NOBODY, _NO_ADDRESS = "Somebody", "nobody@circle.invalid"
"""What stands in the history for whoever leaves the name out."""
_LIMIT = 10.0  # seconds
_UNCOMPARED = re.compile(rf"""\([^()]*\)|[\s<>"'{INVISIBLE}]""")
_SPELT_OTHERWISE = {"googlemail.com": "gmail.com"}
_SETTINGS = r"^(user|author|committer)\.(name|email)$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of who commits here; empty where nobody said it."""

    name: str
    address: str

    @property
    def as_settings(self) -> tuple[str, ...]:
        """Give it as git takes settings on its command line."""
        given = (("user.name", self.name), ("user.email", self.address))
        return tuple(word for key, value in given if value for word in ("-c", f"{key}={value}"))


def given(root: Path) -> Person:
    """Give who commits here: by the environment, else by git's settings. What git would make up counts for nothing."""
    settings = _settings(root)

    def first(part: str, *others: str) -> str:
        """Find it as git does; what it takes for one of author and committer alone is better than nobody."""
        upper = part.upper()
        places = (
            os.environ.get(f"GIT_AUTHOR_{upper}"),
            settings.get(f"author.{part}"),
            settings.get(f"user.{part}"),
            *others,
            os.environ.get(f"GIT_COMMITTER_{upper}"),
            settings.get(f"committer.{part}"),
        )
        return next((place.strip() for place in places if place and place.strip()), "")

    return Person(name=first("name"), address=first("email", os.environ.get("EMAIL", "")))


def by_address(root: Path, address: str) -> Person:
    """Give who commits under an address; with their name where it is who types here, since `.mailmap` may go by it."""
    here = given(root)
    return here if here.address.casefold() == address else Person(name="", address=address)


def identity(root: Path) -> str | None:
    """Give the e-mail address under which somebody commits here, which tells one person from another; None if unset."""
    address = given(root).address.casefold()
    return address if address not in ("", _NO_ADDRESS) else None


def one_spelling(address: str) -> str:
    """Give an address as it is compared: in no case, without white space, unseen signs, or a `+tag` of its owner's."""
    text = unicodedata.normalize("NFKC", address).casefold()
    inside = re.findall(r"<([^<>]*@[^<>]*)>", text)  # as git writes somebody, with their name before it
    text = _UNCOMPARED.sub("", inside[-1] if inside else text).removeprefix("mailto:")
    local, at, host = text.rpartition("@")
    if not at:
        return text
    host = _SPELT_OTHERWISE.get(host.rstrip("."), host.rstrip("."))
    mailbox = local.partition("+")[0] or local
    return f"{mailbox.replace('.', '') if host == 'gmail.com' else mailbox}@{host}"


def known_as(root: Path, people: Iterable[Person]) -> frozenset[str]:
    """Give all addresses by which any of these people is known, each in one spelling; `.mailmap` says more of them."""
    named = {(each.name, each.address) for each in people if each.address.strip()}
    plain = {one_spelling(address) for _, address in named}
    spellings = {(name, spelt) for name, address in named for spelt in (address, one_spelling(address))}
    asked = "".join(f"{_bare(name)} <{_bare(address)}>\n" for name, address in sorted(spellings))
    try:
        output = run_git("-C", os.fsencode(root), "check-mailmap", "--stdin", limit=_LIMIT, given=asked.encode())
    except OSError:
        return frozenset(plain)
    mapped = re.findall(r"<([^<>\n]*)>$", output.out.decode("utf-8", "replace"), re.MULTILINE)
    return frozenset(plain | {one_spelling(address) for address in mapped})


def by_name_alone(one: Person, other: Person) -> bool:
    """Tell whether somebody who left no address in the history has the name of the other: nothing else tells them."""
    no_address = one.address.casefold() in ("", _NO_ADDRESS)
    return no_address and one.name not in ("", NOBODY) and one.name.casefold() == other.name.casefold()


def is_same(root: Path, one: str, other: str) -> bool:
    """Tell whether two addresses are one person's."""
    if one_spelling(one) == one_spelling(other):
        return True
    first, second = (known_as(root, [Person(name="", address=address)]) for address in (one, other))
    return not first.isdisjoint(second)


def _bare(text: str) -> str:
    return re.sub(r"[<>\x00-\x1f]", " ", text).strip()


def introduce(root: Path, name: str, address: str) -> str:
    """Tell git, for this log alone, whose name its commits have; without one, nobody's.

    Gives what git has against it, if anything.
    """
    for key, value in (("user.name", name or NOBODY), ("user.email", address or _NO_ADDRESS)):
        output = run_git("-C", os.fsencode(root), "config", "--local", key, value, limit=_LIMIT)
        if output.code != 0:
            return output.text
    return ""


def _settings(root: Path) -> dict[str, str]:
    try:
        output = run_git("-C", os.fsencode(root), "config", "-z", "--get-regexp", _SETTINGS, limit=_LIMIT)
    except OSError:
        return {}
    entries = output.out.decode("utf-8", "replace").split("\0") if output.code == 0 else []
    return {key: value for key, _, value in (entry.partition("\n") for entry in entries)}
