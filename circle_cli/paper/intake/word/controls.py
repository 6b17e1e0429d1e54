"""Content controls, made to say what they show: a box that is ticked or not, and nothing where nobody chose."""

from collections.abc import Mapping
from dataclasses import dataclass

from circle_cli.paper.intake.ticks import TICKED, UNTICKED
from circle_cli.paper.intake.word.tree import Element, is_on


@dataclass(slots=True)
class _Shown:
    """What a control shows in place of its words; "" for nothing. A placeholder is known by the name of its style."""

    text: str
    placeholder: bool = False


def settle_controls(top: Element, styles: Mapping[str, str]) -> None:
    """Put what each control says in place of what it draws; `styles` are the names of styles by their ids."""
    waiting: list[tuple[Element, _Shown | None]] = [(top, None)]
    while waiting:
        element, shown = waiting.pop()
        if element.tag == "sdt":
            shown = _shown(element) or shown
        elif element.tag == "r" and shown and _is_drawn(element, shown, styles):
            element.clear()
            element.append(_worded(shown.text))
            shown.text = ""  # the first of its runs says it
        waiting += ((each, shown) for each in reversed(element))


def _shown(control: Element) -> _Shown | None:
    box = control.find("sdtPr/checkbox")
    if box is not None:
        return _Shown(TICKED if is_on(box.find("checked")) else UNTICKED)
    return _Shown("", placeholder=True) if is_on(control.find("sdtPr/showingPlcHdr")) else None


def _is_drawn(run: Element, shown: _Shown, styles: Mapping[str, str]) -> bool:
    """Tell whether a run is the control's own; some programs fill in a placeholder and let it be called one."""
    style = run.find("rPr/rStyle") if shown.placeholder else None
    named = "" if style is None else styles.get(style.get("val", ""), "")
    return not shown.placeholder or named.startswith("placeholder")


def _worded(text: str) -> Element:
    made = Element("t")
    made.text = text
    return made
