"""The exams that the program knows: a dated file each, with sources and how sure we are."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from aws_flash.domain.exam import Exam, ExamDomain
from aws_flash.domain.provenance import Source


def read_exams(folder: Path) -> tuple[Exam, ...]:
    """Return the exams whose files lie in a folder of the program's own, by name of the file."""
    return tuple(_exam(json.loads(file.read_bytes())) for file in sorted(folder.glob("*.json")))


def _exam(found: dict[str, Any]) -> Exam:
    return Exam(
        code=found["code"],
        name=found["name"],
        since=date.fromisoformat(found["since"]),
        domains=tuple(ExamDomain(**domain) for domain in found["domains"]),
        sources=tuple(Source(**source) for source in found["sources"]),
        certainty=found["certainty"],
        as_of=date.fromisoformat(found["as_of"]),
    )
