"""A log's own mkdocs.yml: what could publish more than the pages is refused, by line."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.site.building.mkdocs_yml import program_settings, refuse_settings

OURS = program_settings().read_text(encoding="utf-8")


def test_the_programs_own_settings_pass() -> None:
    refuse_settings(program_settings())


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("strict: true", "hooks: [sessions/hook.py]", r"mkdocs\.yml:\d+: hooks: `hooks` is not used"),
        ("strict: true", "INHERIT: ../private.yml", r"`INHERIT` is not used"),
        ("strict: true", "site_author: !ENV USER", r"YAML tags"),
        ("strict: true", "repo_url: https://example.org", r"`repo_url` is not used"),
        ("strict: true", "edit_uri: edit/sessions", r"`edit_uri` is not used"),
        ("strict: true", "extra_javascript: [https://example.org/x.js]", r"`extra_javascript` is not used"),
        ("strict: true", "markdown_extensions: [pymdownx.snippets]", r"`pymdownx.snippets` is not used"),
        ("strict: true", "markdown_extensions:\n  - pymdownx.snippets: {base_path: ..}", r"`pymdownx.snippets` is not"),
        ("  - circle\n", "  - circle\n  - macros\n", r"`macros` is not used"),
        ("  - circle\n", "  - circle\n  - search: {jieba_dict: x}\n", r"without settings of its own"),
        ("  - circle\n", "", r"expected `- circle`"),
        ("  generator: false", "  analytics: {provider: google}", r"`analytics` is not used"),
        ("  name: material", "  name: mkdocs", r"expected `name: material`"),
        ("  font: false", "  font: {text: Roboto}", r"`font: false`"),
        ("  language: en-GB", "  custom_dir: sessions", r"`custom_dir` is not used"),
        ("site_name: ", "site_name: <script>alert(1)</script> ", r":2: site_name: HTML is not used here"),
        ("- Home: index.md", "- <b>Home</b>: index.md", r"HTML is not used here"),
        ("- Home: index.md", "- 'x\" onclick=\"y': index.md", r"HTML is not used here"),
        (
            "name: Change to dark colours",
            "name: 'x\" onclick=\"y'",
            r"palette\[1\]\.toggle\.name: HTML is not used here",
        ),
        ("strict: true", "site_url: 'https://x.org/\"onclick=\"y'", r":\d+: site_url: HTML is not used here"),
        ("strict: true", "markdown_extensions: [toc: {title: <b>}]", r"HTML is not used here"),
    ],
)
def test_whatever_could_publish_more_is_refused_by_line(tmp_path: Path, old: str, new: str, wrong: str) -> None:
    assert old in OURS
    path = tmp_path / "mkdocs.yml"
    path.write_text(OURS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CircleError, match=wrong):
        refuse_settings(path)


def test_the_words_that_a_site_is_called_by_are_words(build: Callable[[dict[str, str]], Path]) -> None:
    attack = """A & B "circle" ' onclick='x' {{ config }}"""
    named = "\n".join(f"{key}: {json.dumps(attack)}" for key in ("site_name", "site_author", "copyright"))
    ours = re.sub(r"(?m)^(site_name|copyright): .*$", "", OURS)
    site = build({"mkdocs.yml": f"{named}\n{ours}"})
    for path in (site / "index.html", site / "learning-points/index.html", site / "404.html"):
        text = path.read_text(encoding="utf-8")
        assert "A &amp; B &#34;circle&#34; &#39; onclick=&#39;x&#39; {{ config }}</title>" in text
        assert "onclick='x'" not in text and 'B "circle"' not in text


def test_harmless_extensions_are_let_through(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(OURS + "\nmarkdown_extensions:\n  - toc: {permalink: true}\n  - tables\n", encoding="utf-8")
    refuse_settings(path)


@pytest.mark.parametrize("change", ["theme", "approval"])
def test_plain_mkdocs_refuses_too(tmp_path: Path, publish: Callable[..., Path], change: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(OURS + ("hooks: [x.py]\n" if change == "theme" else ""), encoding="utf-8")
    (tmp_path / "x.py").touch()
    path = publish(tmp_path)
    if change == "approval":
        path.write_text(path.read_text(encoding="utf-8").replace("Ask where", "Ask Amira where"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""},
    )  # fmt: skip
    assert done.returncode == 1
    assert ("mkdocs.yml:" if change == "theme" else "changed since it was approved") in done.stderr
    assert not (tmp_path / "site/index.html").exists()
