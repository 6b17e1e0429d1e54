"""What the invented teams of the demo write: two sessions, and what each of them taught. Nobody in them exists."""

SETTINGS_OF_BASE = """\
kind: base
name: What works in Fictonshire
organisation: Fictonshire Council
contact: {email: practice@example.org}
colours:
  light: {main: "#4b286d"}
"""

WALK = """\
title: "A walk instead of a room"
setting: children
themes: ["relationships"]
cast:
  - {name: "Larkspur Road", say: "the first placement"}
  - {name: "Robin Vale", also: ["Rob"], say: "the young person"}
learning_points:
  - {id: 1, text: "Let Robin choose where a first meeting takes place.", scope: general}
answers:
  what-worked: |
    The room at Larkspur Road was taken, so Robin chose a walk. We talked for
    an hour, and Robin asked for a third meeting.
"""

CHOOSE = """\
title: Let people choose the place
what-to-try: Ask where a first meeting should be, and offer to walk there.
why: A place of one's own choosing is a safe one.
where-not: Where it has to be private, and there is one such room only.
how: Offer three places, and ask again each time.
rests-on: One account.
themes: [relationships]
setting: both
questions: [learning]
"""

LETTER = """\
title: "The letter that was read"
setting: adults
themes: ["communication"]
cast:
  - {name: "Edna Marlow", say: "the woman it was about"}
learning_points:
  - {id: 1, text: "Read a letter aloud before it is sent.", scope: general}
answers:
  what-worked: |
    I read the letter to Edna before I sent it. Edna changed two words, and
    kept it.
"""

ALOUD = """\
title: Read a letter aloud before it is sent
what-to-try: Read what you have written to the person it is about, and change what jars.
why: Words that are heard together can be put right together.
where-not: Where somebody wants to read it alone first.
how: Offer it, and leave time.
rests-on: One account.
themes: [communication]
setting: both
questions: [perspectives]
"""
