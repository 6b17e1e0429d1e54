"""Pages filled in from one are what MkDocs would have written of each, to the byte."""

from collections.abc import Callable
from pathlib import Path

import pytest
from making import notice, publish, read_words

from circle_cli.site import plugin
from circle_cli.site.build import Stages, build_site

Release = Callable[[Path], Path]

TITLES = {
    "abcdefgh": 'Begin with "what is good" & <small>',
    "bcdefghj": "{{ page.title }} {% raw %} ${title} {title} %(title)s \\1 \\g<0>",
    "cdefghjk": "hole hole- abcdefgh.html href='abcdefgh.html' the-page",
    "defghjkm": "Croeso i bawb: ŵ, ŷ, 家 and \u0301 alone",
    "efghjkmn": "--8<-- &amp; &lt;h1&gt; &#34; ]]>",
}
WORDS = {
    "what_to_try": "</article></div><h1>Not this</h1> {{ config }} &amp;\n\n  - one\n\n        far in\n",
    "rests_on": '<a href="index.html">All</a> <!-- not said --> <script>alert(1)</script>\n\n\n\n\n  and _more_',
}
SETTINGS = """\
site_name: Ours
{more}
theme:
  name: material
  font: false
plugins: [circle]
nav:
  - Home: index.md
  - One of them: learning-points/defghjkm.md
"""


@pytest.mark.parametrize("more", ["use_directory_urls: false", "site_url: https://www.example.org/deep/er/"])
def test_pages_filled_in_are_to_the_byte_what_the_theme_would_have_drawn(
    tmp_path: Path, open_door: Stages, monkeypatch: pytest.MonkeyPatch, more: str
) -> None:
    for name, title in TITLES.items():
        publish(tmp_path, id=name, title=title, **WORDS)
    last = publish(tmp_path)
    last.with_name("zzzzzzzz.md").write_text(notice("zzzzzzzz"), encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.format(more=more), encoding="utf-8")
    read_words(tmp_path)
    filled = _bytes(build_site(tmp_path, open_door))
    monkeypatch.setattr(plugin, "is_alike", lambda page: False)
    drawn = _bytes(build_site(tmp_path, open_door))
    assert [name for name in drawn if drawn[name] != filled.get(name)] == []
    assert filled.keys() == drawn.keys()


def _bytes(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"  # it has its time in it
    }
