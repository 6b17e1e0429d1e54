"""Modules of Python's own that take long to load and are hardly ever needed: loaded when something of one is used."""

import sys


class _Later(type(sys)):  # type: ignore[misc]  # the type of modules; `types`, which has its name, would be loaded for it
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        from importlib import import_module

        sys.modules.pop(known_as := str(self.__name__))
        module = import_module(known_as)
        self.__dict__.update(module.__dict__)
        return getattr(module, name)


def load_later(*names: str) -> None:
    """Have whoever imports these modules wait for none of them until it uses one.

    `importlib.util.LazyLoader` would load each at once: to import a module is to look at it.
    """
    for name in names:
        if name not in sys.modules:
            sys.modules[name] = _Later(name)
