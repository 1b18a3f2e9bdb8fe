"""Watches a hunt from outside: kills what takes too long, and starts anew what died."""

from __future__ import annotations

import json
import selectors
import subprocess
import sys
import tempfile
import time
from typing import IO, Final

from bench.fuzz.corpus import ROOT
from bench.fuzz.report import Finding, Report

SECONDS_A_FILE: Final = 30.0
_TO_BEGIN: Final = 60.0
"""Seconds for a process to start and make its samples."""
_LAST_WORDS: Final = 3000


def watched(reader: str, seed: int, seconds: float) -> Report:
    """Let a reader be hunted for so many seconds; what dies or hangs is a finding too."""
    report = Report(reader, seed)
    end = time.monotonic() + seconds
    number = 0
    while (left := end - time.monotonic()) > 0:
        last = _Hunt(report, number, left).followed()
        if last is None:
            break
        number = last + 1
    return report


class _Hunt:
    """One process that hunts, from its start until it ends, dies or has to be killed."""

    def __init__(self, report: Report, first: int, seconds: float) -> None:
        self._report = report
        self._first = first
        self._seconds = seconds
        self._trying: int | None = None
        self._since = time.monotonic()

    def followed(self) -> int | None:
        """Follow it; return the number of the file that it died or hung on, None at its end."""
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as errors:
            asked = (self._report.reader, self._report.seed, self._first, self._seconds, folder)
            command = [sys.executable, "-m", "bench.fuzz.hunting", *map(str, asked)]
            with subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True, bufsize=1
            ) as process:
                if process.stdout and not self._listen(process.stdout):
                    process.kill()
                    return self._ended(f"more than {SECONDS_A_FILE:.0f} s for a file", "")
                code = process.wait()
            if code == 0:
                return None
            errors.seek(0)
            return self._ended(f"the process died with {code}", errors.read()[-_LAST_WORDS:])

    def _listen(self, said: IO[str]) -> bool:
        """Take down all that is said until the end; False when it is silent for too long."""
        with selectors.DefaultSelector() as selector:
            selector.register(said, selectors.EVENT_READ)
            while True:
                patience = _TO_BEGIN if self._trying is None else SECONDS_A_FILE
                if not selector.select(patience):
                    return False
                line = said.readline()
                if not line:
                    return True
                self._take_down(line.strip())

    def _take_down(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        now = time.monotonic()
        if word == "trying":
            self._trying, self._since = int(rest), now
            return
        self._report.tried += 1
        took = (now - self._since, self._trying or 0)
        self._report.slowest = max(self._report.slowest, took)
        if word == "came":
            self._report.came[rest] += 1
        else:
            number, _, told = rest.partition(" ")
            finding = json.loads(told)
            self._report.find(Finding(finding["what"], int(number), finding["trace"]))

    def _ended(self, what: str, trace: str) -> int:
        if self._trying is None:
            raise RuntimeError(f"hunting did not begin: {trace or what}")
        self._report.find(Finding(what, self._trying, trace))
        return self._trying
