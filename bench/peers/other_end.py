"""The other end of Anki's process."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

from bench.processes import ROOT

PYTHON = ROOT / ".peers" / "bin" / "python"
HERE = Path(__file__).parent


class Anki:
    """Anki, running; each task begins with a new collection."""

    def __init__(self) -> None:
        """Start it."""
        self._process = subprocess.Popen(
            [str(PYTHON), str(HERE / "anki_process.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._into = cast("IO[str]", self._process.stdin)
        self._from = cast("IO[str]", self._process.stdout)

    def __enter__(self) -> Self:
        """Use it in a `with` statement."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let it end."""
        self._process.communicate(timeout=60)

    def imported(self, package: Path, **more: object) -> dict[str, Any]:
        """Have a package imported, and what else a task may ask; return what Anki tells.

        Raises RuntimeError where it is not content.
        """
        task = {"in": str(package.absolute()), **more}
        print(json.dumps(task), file=self._into, flush=True)
        told: dict[str, Any] = json.loads(self._from.readline())
        if "error" in told:
            raise RuntimeError(f"{package.name}: {told['error']}")
        return told


def studied(*arguments: object) -> dict[str, Any]:
    """Run `anki_study` to its end and return what it tells; raises RuntimeError where it fails."""
    command = [str(PYTHON), str(HERE / "anki_study.py"), *map(str, arguments)]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    if ran.returncode:
        raise RuntimeError(ran.stderr[-2000:])
    told: dict[str, Any] = json.loads(ran.stdout)
    return told
