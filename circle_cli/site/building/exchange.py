"""Two names of one disk exchanged in one step, where the system can: the one owner of that call.

Linux has `renameat2` and macOS `renamex_np`; Windows, and some network disks, have nothing of the kind.
"""

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV}


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names that are both there; False where this system or disk cannot, and nothing has changed.

    Raises:
        OSError: it can, and it failed.
    """
    names = os.fsencode(one), os.fsencode(other)
    call = _call()
    if call is None:
        return False
    arguments = (_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    if sys.platform == "darwin":
        arguments = (*names, _RENAME_SWAP)  # type: ignore[assignment]  # one call or the other
    if call(*arguments) == 0:
        return True
    failed = ctypes.get_errno()
    if failed in _CANNOT:
        return False
    raise OSError(failed, os.strerror(failed), str(other))


def _call() -> "ctypes._NamedFuncPointer | None":
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    return getattr(library, "renamex_np" if sys.platform == "darwin" else "renameat2", None)
