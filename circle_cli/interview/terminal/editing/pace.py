"""How quickly keys come: a paste that no terminal marks, and a key that is held down, are quicker than a hand."""

import select
import time

from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.keys import Keys

_PASTE_SECONDS = 0.03


def let_go_of_typed_ahead() -> bool:
    """Let go of keys that came at once with the one that ended the last prompt; tell whether there were any."""
    return bool(get_typeahead(get_app_session().input))


class Pace:
    """Tells keys that were typed from keys that were pasted."""

    def __init__(self) -> None:
        self._last = 0.0
        self.queued = False

    def pressed(self) -> bool:
        """Note that a key came; tell whether it came quicker after the last one than a hand types."""
        now, last, queued = time.monotonic(), self._last, self.queued
        self._last, self.queued = now, False
        return queued or now - last < _PASTE_SECONDS

    def more_follows(self, event: KeyPressEvent) -> bool:
        """Tell whether other keys stand right behind this one."""
        if any(press.key != Keys.CPRResponse for press in event.app.key_processor.input_queue):
            return True
        if event.app.renderer.waiting_for_cpr:
            return False  # what comes now may be the terminal's own word on where its cursor is
        try:
            return bool(select.select([event.app.input.fileno()], [], [], _PASTE_SECONDS)[0])
        except (OSError, ValueError, NotImplementedError):  # Windows cannot ask a console
            return False
