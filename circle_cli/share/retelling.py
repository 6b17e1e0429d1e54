"""A session told without the names of its cast: what to say instead stands in their place, in each text. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from circle_cli.identifiers.findings.record import Finding, Identifier
from circle_cli.session.record import Session
from circle_cli.share.proposing.settling import FindIdentifiers, Open, put_instead, settle

_CODES = frozenset(("id", "question", "framework", "statement", "at", "ready", "point"))
"""Fields that hold no words of anybody's: ids, and the hour."""

_WHO = frozenset(("by", "to", "who", "tracked_by", "facilitator", "roles"))
"""Fields that say who somebody is: a name there is a name, though it be an ordinary word elsewhere."""

_ROUNDS = 20
"""Each puts something else in the place of all that is found; what stands there may name somebody itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """A session without its cast: what was `replaced` by what, and what may be a name or an ordinary word, left there.

    `stays` are names in whose place nothing could be put, since what to say instead names them again. `others` is what
    the check finds beside the cast: all of it stands there as it did.
    """

    session: Session
    replaced: tuple[tuple[str, str], ...]
    unsure: tuple[Open, ...]
    stays: tuple[Open, ...]
    others: tuple[Open, ...] = ()


def retell(session: Session, check: FindIdentifiers, *, unsure_too: bool = False, capitals_too: bool = False) -> Retold:
    """Put what to say instead in the place of each name.

    `unsure_too`: also of what may be an ordinary word; `capitals_too`: of such a word only where it has a capital.
    """
    teller = _Teller(check=check, unsure_too=unsure_too, capitals_too=capitals_too)
    return _retold(_told(replace(session, cast=None), "", teller), teller)


def retell_texts(texts: Mapping[str, str], retold: Retold, check: FindIdentifiers) -> tuple[Mapping[str, str], Retold]:
    """Tell texts that belong to a session in the same way, by capitals too; what is left in them is added."""
    teller = _Teller(check=check, unsure_too=False, capitals_too=True)
    told = {name: teller.text(text, says_who=False) for name, text in texts.items()}
    more = _retold(retold.session, teller)
    return told, replace(
        retold,
        replaced=tuple(dict.fromkeys((*retold.replaced, *more.replaced))),
        unsure=(*retold.unsure, *more.unsure),
        stays=(*retold.stays, *more.stays),
        others=(*retold.others, *more.others),
    )


def _retold(session: Session, teller: "_Teller") -> Retold:
    return Retold(
        session=session,
        replaced=tuple(dict.fromkeys(teller.replaced)),
        unsure=tuple(dict.fromkeys(teller.unsure)),
        stays=tuple(dict.fromkeys(teller.stays)),
        others=tuple(dict.fromkeys(teller.others)),
    )


@dataclass(slots=True, kw_only=True)
class _Teller:
    """Puts other words in the place of names, and keeps which."""

    check: FindIdentifiers
    unsure_too: bool
    capitals_too: bool = False
    replaced: list[tuple[str, str]] = field(default_factory=list)
    unsure: list[Open] = field(default_factory=list)
    stays: list[Open] = field(default_factory=list)
    others: list[Open] = field(default_factory=list)

    def text(self, text: str, *, says_who: bool) -> str:
        for _ in range(_ROUNDS):
            found = [each for each in self.check(text) if self._goes(each, text, says_who=says_who)]
            if not found:
                break
            for each in sorted(found, key=lambda finding: -finding.start):
                self.replaced.append((text[each.start : each.end], each.suggestion))
                text = put_instead(text, each, each.suggestion)
        settled = settle(text, self.check, {})
        for left in (*settled.open, *settled.warnings):
            if left.finding.kind is not Identifier.CAST:
                self.others.append(left)
            else:
                (self.unsure if _may_be_a_word(left.finding) else self.stays).append(left)
        return text

    def _goes(self, finding: Finding, text: str, *, says_who: bool) -> bool:
        if finding.kind is not Identifier.CAST:
            return False
        is_meant = says_who or (self.capitals_too and text[finding.start].isupper())
        return self.unsure_too or not _may_be_a_word(finding) or (is_meant and not finding.only_warns)


def _may_be_a_word(finding: Finding) -> bool:
    return finding.only_warns or finding.may_stay


def _told(value: Any, name: str, teller: _Teller) -> Any:
    """Tell a value, whatever it is made of; `name` is that of the field in which it stands."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if name in _CODES else teller.text(value, says_who=name in _WHO)
    if isinstance(value, tuple | list):
        return type(value)(_told(each, name, teller) for each in value)
    if isinstance(value, Mapping):
        return {_key(key, name, teller): _told(each, _inside(name), teller) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        told = {each.name: _told(getattr(value, each.name), each.name, teller) for each in fields(value)}
        return replace(value, **told)
    return value


def _key(key: Any, name: str, teller: _Teller) -> Any:
    """Tell a key of another program's; ours are the ids of questions and of roles."""
    return key if name in ("answers", "roles") or not isinstance(key, str) else teller.text(key, says_who=False)


def _inside(name: str) -> str:
    return name if name == "roles" else "extra"


def retell_text(text: str, check: FindIdentifiers) -> tuple[str, tuple[Open, ...]]:
    """Put what to say instead in the place of each name in one text; also gives what may still say who somebody is."""
    teller = _Teller(check=check, unsure_too=False)
    told = teller.text(text, says_who=False)
    return told, (*teller.unsure, *teller.stays, *settle(told, check, {}).open)
