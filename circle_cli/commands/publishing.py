"""`circle site`: the guidance as a site. It never opens a session."""

from circle_cli.commands.edge import Asked, result, say, the_log


def site(asked: Asked, *, serve: bool) -> None:
    """Build the site and say where it lies, or show it on this computer."""
    from circle_cli.site.build import build_site
    from circle_cli.site.build import serve as serve_here

    log = the_log(asked)
    if serve:
        serve_here(log.root)
        return
    built = build_site(log.root)
    result(str(built))
    say(f"The site is built. Open {built / 'index.html'} in a browser.")
