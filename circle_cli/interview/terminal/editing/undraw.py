"""Ends what is being drawn, where the program is ended in the middle of it."""

from prompt_toolkit.application.current import get_app_or_none


def undraw() -> None:
    """Show the cursor again, and have the terminal mark no pastes any more."""
    if application := get_app_or_none():
        application.renderer.reset()
