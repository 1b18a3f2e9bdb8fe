"""What a hunt in one reader brought."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Finding:
    """One fault, known by its kind and place; the file of the first time, and how often since."""

    what: str
    number: int
    trace: str = ""
    times: int = 1


@dataclass
class Report:
    """Counts the files that were tried, and keeps each fault once.

    `slowest` is the seconds and the number of a file.
    """

    reader: str
    seed: int
    tried: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    came: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def find(self, found: Finding) -> None:
        """Take down a fault, or that it happened again."""
        for known in self.findings:
            if known.what == found.what:
                known.times += 1
                return
        self.findings.append(found)

    def line(self) -> str:
        """Return what there is to say, the faults below."""
        came = ", ".join(f"{count:,} {word}" for word, count in self.came.most_common())
        told = f"{self.reader}: {self.tried:,} files with seed {self.seed}"
        seconds, number = self.slowest
        ended = f"slowest {seconds:.1f} s, number {number}; {len(self.findings)} found"
        lines = [f"{told}: {came or 'none to its end'}; {ended}"]
        lines += [f"  {one.what} ({one.times} times, first {one.number})" for one in self.findings]
        return "\n".join(lines)
