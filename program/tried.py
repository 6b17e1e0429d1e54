"""Tries what `make program` made, as somebody without Python has it: `python program/tried.py dist/circle`."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
WHO = {f"GIT_{who}_{what}": "jo@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

OTHERS = (
    ("spark", "Robin laughed today"),
    ("year",),
    ("insights",),
    ("actions",),
    ("print", "form", "--to", "form.html"),
    ("export", "--to", "export.docx"),
    ("export", "--to", "export.html"),
    ("export", "--format", "csv", "--to", "tables"),
    ("portfolio", "--framework", "pcf-2018", "--to", "portfolio.docx"),
)


def main() -> None:
    """Begin a log, keep a session, read it, check it, build the site, print it, and erase it again."""
    program = Path(sys.argv[1]).resolve() / ("circle.exe" if os.name == "nt" else "circle")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "XDG_", "CIRCLE"))}
        own = {"HOME": folder, "USERPROFILE": folder, "LOCALAPPDATA": folder, "APPDATA": folder}
        _journey(program, home, {**kept, **WHO, **own, "CIRCLE_LOG": str(home / "log")})
    print("It was tried: a log begun, a session kept, found, checked, printed, exported and erased, the site built.")


def _journey(program: Path, home: Path, env: dict[str, str]) -> None:
    def circle(*words: str, given: str = "") -> str:
        done = subprocess.run(
            [program, *words], cwd=home, env=env, input=given, capture_output=True, encoding="utf-8", timeout=300
        )
        if done.returncode:
            raise SystemExit(f"circle {' '.join(words)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def see(what: object, words: str) -> None:
        if not what:
            raise SystemExit(f"not so: {words}")

    log = home / "log"
    see(re.fullmatch(r"\d+\.\d+\S*\s*", circle("--version")), "it says its version")
    circle("init", str(log))
    saved = Path(circle("reflect", "--from", str(ROOT / "examples/handover.yml"), "--require-commit").strip())
    see(saved.is_file(), "a session is saved")
    name = saved.name[:15]
    see("The handover that held" in circle("list"), "the list has it")
    see(name in circle("search", "handover"), "a search finds it")
    (home / "text.txt").write_text("Robin Hale rang Dr Okafor in Leeds.", encoding="utf-8")
    see("Robin" in circle("scan", "--json", str(home / "text.txt")), "the identifier check has its lists of words")
    circle("check")
    for form in ("html", "docx", "md"):
        circle("print", "sheet", "--format", form, "--to", str(home / f"sheet.{form}"))
    for words in OTHERS:
        circle(*words)
    circle("import", "export.docx", "--dry-run")
    circle("init", "--ci", "github", str(log))
    circle("site")
    see((log / "site/questions/safety.html").is_file(), "the site is built")
    circle("erase", name, "--confirm", name)
    see(not saved.exists() and not _in_history(log, env, "handover that held"), "it is erased, from the history too")


def _in_history(log: Path, env: dict[str, str], words: str) -> bool:
    done = subprocess.run(
        ["git", "-C", str(log), "log", "--all", "-p"],
        env=env,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return words in done.stdout


if __name__ == "__main__":
    main()
