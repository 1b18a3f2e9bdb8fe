"""Names that went out of use: the old one, since when, and the name of today.

Each day is that of the announcement, the documentation's history or the end of the exam, as told in
`why`. A name without a day was never right. The list is the linter's; add to it as names change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from aws_flash.domain.lint.finding import Finding, Rule
from aws_flash.domain.lint.reading import ReadNote


@dataclass(frozen=True, slots=True)
class RetiredName:
    """A name that is no longer used; `old` and `today` find the two names in a text."""

    old: re.Pattern[str]
    name: str
    today: re.Pattern[str]
    since: date | None
    why: str = ""


def _retired(old: str, name: str, today: str, since: date | None, why: str = "") -> RetiredName:
    return RetiredName(
        re.compile(rf"\b(?:{old})(?!\w)"), name, re.compile(rf"\b(?:{today})(?!\w)"), since, why
    )


RETIRED: Final = (
    _retired(
        r"[Cc]ustomer [Mm]aster [Kk]eys?|CMKs?",
        "KMS key",
        r"KMS keys?|customer managed keys?",
        date(2021, 8, 30),
        "history of the KMS guide",
    ),
    _retired(
        r"(?<!/)SSL(?!/)(?! ?[Cc]ert| [Oo]ffload| [Tt]erminat)(?! and TLS)(?! or TLS)",
        "TLS",
        r"TLS",
        date(2015, 6, 25),
        "RFC 7568; “SSL certificate”, “SSL offloading” and “SSL/TLS” are still common and pass",
    ),
    _retired(r"SCS-C02", "SCS-C03", r"SCS-C03", date(2025, 12, 1), "the exam's last day"),
    _retired(r"SCS-C01", "SCS-C03", r"SCS-C03", date(2023, 7, 10), "the exam's last day"),
    _retired(
        r"(?:Amazon )?Cognito Sync", "AWS AppSync", r"AppSync", date(2021, 3, 23), "Cognito guide"
    ),
    _retired(
        r"AWS Single Sign-On|AWS SSO",
        "AWS IAM Identity Center",
        r"IAM Identity Center",
        date(2022, 7, 26),
        "AWS Security Blog",
    ),
    _retired(
        r"(?:Amazon )?Elasticsearch Service|Amazon ES",
        "Amazon OpenSearch Service",
        r"OpenSearch Service",
        date(2021, 9, 8),
        "AWS News Blog",
    ),
    _retired(
        r"(?:Amazon )?CloudWatch Events",
        "Amazon EventBridge",
        r"EventBridge",
        date(2019, 7, 11),
        "AWS News Blog",
    ),
    _retired(
        r"(?:Amazon )?Kinesis (?:Data )?Firehose",
        "Amazon Data Firehose",
        r"Amazon Data Firehose",
        date(2024, 2, 9),
        "AWS What's New",
    ),
    _retired(
        r"[Oo]rigin [Aa]ccess [Ii]dentit(?:y|ies)|OAI",
        "origin access control (OAC)",
        r"[Oo]rigin access control|OAC",
        date(2022, 8, 25),
        "AWS Networking Blog; OAI is legacy",
    ),
    *(
        _retired(f"AWS {name}", f"Amazon {name}", f"Amazon {name}", None)
        for name in ("GuardDuty", "Macie", "Inspector", "Detective", "Cognito")
    ),
)


_CALLED_OLD: Final = re.compile(
    r"\b(?:legacy|archived|deprecated|retired|renamed|formerly|former|no longer|used to be"
    r"|old(?:er)? name|until (?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def retired_name(note: ReadNote) -> Iterator[Finding]:
    """Find names that are no longer those of today.

    The issue's house rule. A card that teaches the change is left alone: what the notes said
    (`then`) is not looked at, nor an old name that `then` quotes, nor one beside today's name, nor
    one that the card itself calls old.
    """
    passages = [*note.passages()]
    whole = "\n".join(passage.text for passage in passages)
    then = note.provenance.then.said if note.provenance and note.provenance.then else ""
    called_old = _CALLED_OLD.search(whole)
    for retired in RETIRED:
        found = retired.old.search(whole)
        if not found or retired.today.search(whole) or retired.old.search(then) or called_old:
            continue
        place = next((one.place for one in passages if retired.old.search(one.text)), "")
        yield Finding(Rule.RETIRED_NAME, note.guid, place, found[0], _advice(retired))


def _advice(retired: RetiredName) -> str:
    if retired.since is None:
        return f"It is called {retired.name}."
    return f"Since {retired.since.isoformat()} it is {retired.name}. Say that, or name both."
