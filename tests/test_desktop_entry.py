"""A double-click on Linux: the entry, the types of files and the icon that a wheel brings along."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from defusedxml import ElementTree

from aws_flash.formats.registry import readers, writers

ROOT = Path(__file__).parent.parent
LINUX = ROOT / "packaging/linux"
TYPES = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    parser.read_string((LINUX / "aws-flash.desktop").read_text(encoding="utf-8"))
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def types() -> dict[str, list[str]]:
    """The endings of each type that is defined here."""
    root = ElementTree.fromstring((LINUX / "aws-flash.xml").read_bytes())
    return {
        one.attrib["type"]: [glob.attrib["pattern"] for glob in one.findall(f"{TYPES}glob")]
        for one in root.findall(f"{TYPES}mime-type")
    }


def test_the_entry_starts_our_script_with_all_files(entry: configparser.SectionProxy) -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    name, files = entry["Exec"].split()
    assert name in scripts
    assert files == "%F"
    assert (entry["Type"], entry["Terminal"]) == ("Application", "false")
    assert "Education" in entry["Categories"].split(";")


def test_every_type_of_the_entry_is_defined(
    entry: configparser.SectionProxy, types: dict[str, list[str]]
) -> None:
    assert entry["MimeType"].endswith(";")
    assert set(entry["MimeType"].split(";")) - {""} == types.keys()


def test_every_ending_is_one_that_a_reader_knows(types: dict[str, list[str]]) -> None:
    known = {suffix for reader in readers() for suffix in reader.suffixes}
    known |= {writer.suffix for writer in writers()}
    endings = [ending for globs in types.values() for ending in globs]
    assert endings
    assert {re.sub(r"^\*", "", ending) for ending in endings} <= known


def test_the_icon_is_the_one_that_is_installed(
    entry: configparser.SectionProxy, tmp_path: Path
) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*build, "--directory", tmp_path], cwd=ROOT, check=True, capture_output=True)
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    shared = {name.partition(".data/data/")[2] for name in names if ".data/data/" in name}
    assert shared == {
        "share/applications/aws-flash.desktop",
        "share/mime/packages/aws-flash.xml",
        f"share/icons/hicolor/scalable/apps/{entry['Icon']}.svg",
    }
