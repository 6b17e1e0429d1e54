"""One canary for each channel through which private text could reach the site. None does.

And no channel is guarded once only: what would have come of each canary, had the stage before it been taken out, is
found by the sweep.
"""

import gzip
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from making import put_report, read_words, report, session_text
from signed import approve_report

from circle_cli.commands.site.site import stages_for
from circle_cli.errors import CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.log.folder import Log
from circle_cli.points.folder import Published, read_published
from circle_cli.points.record import Trial
from circle_cli.settings import Settings
from circle_cli.site.build import Stages, build_site
from circle_cli.site.building.contents import read_contents
from circle_cli.vocabulary import Outcome

Publish = Callable[..., Path]
Release = Callable[[Path], Path]

CANARY = "Xanthippe Quillfeather"
SLUG = "xanthippe-quillfeather"
CAST = f'cast:\n  - {{name: "{CANARY}", also: ["Xan"]}}\n'
SESSION = session_text(title="A visit", front=CAST, what_worked=CANARY)
WITHDRAWN = '---\ncircle: 1\nkind: learning-point\nid: "zzzzzzzz"\nwithdrawn: 2026\n---\n'


@pytest.fixture
def log_root(tmp_path: Path) -> Path:
    """A log with a session whose cast is the canary, a spark of them, and a site from before."""
    put(tmp_path, "sessions/2026/2026-11-23-k3f9-a-visit.md", SESSION)
    put(tmp_path, "sparks/2026-11.md", f"- 2026-11-23: {CANARY} laughed\n")
    put(tmp_path, "site/index.html", "the old site")
    return tmp_path


def put(log_root: Path, name: str, content: str | bytes) -> None:
    path = log_root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def docx() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("docProps/core.xml", f"<dc:creator>{CANARY}</dc:creator>")
    return made.getvalue()


EXIF = b"\xff\xd8\xff\xe1\0\x40Exif\0\0" + CANARY.encode() + b"\0\xff\xd9"
IN_TEXT = {
    "a comment": f"Ask. <!-- {CANARY} -->",
    "a hidden span": f"Ask. <span hidden>{CANARY}</span>",
    "a data attribute": f'Ask. <b data-who="{CANARY}">them</b>',
    "a comment of Markdown": f"Ask.\n\n[//]: # ({CANARY})",
    "the words for a picture": f"Ask. ![{CANARY}](a.png)",
    "the title of a picture": f'Ask. ![a](a.png "{CANARY}")',
    "where a link leads": f"Ask [them](../../sessions/{SLUG}.md).",
    "the title of a link": f'Ask [them](index.md "{CANARY}").',
    "a note nobody points to": f"Ask.\n\n[^1]: {CANARY}",
    "an abbreviation": f"Ask.\n\n*[ask]: {CANARY}",
    "the id of a heading": f"Ask.\n\n# Them {{#{SLUG}}}",
    "an attribute list": f'Ask *them*{{: title="{CANARY}" }}',
    "a snippet": f'Ask.\n\n--8<-- "sessions/{SLUG}.md"',
    "a snippet in a block of code": f'Ask.\n\n```\n--8<-- "sessions/{SLUG}.md"\n```',
    "a template": f'Ask {{{{ "{CANARY}" }}}}.',
    "plain words": f"Ask {CANARY}.",
    "small letters": f"ask {CANARY.lower()}.",
    "entities": "Ask &#88;anthippe Quillfeather.",
    "letters set apart by marks": "Ask Xan*thip*pe.",
}


@pytest.mark.parametrize("channel", IN_TEXT)
def test_the_gate_stops_it_in_a_learning_points_text(log_root: Path, publish: Publish, channel: str) -> None:
    published = publish(log_root, how=IN_TEXT[channel])
    with pytest.raises(CircleError, match=r"k3f9abcd\.md:\d+: may be") as caught:
        stages_for(Log(root=log_root)).inspect(read_published(published.parent))
    assert "Xan" not in str(caught.value)


def test_the_sweep_stops_it_when_the_gate_is_taken_out(log_root: Path, publish: Publish, open_door: Stages) -> None:
    ids = [f"{letter}3f9abcd" for letter in "abcdefghjkmnpqrstuv"]
    for name, text in zip(ids, IN_TEXT.values(), strict=True):
        publish(log_root, id=name, how=text)
    publish(log_root, id="wwwwwwww", title=f"As {CANARY} did")
    publish(log_root, id="xxxxxxxx", tried=(Trial(outcome=Outcome.WORKED, year=2027, differed=f"Like {CANARY}"),))
    whole = stages_for(Log(root=log_root))
    with pytest.raises(CircleError) as caught:
        build_site(log_root, Stages(inspect=open_door.inspect, finish=whole.finish, sweep=whole.sweep))
    said = str(caught.value)
    for name in (*ids, "wwwwwwww", "xxxxxxxx"):
        assert f"learning-points/{name}.html: a name" in said, name
    assert all(re.search(f"search/{kind}[0-9]+.js: a name", said) for kind in "dws")
    assert "learning-points/index.html: a name" in said
    assert "Xan" not in said and (log_root / "site/index.html").read_text() == "the old site"


def test_the_sweep_stops_it_on_a_page_that_somebody_approved(log_root: Path, open_door: Stages) -> None:
    put(log_root, "guidance/kit.md", f'---\ntitle: "A"\ndescription: "B"\n---\n# A\n\nAsk {CANARY}.\n')
    read_words(log_root)
    whole = stages_for(Log(root=log_root))
    with pytest.raises(CircleError, match=r"kit\.md:7(?s:.*)kit\.html: a name of a session’s cast"):
        build_site(log_root, Stages(inspect=open_door.inspect, finish=whole.finish, sweep=whole.sweep))


OUTSIDE = {
    "guidance/our-team.md": f"# {CANARY}\n",
    "guidance/notes.txt": CANARY,
    "guidance/data.json": json.dumps({"who": CANARY}),
    "guidance/index.md~": CANARY,
    "guidance/.index.md.swp": CANARY,
    "guidance/modes/photo.jpg": EXIF,
    "guidance/sheet.docx": docx(),
    "guidance/circle.css": f"/* {CANARY} */",
    "guidance/circle.js": f"// {CANARY}",
    f"guidance/{SLUG}.md": "# A page",
    "guidance/questions/our-own.md": f'---\nid: our-own\ntitle: "What of {CANARY}?"\norder: 9\n---\n{CANARY}\n',
    "guidance/overrides/main.html": CANARY,
    "identifier-check/README.txt": CANARY,
    "notes.md": CANARY,
}
"""What MkDocs would publish, or could be told to; here nothing of it is read."""


def test_nothing_that_lies_about_reaches_the_site(log_root: Path, publish: Publish, release: Release) -> None:
    publish(log_root)
    for name, content in OUTSIDE.items():
        put(log_root, name, content)
    (log_root / "guidance/linked").symlink_to(log_root / "sessions")
    git = ["git", "-C", str(log_root), "-c", f"user.name={CANARY}", "-c", f"user.email={SLUG}@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", f"After a visit to {CANARY}"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    site = release(log_root)
    for path in site.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        content = gzip.decompress(content) if path.suffix == ".gz" else content
        assert b"xanthippe" not in content.lower() and b"quillfeather" not in content.lower(), path
        assert "xan" not in path.name


def test_a_question_of_the_logs_own_is_in_nothing_that_a_site_offers_to_print(log_root: Path) -> None:
    put(log_root, "guidance/questions/our-own.md", OUTSIDE["guidance/questions/our-own.md"])
    offered: list[Guidance] = []
    read_contents(
        log_root / "guidance", name="x", address=None, settings=Settings(), this_year=2027, link=lambda uri, _: uri,
        inspect=None, make_kit=lambda guidance: {"x": str(offered.append(guidance)).encode()},
    )  # fmt: skip
    assert load_guidance(log_root / "guidance").own and not offered[0].own


REFUSED = {
    "a name as the file's name": (f"guidance/learning-points/{SLUG}.md", "x", "is no learning point"),
    "a copy that an editor left": ("guidance/learning-points/k3f9abcd.md~", CANARY, "is no learning point"),
    "a picture among the points": ("guidance/learning-points/photo.jpg", EXIF, "is no learning point"),
    "words under a notice": ("guidance/learning-points/zzzzzzzz.md", f"{WITHDRAWN}\n{CANARY}\n", "text stands below"),
    "an edit link": ("mkdocs.yml", f"repo_url: https://example.org/{SLUG}", "`repo_url` is not used"),
    "a theme of one's own": ("mkdocs.yml", "theme: {name: material, font: false, custom_dir: sessions}", "custom_dir"),
    "snippets": ("mkdocs.yml", "markdown_extensions: [pymdownx.snippets]", "`pymdownx.snippets` is not used"),
    "a hook": ("mkdocs.yml", "hooks: [sessions/hook.py]", "`hooks` is not used"),
    "a page with an author": (
        "guidance/preparing.md",
        f'---\ntitle: "A"\ndescription: "B"\nauthor: "{CANARY}"\n---\n# A\n',
        r"preparing\.md:4: author: unknown key",
    ),
    "a page of the log's own that names somebody": (
        "guidance/preparing.md",
        f'---\ntitle: "A"\ndescription: "B"\n---\n# A\n\n<!-- {CANARY} -->\n',
        r"preparing\.md:7: a comment",
    ),
    "a page of the log's own whose reader saw nothing in it": (
        "guidance/preparing.md",
        f'---\ntitle: "A"\ndescription: "B"\n---\n# A\n\n{CANARY}\n',
        r"preparing\.md:7: may tell who",
    ),
    "the description of a page": (
        "guidance/preparing.md",
        f'---\ntitle: "A"\ndescription: "{CANARY}"\n---\n# A\n',
        r"preparing\.md:3: may tell who",
    ),
}  # fmt: skip


@pytest.mark.parametrize("channel", REFUSED)
def test_what_has_no_business_there_stops_the_build(log_root: Path, release: Release, channel: str) -> None:
    name, content, wrong = REFUSED[channel]
    if name == "mkdocs.yml":
        rest = {"theme": "{name: material, font: false}", "plugins": "[search, circle]"}
        content = "\n".join(
            [str(content), *(f"{key}: {value}" for key, value in rest.items() if key not in str(content))]
        )
    put(log_root, name, content)
    if "author" not in channel:
        with suppress(CircleError):  # nobody can read what is malformed
            read_words(log_root)
    with pytest.raises(CircleError, match=wrong) as caught:
        release(log_root)
    assert "Quillfeather" not in str(caught.value)
    assert (log_root / "site/index.html").read_text() == "the old site"


@pytest.mark.parametrize("key", ["author", "tags", "description", "date", "session"])
def test_a_key_that_nobody_knows_stops_the_build(log_root: Path, publish: Publish, release: Release, key: str) -> None:
    path = publish(log_root)
    path.write_text(path.read_text(encoding="utf-8").replace("year: 2026", f'year: 2026\n{key}: "{CANARY}"', 1))
    with pytest.raises(CircleError, match=rf"k3f9abcd\.md:\d+: {key}: unknown key"):
        release(log_root)


def test_a_learning_point_that_is_a_link_to_a_session_stops_the_build(log_root: Path, release: Release) -> None:
    (log_root / "guidance/learning-points").mkdir(parents=True)
    session = next((log_root / "sessions/2026").iterdir())
    (log_root / "guidance/learning-points/k3f9abcd.md").symlink_to(session)
    with pytest.raises(CircleError, match="a link to another place"):
        release(log_root)


LEAKED = {
    "authors from git": ("index.html", f'<a href="mailto:{SLUG}@example.org">1 author</a>'),
    "an edit link": ("index.html", f'<a href="https://example.org/edit/sessions/{SLUG}.md">Edit</a>'),
    "a file's name": (f"learning-points/{SLUG}.html", "<p>A page</p>"),
    "the id of a heading": ("index.html", f'<h2 id="{SLUG}">A</h2>'),
    "the author of a page": ("index.html", f'<meta name="author" content="{CANARY}">'),
    "the description of a page": ("index.html", f'<meta name="description" content="{CANARY}">'),
    "a feed": ("feeds/voice.xml", f"<feed><entry><title>{CANARY}</title></entry></feed>"),
    "a page that nobody lists": ("sitemap.xml", f"<loc>https://example.org/{SLUG}.html</loc>"),
    "the packed list of pages": ("sitemap.xml.gz", gzip.compress(f"<loc>{SLUG}</loc>".encode())),
    "the index of words": ("search/w0.js", f'circleWords("w0",[\n["{CANARY.lower()}","+!#)/"]\n])'),
    "a picture": ("photo.jpg", EXIF),
    "a document": ("sheet.docx", docx()),
    "a session as it is": ("2026-11-23-k3f9.md", SESSION),
    "the id of a session": ("index.html", "<p>From 2026-11-23-k3f9</p>"),
    "a copy that an editor left": ("index.md~", CANARY),
    "notes": ("notes.txt", CANARY),
    "data": ("data.json", json.dumps({"who": CANARY})),
    "a style": ("circle.css", f"/* {CANARY} */"),
    "a script": ("circle.js", f"// {CANARY}"),
    "a drawing": ("a.svg", f"<svg><title>{CANARY}</title></svg>"),
    "what was taken back": ("search/d0.js", f'circleWords("d0",[\n["A title","x.html","{CANARY}",""]\n])'),
    "a name for friends": ("index.html", "<p>Then Xan came.</p>"),
}
"""What would stand in the built folder if the stage that keeps it out were not there."""


@pytest.mark.parametrize("channel", LEAKED)
def test_the_sweep_finds_it_when_the_stage_before_is_taken_out(log_root: Path, channel: str) -> None:
    name, content = LEAKED[channel]
    built = log_root / "built"
    put(built, name, content)
    put(built, "other.html", "<p>Nothing of anybody’s.</p>")
    found = stages_for(Log(root=log_root)).sweep(built, Published(folder=log_root), frozenset())
    assert found[name] and not found["other.html"]
    assert "xan" not in str(found[name]).lower()


def test_a_report_that_may_not_be_shown_is_left_out_and_the_rest_is_built(
    log_root: Path, publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(log_root)
    put_report(log_root, approve_report(report(differed=f"Like {CANARY} did.")))
    put_report(log_root, report(id="bcde2345", differed="Nobody approved this."))
    put_report(log_root, approve_report(report(id="cdef2345", year=2027, differed="By telephone.")))
    site = build_site(log_root, stages_for(Log(root=log_root)))
    page = (site / "learning-points" / "k3f9abcd.html").read_text(encoding="utf-8")
    assert "By telephone." in page and "There was no time to walk." in page and "Two others told us" in page
    built = "".join(path.read_text(encoding="utf-8", errors="replace") for path in site.rglob("*") if path.is_file())
    assert CANARY not in built and "Nobody approved this" not in built
    said = capsys.readouterr().err
    assert "abcd2345.md: this report is left out: may be of the kind" in said and CANARY not in said
    assert "bcde2345.md: this report is left out: not approved by a second person" in said
