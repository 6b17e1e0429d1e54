"""Content controls, made to say what they show: a box that is ticked or not, and nothing where nobody chose."""

from collections.abc import Mapping

from circle_cli.paper.intake.ticks import TICKED, UNTICKED
from circle_cli.paper.intake.word.tree import Element, is_on


def settle_controls(top: Element, styles: Mapping[str, str]) -> None:
    """Put what each control says in place of what it draws; `styles` are the names of styles by their ids."""
    for control in top.iter("sdt"):
        box, shown = control.find("sdtPr/checkbox"), control.find("sdtContent")
        runs = [] if shown is None else list(shown.iter("r"))
        if box is not None and runs:
            for run in runs:
                run.clear()
            runs[0].append(_worded(TICKED if is_on(box.find("checked")) else UNTICKED))
        elif is_on(control.find("sdtPr/showingPlcHdr")):
            for run in runs:
                if styles.get(_style_of(run), "").startswith("placeholder"):  # some programs fill it in all the same
                    run.clear()


def _worded(text: str) -> Element:
    made = Element("t")
    made.text = text
    return made


def _style_of(run: Element) -> str:
    style = run.find("rPr/rStyle")
    return "" if style is None else style.get("val", "")
