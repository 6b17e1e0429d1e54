"""What `make demo` does: a site of invented learning points, in a temporary folder, shown on this computer only."""

import http.server
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from stopping import folder_that_goes
from written_points import publish_written, written_points

from circle_cli.commands.site.site import make_kit, stages_for
from circle_cli.errors import CircleError
from circle_cli.ids import MARK
from circle_cli.log.folder import Log
from circle_cli.points.record import LearningPoint
from circle_cli.site.build import build_site

HOST, PORT = "127.0.0.1", 8000
NOTICE = (
    "This is a demo. Its learning points are invented, and so is what others report from trying them: "
    "please do not use them in practice."
)

SETTINGS = "contact:\n  email: what-works@example.org\n"
"""To whom its readers write: nobody, since the address is one of those that are kept for examples."""


def build_demo(log_root: Path, points: Iterable[LearningPoint] | None = None) -> Path:
    """Make a log of the invented learning points in a folder, or of these, and build its site through every stage."""
    publish_written(log_root, written_points() if points is None else points)
    (log_root / MARK).write_text(SETTINGS, encoding="utf-8")
    return build_site(log_root, stages_for(Log(root=log_root)), make_kit=make_kit, notice=NOTICE)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing: nobody wants to read what was asked for."""


def _server(site: Path) -> http.server.ThreadingHTTPServer:
    handler = partial(_Quiet, directory=str(site))
    try:
        return http.server.ThreadingHTTPServer((HOST, PORT), handler)
    except OSError:  # somebody else is there, perhaps another demo
        return http.server.ThreadingHTTPServer((HOST, 0), handler)


def main() -> None:
    """Build the demo, and show it until Ctrl-C, a kill, or the end of the terminal."""
    points = list(written_points())
    print(f"Building a site of {len(points)} invented learning points ...", flush=True)
    with folder_that_goes() as folder:
        try:
            site = build_demo(folder, points)
        except CircleError as error:
            sys.exit(str(error))
        with _server(site) as server:
            print(f"Open http://{HOST}:{server.server_port}/ in a browser.\nCtrl-C ends the demo, and leaves nothing.")
            sys.stdout.flush()
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                print()


if __name__ == "__main__":
    main()
