"""What is told of a word that nothing explains: what it may be, and why it is found."""

from circle_cli.identifiers.findings.record import Identifier

Verdict = tuple[Identifier, str] | None

QUIET: Verdict = None
CAPITAL_LETTER: Verdict = (Identifier.NAME, "is written with a capital letter, as names are")
OPENS_A_SENTENCE: Verdict = (Identifier.NAME, "can be a name, and begins a sentence")
STANDS_LIKE_A_NAME: Verdict = (Identifier.NAME, "can be a name, and stands here like one")
NAME_ELSEWHERE: Verdict = (Identifier.NAME, "is written elsewhere in this text as a name is")
HARDLY_A_WORD: Verdict = (Identifier.NAME, "is a name more often than a word")
NAME_IN_CAPITALS: Verdict = (Identifier.NAME, "is a name")
LONE_LETTER: Verdict = (Identifier.NAME, "is a letter that may stand for somebody's name")
TOWN: Verdict = (Identifier.PLACE, "can be a town, and stands here like one")
UNKNOWN_LETTERS: Verdict = (Identifier.LETTERS, "are letters that the check does not know")
UNKNOWN_NUMBER: Verdict = (Identifier.NUMBER, "is a number that nothing explains")
UNKNOWN_WORD: Verdict = (Identifier.WORD, "is no word that the check knows: a name, or a slip of the pen?")
MIXED_SCRIPTS: Verdict = (Identifier.WORD, "mixes letters of different scripts that look alike")
