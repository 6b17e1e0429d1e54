"""What the library that asks makes anew for every field, made once: a third of the time of whoever asks in tests.

Its hundreds of keys, none of which is used, and its hundreds of colours.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any


def make_once(put: Callable[[Any, str, Any], object] = setattr) -> None:
    """Have the library keep them; `put` puts in place of what there is what keeps it."""
    application: Any = import_module("prompt_toolkit.application.application")
    styles: Any = import_module("prompt_toolkit.styles.style")
    kept = cache(styles.Style)
    put(application, "load_key_bindings", cache(application.load_key_bindings))
    put(styles, "Style", lambda rules: kept(tuple(rules)))
    application.load_key_bindings()
