"""The pinned packages fit pyproject.toml, carry their hashes and name no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUN = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOP = [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]
PEERS = [Requirement(text) for text in PROJECT["dependency-groups"]["peers"]]
TOOLS = [Requirement(text) for text in PROJECT["dependency-groups"]["tools"]]
WANTED = {
    "requirements.txt": RUN,
    "requirements-dev.txt": RUN + DEVELOP,
    "requirements-uv.txt": TOOLS,
    "requirements-peers.txt": PEERS,
}
EACH_FILE = pytest.mark.parametrize("name", WANTED)


def text(name: str) -> str:
    return (ROOT / "packaging" / name).read_text()


def pins(name: str) -> dict[str, str]:
    """Version by name of package."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text(name), re.MULTILINE))


@EACH_FILE
def test_every_dependency_is_pinned_within_its_range(name: str) -> None:
    pinned = pins(name)
    outside = [
        str(wanted)
        for wanted in WANTED[name]
        if not wanted.specifier.contains(pinned.get(canonicalize_name(wanted.name), "0"))
    ]
    assert outside == []


@EACH_FILE
def test_every_pin_has_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=\S)", text(name).strip())
    without = [entry for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)]
    assert without == []
    assert len(entries) == len(pins(name))


@EACH_FILE
def test_no_address_stands_beside_a_pin(name: str) -> None:
    assert not re.search(r"://| @ |--(extra-)?index|--find-links|--trusted-host", text(name))


def test_tests_run_against_what_users_get() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_every_dependency_is_named_with_its_licence() -> None:
    page = (ROOT / "docs/third-party.md").read_text()
    assert [wanted.name for wanted in RUN + DEVELOP + TOOLS if wanted.name not in page] == []
