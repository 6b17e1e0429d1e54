"""Writes YAML that people change by hand, as PyYAML does."""

from collections.abc import Mapping
from typing import Any

import yaml

from circle_cli.front_matter.located import Value


def write_document(values: Mapping[str, Value]) -> str:
    """Write a mapping as YAML for people to change by hand: all of it in lines of its own, and never an alias."""
    return str(yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True
