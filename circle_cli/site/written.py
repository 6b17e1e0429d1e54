"""What is made and written to its place at once, so that it need not be held: a site may have ten thousand of it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from circle_cli.errors import CircleError, Place


class Written(Mapping[str, bytes]):
    """Files by their places in a folder, which are to be there as they were made, to the byte, whenever one is read."""

    def __init__(self, folder: Path, made: Iterable[tuple[str, bytes]] = ()) -> None:
        self._folder, self._made = folder, set[str]()
        self._digests = {name: self._write(name, content) for name, content in made}

    def __getitem__(self, name: str) -> bytes:
        wanted = self._digests[name]
        if not (place := self.place_of(name)).is_file() or digest_of(content := place.read_bytes()) != wanted:
            raise CircleError("is not on the site as it was made; nothing was published", where=Place(name))
        return content

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)

    def __contains__(self, name: object) -> bool:
        return name in self._digests

    def place_of(self, name: str) -> Path:
        """Say where one lies."""
        return self._folder / name

    @property
    def digests(self) -> Mapping[str, bytes]:
        """What stands for each as it was made, by its place."""
        return self._digests

    def _write(self, name: str, content: bytes) -> bytes:
        place = f"{self._folder}{os.sep}{name}"
        if (folder := name.rpartition("/")[0]) not in self._made:
            self.place_of(folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        with open(place, "wb") as file:  # noqa: PTH123  # thousands of them
            file.write(content)
        return digest_of(content)


def digests_of(*files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give what stands for files as they were made, by their places; none that was written is read for it."""
    found: dict[str, bytes] = {}
    for each in reversed(files):  # of two, the first counts
        found.update(each.digests if isinstance(each, Written) else {name: digest_of(each[name]) for name in each})
    return found


def digest_of(content: bytes) -> bytes:
    """Give what stands for these bytes."""
    return sha256(content).digest()
