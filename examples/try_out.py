"""What `make reflect` does where nobody can be asked: the whole way of an answer, with an invented example."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
LOG = HERE.parent / "try-out"


def circle(*arguments: str) -> str:
    """Run the program in the try-out log, show what it says, and give its results."""
    print(f"\n$ circle {' '.join(arguments)}", flush=True)
    command = [sys.executable, "-m", "circle_cli", "--log", str(LOG), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    print(done.stdout, end="", flush=True)
    return done.stdout.strip()


def git(*arguments: str) -> str:
    """Run git in the try-out log."""
    done = subprocess.run(["git", "-C", str(LOG), *arguments], stdout=subprocess.PIPE, encoding="utf-8", check=False)
    return done.stdout.strip()


def main() -> None:
    """Make a log of its own, take the example in, show it, and build the site."""
    print("There is no terminal to ask questions in, so here is the whole way with an invented example.")
    print(f"It goes into a learning log of its own, {LOG}, which you can delete.")
    LOG.mkdir(exist_ok=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(LOG)], check=True)
    if not git("config", "user.email"):
        git("config", "user.name", "Sam Example")
        git("config", "user.email", "sam@example.org")
    init = [sys.executable, "-m", "circle_cli", "init", str(LOG)]
    subprocess.run(init, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    session = circle("reflect", "--from", str(HERE / "handover.yml"), "--require-commit")
    circle("show", Path(session).name[:15])
    site = circle("site")
    print("\nWhere each thing lies:")
    print(f"  the session   {session}")
    print(f"  its commit    {git('log', '-1', '--format=%h %s')}")
    print(f"  the site      {Path(site) / 'index.html'}")
    print("\nIn a terminal, `make reflect` asks you the questions instead, and keeps your answers in your own log.")


if __name__ == "__main__":
    main()
