"""Where the program for people without Python starts; what becomes of it is said in `circle.spec`."""

import os

from circle_cli.__main__ import start

if __name__ == "__main__":
    # Git, an editor, a pager: none of them is to load the libraries that lie in here for us.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before
    start()
