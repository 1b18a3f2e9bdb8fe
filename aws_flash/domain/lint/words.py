"""Words of a text: counted, compared, and without those that say nothing by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

# A formula counts as one word. The bound keeps a text full of beginnings from taking long.
_FORMULA: Final = re.compile(
    r"\\\(.{0,600}?\\\)|\\\[.{0,600}?\\\]|\$\$.{1,600}?\$\$|\[\$+\].{0,600}?\[/\$+\]"
    r"|\[latex\].{0,600}?\[/latex\]",
    re.DOTALL | re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+|[.,](?=\d)\d+)*")
_SIGN: Final = re.compile(r"[^\W_]")
# Written without spaces between words: two signs are about a word.
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_ENDINGS: Final = (("ies", "y"), ("ing", ""), ("ed", ""), ("s", ""))
_HISSING: Final = ("sses", "shes", "ches", "xes", "zzes")
_NO_PLURAL: Final = ("ss", "us", "is")
_LEAST_STEM: Final = 3
_APOSTROPHE: Final = re.compile("['\u2019]")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SMALL_WORDS: Final = _words(
    "a about after all also an and any are as at be because been before being both but by can"
    " could did do does doing done during each either else for from had has have having he her his"
    " how i if in into is it its itself just like made make makes may me might more most must my"
    " no not of off on one only onto or other our out over own per she should so some such than"
    " that the their them then there these they this those through to too under until up upon us"
    " use used using was we were what when where whether which while who whom whose why will with"
    " within without would you your s t"
)
"""English words that say nothing by themselves; two words that share only these share nothing."""

_SHORTENED: Final = SMALL_WORDS | {"don", "doesn", "isn", "aren", "wasn", "can", "won", "let"}


def count_words(text: str) -> int:
    """Count words as a reader does: between spaces, each formula one; signs alone are none."""
    shown = _FORMULA.sub(" x ", text)
    unspaced = _UNSPACED.findall(shown)
    spaced = _UNSPACED.sub(" ", shown) if unspaced else shown
    return sum(1 for word in spaced.split() if _SIGN.search(word)) + (len(unspaced) + 1) // 2


def tokens_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, in order; a formula is one, as it stands."""
    found: list[str] = []
    begin = 0
    for formula in _FORMULA.finditer(text):
        found += _TOKEN.findall(text[begin : formula.start()].lower())
        found.append("".join(formula[0].split()))
        begin = formula.end()
    return (*found, *_TOKEN.findall(text[begin:].lower()))


def stem(token: str) -> str:
    """Return a word without the commonest English endings: "managed" and "manages" give "manag"."""
    word = token.removesuffix("'s").removesuffix("\u2019s")
    if not word.isalpha() or word.endswith(_NO_PLURAL):
        return word
    if word.endswith(_HISSING):
        return word[:-2]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            word = word[: -len(ending)] + instead
            break
    return word[:-1] if word.endswith("e") and len(word) > _LEAST_STEM + 1 else word


def telling(tokens: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words that say something by themselves."""
    return frozenset(stem(token) for token in tokens if not is_small(token))


def is_small(token: str) -> bool:
    """Tell whether a word, in lower case, says nothing by itself; also as "what's" or "don't"."""
    return token in SMALL_WORDS or _APOSTROPHE.split(token)[0] in _SHORTENED
