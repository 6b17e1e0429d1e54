"""What the page is made of: controls with their words, and lists to which rows can be added."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

Html = Markup
NOTHING = Html("")
_join = NOTHING.join


def joined(parts: Iterable[Html]) -> Html:
    """Put pieces after one another."""
    return _join(parts)


def paragraph(text: str, name: str = "hint") -> Html:
    """Draw a paragraph of ours."""
    return Markup('<p class="{}">{}</p>').format(name, text)


def bullets(lines: Sequence[str]) -> Html:
    """Draw lines as a list; nothing where there are none."""
    items = _join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<ul>{}</ul>").format(items) if lines else NOTHING


def behind(summary: str, lines: Sequence[str], **given: str | bool) -> Html:
    """Draw lines that are one key away; nothing where there are none."""
    shown = Markup("<details{}><summary>{}</summary>{}</details>")
    return shown.format(attributes(**given), summary, bullets(lines)) if lines else NOTHING


def attributes(**given: str | bool) -> Html:
    """Write attributes: `data_field="x"` as ` data-field="x"`, True as a bare name, False not at all."""
    return _join(
        Markup(" {}").format(name.replace("_", "-"))
        if value is True
        else Markup(' {}="{}"').format(name.replace("_", "-"), value)
        for name, value in given.items()
        if value is not False
    )


def only(when: str, *inner: Html) -> Html:
    """Draw what is shown in some ways to use the circle, or at one length: all of these with blanks between."""
    return Markup('<div data-when="{}">{}</div>').format(when, _join(inner))


def field(label: str, **given: str | bool) -> Html:
    """Draw a field of one line with its label around it."""
    return Markup("<label>{} <input{}></label>").format(label, attributes(**given))


def day(label: str, **given: str | bool) -> Html:
    """Draw a field for a day, of those that a file can hold."""
    return field(label, type="date", min="1900-01-01", max="9999-12-31", **given)


def text(label: str, **given: str | bool) -> Html:
    """Draw a small field of several rows with its label around it; what stands in it is one line."""
    shown = Markup('<label>{} <textarea class="short" rows="2"{}></textarea></label>')
    return shown.format(label, attributes(**given))


def choice(label: str, ways: Iterable[tuple[str, str]], **given: str | bool) -> Html:
    """Draw a list of which one is chosen, or none."""
    nothing = Markup('<option value="">Not said</option>')
    shown = Markup("<label>{} <select{}>{}{}</select></label>")
    return shown.format(label, attributes(**given), nothing, options(ways))


def options(ways: Iterable[tuple[str, str]]) -> Html:
    """Draw what can be chosen: what is kept of each, and what it says."""
    return _join(Markup('<option value="{}">{}</option>').format(value, words) for value, words in ways)


def tick(label: str, kind: str = "checkbox", **given: str | bool) -> Html:
    """Draw a box or a circle to tick, with its label."""
    return Markup('<label class="tick"><input type="{}"{}> <span>{}</span></label>').format(
        kind, attributes(**given), label
    )


def group(legend: str, *inner: Html, **given: str | bool) -> Html:
    """Draw controls that belong together."""
    return Markup("<fieldset{}><legend>{}</legend>{}</fieldset>").format(attributes(**given), legend, joined(inner))


def rows(key: str, title: str, one: str, *controls: Html, about: str | Html = "", **given: str | bool) -> Html:
    """Draw a list to which rows can be added; `one` says what a row is. The page's script makes the first."""
    row = Markup('<fieldset class="row"><legend></legend>{}</fieldset>').format(joined(controls))
    shown = Markup("{}<template>{}</template><button type='button' data-add>Another: {}</button>")
    hint = about if isinstance(about, Markup) else paragraph(about) if about else NOTHING
    return group(title, shown.format(hint, row, one.lower()), data_rows=key, data_one=one, **given)
