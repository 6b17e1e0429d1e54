"""Values in a log's mkdocs.yml that the theme or an extension has not: one line each, and no crash in a template."""

from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.site.building.mkdocs_yml import program_settings, refuse_settings

OURS = program_settings().read_text(encoding="utf-8")
LANGUAGE, LOGO, ICONS = "  language: en-GB", "    logo: material/chart-donut", "  icon:\n    logo: material/chart-donut"
FEATURES = "  features:\n    - navigation.sections\n    - navigation.footer\n    - navigation.top\n"
PALETTE = OURS[OURS.index("  palette:\n") : OURS.index("\nplugins:")]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (LANGUAGE, "  language: xx", r":12: theme\.language: no language that the theme knows"),
        (LANGUAGE, "  language: [en]", r"theme\.language: no language"),
        (LANGUAGE, "  language: 5", r"theme\.language: no language"),
        (LANGUAGE, "  language: ../../main", r"theme\.language: no language"),
        (LANGUAGE, f"{LANGUAGE}\n  direction: up", r"theme\.direction: expected `ltr` or `rtl`"),
        (LANGUAGE, f"{LANGUAGE}\n  logo: nothing.svg", r"theme\.logo: no picture of the theme's or ours"),
        ("  favicon: circle.svg", "  favicon: ../../sessions/x.png", r"theme\.favicon: no picture"),
        ("  favicon: circle.svg", "  favicon: 5", r"theme\.favicon: no picture"),
        (LOGO, "    logo: material/nothing-like-it", r":16: theme\.icon\.logo: no icon that the theme has"),
        (LOGO, "    admonition: {note: x/y}", r"theme\.icon\.admonition\.note: no icon"),
        (LOGO, "    logo: [a]", r"theme\.icon\.logo: no icon"),
        (ICONS, "  icon: material/chart-donut", r"theme\.icon: expected what each icon is for"),
        (FEATURES, "  features: navigation.top\n", r"theme\.features: expected a list of names"),
        (FEATURES, "  features: 5\n", r"theme\.features: expected a list"),
        (FEATURES, "  features: [5]\n", r"theme\.features: expected a list"),
        (PALETTE, "  palette: 5\n", r"theme\.palette: expected keys such as `scheme: default`"),
        (PALETTE, "  palette: [red]\n", r"theme\.palette\[1\]: expected keys"),
        (PALETTE, "  palette: {scheme: [a]}\n", r"theme\.palette\.scheme: expected words"),
        (PALETTE, "  palette: {colour: red}\n", r"theme\.palette\.colour: expected words for one of"),
        (PALETTE, "  palette: {toggle: x}\n", r"theme\.palette\.toggle: expected an `icon` and a `name`"),
        (PALETTE, "  palette: {toggle: {icon: a/b, name: x}}\n", r"theme\.palette\.toggle\.icon: no icon"),
        ("strict: true", "markdown_extensions: toc", r"markdown_extensions: expected a list"),
        ("strict: true", "markdown_extensions: [toc: {nothing: 1}]", r"\[1\]\.toc\.nothing: no setting that it takes"),
        ("strict: true", "markdown_extensions: [tables: {x: 1}]", r"\[1\]\.tables\.x: no setting that it takes"),
        ("strict: true", "markdown_extensions: [toc: {toc_depth: two}]", r"toc_depth: no setting that it takes"),
        ("strict: true", "markdown_extensions: [toc: 5]", r"\[1\]\.toc: expected settings by name"),
    ],
)
def test_a_value_that_is_not_there_is_named_by_line_and_key(tmp_path: Path, old: str, new: str, wrong: str) -> None:
    assert old in OURS
    path = tmp_path / "mkdocs.yml"
    path.write_text(OURS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CircleError, match=wrong):
        refuse_settings(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LANGUAGE, "  language: cy"),
        (LANGUAGE, "  language: en"),
        (LOGO, "    logo: material/heart"),
        (PALETTE, "  palette: {scheme: slate, primary: teal}\n"),
        (PALETTE, ""),
        ("strict: true", "markdown_extensions: [toc: {permalink: true, toc_depth: 2}, tables]"),
    ],
)
def test_what_the_theme_has_is_let_through(tmp_path: Path, old: str, new: str) -> None:
    assert old in OURS
    path = tmp_path / "mkdocs.yml"
    path.write_text(OURS.replace(old, new, 1), encoding="utf-8")
    refuse_settings(path)
