"""The theme's templates as Jinja takes them apart, kept beside the program: no log has any of its own."""

from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import CodeType

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache, bc_magic

from circle_cli.system.worked_out import worked_out


class Templates(BytecodeCache):
    """Gives Jinja each template taken apart, from beside the program where it lies there."""

    def __init__(self, beside: Path = Path(__file__).parent) -> None:
        self._beside = beside
        self._known: dict[tuple[str, str | None, str], CodeType] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Give one taken apart, as it was if it and all that does so are the same."""
        bucket = Bucket(environment, self.get_cache_key(name, filename), self.get_source_checksum(source))
        if (said := (name, filename, source)) not in self._known:
            made_of = [_by(), repr(sorted(environment.extensions)).encode(), *(str(each).encode() for each in said)]
            kept = f"theme-{bucket.key}"
            taken = worked_out(self._beside, kept, made_of, lambda: (environment.compile(source, name, filename),))
            self._known[said] = taken[0]
        bucket.code = self._known[said]
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Nothing is left to be loaded."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing is left to be kept."""


@cache
def templates() -> Templates:
    """Give those of this program: whoever builds more than one site, as a preview does, has each taken apart once."""
    return Templates()


@cache
def _by() -> bytes:
    return bc_magic + f"{version('jinja2')} {version('mkdocs')}".encode()
