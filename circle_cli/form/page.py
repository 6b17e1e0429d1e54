"""The whole page: from the guidance to one file of HTML that asks nothing of any other place."""

import base64
import hashlib
from importlib.resources import files

from circle_cli.form.about import more_about
from circle_cli.form.closing import closing_round, passing_on
from circle_cli.form.parts import how, keeping, situation, who
from circle_cli.form.pieces import Html, attributes, bullets, joined
from circle_cli.form.questions import notes, question_part
from circle_cli.guidance.ours import MEANS
from circle_cli.guidance.records import Guidance
from circle_cli.ids import ALPHABET, SECTIONS
from circle_cli.interview.composing.compose import UNTITLED
from circle_cli.interview.script.during.together import NAMED_UP_TO, ONE_OF_MANY
from circle_cli.paper.document import CREDIT
from circle_cli.paper.layout import PRIVATE

_POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; connect-src 'none'; form-action 'none'; "
    "base-uri 'none'"
)
_SCRIPTS = ("writing.js", "answers.js", "draft.js", "keeping.js", "shown.js")
"""The script's parts, in the order in which they stand on the page."""

_BEFORE = (
    "This page sends nothing. It asks no other computer for anything, and it works without a network.",
    "It keeps nothing, unless you tick the box for a draft. Then you save a file, and it is yours.",
    "Write no names of the people you work with, nor anything by which they could be known.",
    "It is not a case record. What belongs in one goes there as well, and a worry about somebody’s safety goes to "
    "your local safeguarding procedures now.",
)


def draw_form(guidance: Guidance, back: str = "") -> str:
    """Draw the page for this guidance; a log's own questions are in it where the guidance has them.

    Whoever makes it for a site gives `guidance.public`, and the way `back` to the page there that offers it.
    """
    style, *scripts = (files("circle_cli.form").joinpath(name).read_text("utf-8") for name in ("form.css", *_SCRIPTS))
    script = "\n".join(scripts)
    policy = _POLICY.format(script=_hash(script), style=_hash(style))
    return _PAGE.format(
        policy=_as_is(policy),
        style=_as_is(style),
        script=_as_is(script),
        back=_BACK.format(back) if back else "",
        before=bullets(_BEFORE),
        form=_form(guidance),
        told=attributes(
            data_sections=" ".join(SECTIONS),
            data_letters=ALPHABET,
            data_untitled=UNTITLED,
            data_few=str(NAMED_UP_TO),
            data_among=ONE_OF_MANY,
        ),
        private=PRIVATE,
        credit=CREDIT,
        means=MEANS,
    )


def _form(guidance: Guidance) -> Html:
    return joined(
        (
            how(guidance),
            who(guidance),
            situation(),
            *(question_part(question) for question in guidance.asked),
            closing_round(guidance),
            passing_on(),
            more_about(guidance),
            notes(),
            keeping(),
        )
    )


def _as_is(text: str) -> Html:
    """Give a style or a script of ours as it stands in a page, where nothing is escaped.

    Raises:
        ValueError: it would end before its end.
    """
    if "</" in text or "<!--" in text:
        raise ValueError("a script or style may not hold what ends it")
    return Html(text)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


_BACK = Html('<nav aria-label="This site"><a href="{}">Back to the kit</a></nav>\n')

_PAGE = Html(
    """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="The eight questions of the circle, to reflect on in your browser. It sends nothing.">
<title>Reflect here: the what works practice learning circle</title>
<style>{style}</style>
</head>
<body>
{back}<main>
<h1>Reflect here</h1>
<div class="before">{before}</div>
<p id="without">This page needs its script, which does not run here. Save the page as a file and open that in a browser,
such as Edge, Chrome, Firefox or Safari; or use a recording sheet on paper.</p>
<form id="reflection" autocomplete="off" spellcheck="false"{told} hidden>
{form}
</form>
<article id="paper" translate="no" aria-label="What you have written, to print"></article>
</main>
<footer><p>{private}</p><p>{means}</p><p>{credit}</p></footer>
<script>{script}</script>
</body>
</html>
"""
)
