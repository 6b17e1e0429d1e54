"""Modules that are loaded when something of them is used."""

import sys
from subprocess import run

import pytest


def _said(code: str) -> str:
    return run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_a_module_is_loaded_when_something_of_it_is_used_and_then_is_the_one_that_all_have() -> None:
    code = """
import sys
from circle_cli.system.early.later import load_later
load_later("inspect")
import inspect
before = "ast" in sys.modules
found = inspect.signature(lambda one, two=2: None)
from inspect import Signature
print(before, found, isinstance(found, Signature), isinstance(found, inspect.Signature), type(sys.modules["inspect"]))
"""
    assert _said(code) == "False (one, two=2) True True <class 'module'>"


def test_what_is_loaded_already_stays_as_it_is() -> None:
    code = """
import json, sys
from circle_cli.system.early.later import load_later
load_later("json")
print(sys.modules["json"] is json)
"""
    assert _said(code) == "True"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="records ask `inspect` for their annotations there")
def test_records_are_made_without_what_is_loaded_later() -> None:
    code = """
import sys
from circle_cli.system.early.later import load_later
load_later("inspect")
import circle_cli.commands.edge
print("ast" in sys.modules)
"""
    assert _said(code) == "False"
