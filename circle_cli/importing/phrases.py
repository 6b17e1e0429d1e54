"""Words of other people's forms, and what they ask for: reflective logs, supervision records, learning diaries."""

import re

PHRASES = {
    "title": (
        "title", "title of session", "name of session", "session title", "entry title", "subject", "activity title",
        "name of activity", "title of activity", "short title", "a short name",
    ),
    "date": (
        "date", "day", "date of session", "session date", "date of activity", "activity date", "date of event",
        "date of visit", "date of supervision", "date of entry", "entry date", "date of reflection", "start time",
        "completion time", "when", "when was it", "when did it happen", "created", "date completed", "timestamp",
    ),
    "themes": ("theme", "themes", "tag", "tags", "keywords", "topics", "categories"),
    "mode": ("mode", "way of using the circle", "how did you use the circle"),
    "setting": ("setting", "services for", "service area", "children or adults", "adults or children"),
    "presenter": (
        "whose practice", "your name", "practitioner", "practitioner name", "name of practitioner", "presenter",
        "presenting practitioner", "social worker", "name of social worker", "student name", "name of student",
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
    ),
    "influence": (
        "my part", "my role", "what i did", "what did i do", "what did you do", "what was your role", "your role",
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
        "conclusion",
    ),
    "actions": (
        "actions", "action", "action plan", "action points", "next steps", "now what", "what next",
        "what will i do next",        "what will you do next", "what needs to happen", "plan",
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
        ("follow-up", "follow up|followed up|afterwards"),
        ("actions", "next steps?|action|actions|do differently|next time|again|will (?:i|you|we) do|apply"),
        ("learning", r"learn\w*|insights?|realised?|take away|takeaways?|lessons?"),
        ("theory", "theor(?:y|ies|etical)|research|evidence base|evidence based|legislation|literature|models?"),
        ("safety", r"safe|safer|safety|safeguarding|risks?|protect\w*|harm|dangers?|worr(?:y|ied|ies)"),
        ("barriers", r"barriers?|challeng\w*|difficult\w*|obstacles?|hard parts?|hardest|struggl\w*|in the way"),
        ("perspectives", r"perspectives?|views?|others (?:say|see|think)|voices?|feedback (?:from|of)|point of view"),
        ("influence", r"(?:my|your) (?:part|role|actions|skills)|did (?:i|you) (?:do|bring)|contribut\w*"),
        ("what-worked", r"(?:go|goes|gone|went|going|works|working) (?:\w+ )?well|worked|proud\w*"
                        r"|success\w*|strengths?|achiev\w*|positives?|good practice|best|wins?"),
        ("situation", "happened|situation|context|background|describe|description|experience|event|incident|scenario"),
        ("date", "date"),
        ("title", "title"),
    )
)  # fmt: skip
"""One word of a label that says what it asks for; of several the one that comes first, and then the first of these."""
