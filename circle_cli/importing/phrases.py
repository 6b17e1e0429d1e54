"""Words of other people's forms, and what they ask for: reflective logs, supervision records, learning diaries."""

import re

BY_THE_FORM = (
    "start time", "completion time", "timestamp", "created", "date completed", "submitted at", "amser dechrau",
    "amser cwblhau", "startzeit", "fertigstellungszeit", "heure de début", "heure de fin", "hora de inicio",
    "hora de finalización",
)  # fmt: skip
"""What a program notes of when a form was filled in: it counts where nobody says when it happened."""


def _of(what: str) -> tuple[str, ...]:
    """Give `date of visit`, `date of the visit`, and so on."""
    nouns = (
        "session", "reflection", "supervision", "supervision session", "visit", "activity", "event", "entry",
        "incident", "meeting", "discussion", "observation", "practice", "contact", "piece of work", "piece of practice",
    )  # fmt: skip
    return tuple(f"{what} of {article}{noun}" for noun in nouns for article in ("", "the ", "this ", "your ", "my "))


PHRASES = {
    "title": (
        "title", "title of session", "name of session", "session title", "entry title", "subject", "activity title",
        "name of activity", "short title", "a short name", *_of("title"),
    ),
    "date": (
        "date", "day", "session date", "activity date", "entry date", "when", "when was it", "when did it happen",
        "date and time", *_of("date"), *BY_THE_FORM,
    ),
    "themes": ("theme", "themes", "tag", "tags", "keywords", "topics", "categories"),
    "mode": ("mode", "way of using the circle", "how did you use the circle"),
    "setting": ("setting", "services for", "service area", "children or adults", "adults or children"),
    "presenter": (
        "whose practice", "your name", "practitioner", "practitioner name", "name of practitioner", "presenter",
        "presenting practitioner", "social worker", "name of social worker", "student name", "name of student",
        "worker", "worker's name", "name of worker", "supervisee", "name of supervisee", "supervisee's name",
    ),
    "situation": (
        "situation", "the situation", "what happened", "description", "description of event", "describe the situation",
        "description of the experience", "context", "background", "what was the situation", "summary of situation",
        "brief description", "short description", "the experience", "case summary", "what", "describe what happened",
    ),
    "what-worked": (
        "what went well", "what worked well", "what worked", "what has gone well", "what has worked well", "successes",
        "strengths", "what was good", "what are you proud of", "good practice", "positives", "what is working well",
        "what's working well", "working well", "what went well and why", "why did it work", "evaluation",
        "what went well, and what could others try", "why do you think it helped",
    ),
    "influence": (
        "my part", "my role", "what i did", "what did i do", "what did you do", "what was your role",
        "my contribution", "what was my role", "what part did you play", "skills used", "skills i used",
    ),
    "perspectives": (
        "other views", "other perspectives", "views of others", "perspectives", "others perspectives",
        "views of the family", "views of the child", "service user feedback", "what would others say",
        "voice of the child", "feedback from others",
    ),
    "barriers": (
        "barriers", "challenges", "difficulties", "obstacles", "what went less well", "what did not go well",
        "what didn't go well", "what did not go so well", "what didn't go so well", "what could have gone better",
        "hard parts", "what was difficult", "what was challenging", "what are we worried about",
        "what are you worried about", "what am i worried about",
    ),
    "safety": ("safety", "risk", "risks", "risk and safety", "safeguarding considerations", "safety and risk"),
    "theory": (
        "theory", "theories", "theory and research", "research", "theory used", "links to theory", "link to theory",
        "theory, research and legislation", "evidence base", "models and theories", "knowledge used", "legislation",
    ),
    "learning": (
        "learning", "learning points", "key learning", "what did i learn", "what did you learn", "what have i learnt",
        "what have i learned", "what have you learnt", "what have you learned", "what i learnt", "what i learned",
        "lessons learnt", "lessons learned", "so what", "what was learnt", "learning outcomes", "insights",
        "conclusion", "where might it not fit",
    ),
    "actions": (
        "actions", "action", "action plan", "action points", "next steps", "now what", "what next", "what's next",
        "what will i do next", "what will you do next", "next", "what needs to happen", "plan",
        "what would i do differently", "future practice",
        "what will i do differently", "what would you do differently", "implications for practice", "agreed actions",
    ),
    "follow-up": ("follow up", "following up", "what happened next", "what happened afterwards", "outcome of actions"),
    "notes": ("notes", "note", "comments", "any other comments", "anything else", "additional comments", "other"),
}  # fmt: skip
"""What is asked for in exactly these words, by what it becomes."""

LESS_WELL = re.compile(
    r"\b(?:not|never|less|could|even|difficult to)\b(?: \w+){0,4} (?:well|better|work|worked|improved?)\b|\bwrong\b"
)
"""What asks for what did not go well, though it has the words of what did."""

KEYWORDS = tuple(
    (target, re.compile(rf"\b(?:{words})\b"))
    for target, words in (
        ("follow-up", "follow up|followed up|afterwards|previous actions|actions? from last|last time"),
        ("actions", "next steps?|action|actions|do differently|next time|again|will (?:i|you|we) do"
                    "|(?:i|you|we) apply|apply (?:it|this|what)"),
        ("learning", r"learn\w*|insights?|realised?|take away|takeaways?|lessons?"),
        ("theory", "theor(?:y|ies|etical)|research|evidence base|evidence based|legislation|literature|models?"),
        ("safety", r"safe|safer|safety|safeguarding|risks?|protect(?:s|ing|ive|ion)?|harm|dangers?|worr(?:y|ied|ies)"),
        ("barriers", r"barriers?|challeng\w*|difficult\w*|obstacles?|hard parts?|hardest|struggl\w*|in the way"),
        ("perspectives", r"perspectives?|views?|others (?:say|see|think)|voices?|feedback (?:from|of)|point of view"),
        ("influence", r"(?:my|your) (?:part|skills)|my (?:role|actions)|was your role|your role in"
                      r"|did (?:i|you) (?:do|bring)|contribut\w*"),
        ("what-worked", r"(?:go|goes|gone|went|going|works|working) (?:\w+ )?well|worked|proud\w*"
                        "|made (?:a|the|all the) difference"
                        r"|success(?:es|ful)?|strengths?|achiev\w*|positives?|good practice|best|wins?"),
        ("situation", "happened|situation|context|background|describe|description|experience|event|incident|scenario"),
        ("date", "date|when (?:was|did|were)"),
        ("title", "title"),
    )
)  # fmt: skip
"""One word of a label that says what it asks for; of several the one that comes first, and then the first of these."""

NOT_ASKED = re.compile(
    r"\b(?:consent\w*|agree that|gdpr|privacy|data protection|learning (?:disab|difficult)\w*|job title"
    r"|experience levels?|levels? of experience|years?(?: of)? experience)\b"
)
"""What has a word of ours in it, and asks for something else."""

OTHER_DAYS = re.compile(
    r"\b(?:birth|birthday|next|last|previous|due|review|target|sign(?:ed|ature)?|approv\w*|submi\w*|up to date|expir\w*"
    r"|referr\w*|qualif\w*|register\w*|clos(?:ed|ing|ure)|deadline|end|finish\w*)\b"
)
"""What speaks of a day that is not the one of which somebody writes."""

_OF_A_FORM = (
    r"reflect\w*|supervision|record\w*|log|logs|form|template|sheet|account|practice|learning|case|diary|journal|cpd|piece"
    r"|notes?|social|works?|workers?|students?|individual|group|critical|incident|continuing|professional|development"
    r"|my|your|the|a|an|of|on|for|and|in|to|version|v?\d{1,2}(?:\.\d)?"
)
CALLS_A_FORM = re.compile(rf"(?:\W*\b(?:{_OF_A_FORM})\b)+\W*", re.I)
"""The heading of a form, which all that are filled in have in common: it says nothing of what one of them is about."""
