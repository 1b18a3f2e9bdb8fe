"""Our own kinds as note types of Anki: how they look there, and how they are known again here.

A note type of ours has the fields of its kind in order and then one for the source, to be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from aws_flash.domain.kind import (
    BASIC,
    CHOICE,
    CLOZE,
    MAX_OPTIONS,
    PICTURE,
    REVERSED,
    TYPED,
    CardTemplate,
    Kind,
)

SOURCE: Final = "Source"

_CSS: Final = """\
.card { font-family: sans-serif; font-size: 20px; line-height: 1.45; }
.card { max-width: 40em; margin: 1em auto; padding: 0 1em; }
img { max-width: 100%; }
hr { border: 0; border-top: 1px solid #8888; margin: 1em 0; }
.cloze { font-weight: bold; color: #1d6fd1; }
.nightMode .cloze, .night_mode .cloze { color: #7db4f5; }
.explanation { margin-top: 1em; }
.source { margin-top: 1em; font-size: 70%; opacity: .7; }
pre, code { font-family: monospace; }
"""
_CHOICE_CSS: Final = "".join(
    (
        "ol.options { padding-left: 1.6em; }\n.options li { margin: .5em 0; }\n",
        ".reason { font-size: 80%; opacity: .75; }\n",
        ", ".join(f'[data-right~="{n}"] .option{n}' for n in range(1, MAX_OPTIONS + 1)),
        " { font-weight: bold; color: #1a7f37; }\n",
        ", ".join(f'[data-right~="{n}"] .option{n}::after' for n in range(1, MAX_OPTIONS + 1)),
        ' { content: " \\2713"; }\n',
    )
)
_TYPED_CSS: Final = ".accepted { white-space: pre-line; font-size: 80%; opacity: .75; }\n"
_PICTURE_CSS: Final = """\
#parts { display: none; }
.picture { position: relative; display: inline-block; }
.picture img { display: block; }
.mask { position: absolute; box-sizing: border-box; border: 1px solid #212121; }
.mask { background: #ffeba2; }
.mask.asked { background: #ff8e8e; }
.mask.shown { background: transparent; border: 2px solid #1a7f37; }
.label { font-weight: bold; }
"""

_ABOUT: Final = (
    '{{#Explanation}}<div class="explanation">{{Explanation}}</div>{{/Explanation}}'
    '{{#Source}}<div class="source">{{Source}}</div>{{/Source}}'
)
_RULE: Final = '<hr id="answer">'
_PICTURE: Final = (
    '{{Question}}<div id="parts"><div id="holes">{{cloze:Parts}}</div>'
    '<div id="written">{{Parts}}</div></div><div class="picture" id="picture">{{Picture}}</div>'
)
# What is hidden is written as fractions of the picture; the card's number is in the page's class.
_MASKS: Final = """<script>
(function () {
  var shown = %s, picture = document.getElementById("picture"), label = [];
  var number = (document.body.className.match(/card(\\d+)/) || [])[1] ||
    (document.querySelector("#holes .cloze") || { dataset: {} }).dataset.ordinal;
  var hole = /\\{\\{c(\\d+)::image-occlusion:[a-z]+:([^{}]*?)(?:::([^{}]*))?\\}\\}/g, found;
  var written = document.getElementById("written").innerHTML;
  while ((found = hole.exec(written))) {
    var asked = found[1] === number, side = {};
    found[2].split(":").forEach(function (pair) {
      side[pair.split("=")[0]] = 100 * parseFloat(pair.split("=")[1]);
    });
    if (!asked && !(side.oi > 0)) { continue; }
    if (shown && !asked) { continue; }
    if (shown && found[3]) { label.push(found[3]); }
    var mask = document.createElement("div");
    mask.className = shown ? "mask shown" : "mask asked";
    mask.style.left = side.left + "%%";
    mask.style.top = side.top + "%%";
    mask.style.width = (side.width || 2 * side.rx) + "%%";
    mask.style.height = (side.height || 2 * side.ry) + "%%";
    picture.appendChild(mask);
  }
  var line = document.getElementById("label");
  if (line) { line.innerHTML = label.join(", "); }
})();
</script>"""


@dataclass(frozen=True, slots=True)
class OwnKind:
    """A kind of ours as a note type; the id is the same for ever, so that Anki knows it again."""

    kind: Kind
    id: int
    templates: tuple[CardTemplate, ...]
    css: str

    @property
    def name(self) -> str:
        """Return what Anki calls it."""
        return f"aws-flash {self.kind.name.lower()}"

    @property
    def fields(self) -> tuple[str, ...]:
        """Return its fields in Anki."""
        return (*self.kind.fields, SOURCE)


def own_kind(name: str, fields: tuple[str, ...]) -> Kind | None:
    """Return the kind of ours that a note type of Anki is, None if it is none.

    Anki may give it another id, and then writes something behind its name; with fields of another
    shape it is a kind of the user's.
    """
    return next(
        (own.kind for own in OWN if name.startswith(own.name) and own.fields == fields), None
    )


def _one(name: str, question: str, answer: str) -> tuple[CardTemplate, ...]:
    return (CardTemplate(name, question, answer),)


def _options(reasons: str) -> str:
    """Return the list of options; on the answer's side `reasons` has what follows each."""
    each = (
        f'{{{{#Option {n}}}}}<li><div class="option{n}">{{{{Option {n}}}}}</div>'
        f"{reasons.replace('#', str(n))}</li>{{{{/Option {n}}}}}"
        for n in range(1, MAX_OPTIONS + 1)
    )
    return "".join(each)


_REASON: Final = '<div class="reason">{{Reason #}}</div>'
_ASKED: Final = f'{{{{Question}}}}<ol class="options" type="A">{_options("")}</ol>'
_ANSWERED: Final = (
    '{{Question}}<ol class="options" type="A" data-right="{{Right}}">'
    f'{_options(_REASON)}</ol><span id="answer"></span>'
)

OWN: Final = (
    OwnKind(
        BASIC,
        1_763_000_000_001,
        _one("Card", "{{Question}}", f"{{{{Question}}}}{_RULE}{{{{Answer}}}}{_ABOUT}"),
        _CSS,
    ),
    OwnKind(
        REVERSED,
        1_763_000_000_002,
        (
            CardTemplate(
                "Forward", "{{Question}}", f"{{{{Question}}}}{_RULE}{{{{Answer}}}}{_ABOUT}"
            ),
            CardTemplate("Back", "{{Answer}}", f"{{{{Answer}}}}{_RULE}{{{{Question}}}}{_ABOUT}"),
        ),
        _CSS,
    ),
    OwnKind(
        CLOZE,
        1_763_000_000_003,
        _one("Gap", "{{cloze:Text}}", f"{{{{cloze:Text}}}}{_ABOUT}"),
        _CSS,
    ),
    OwnKind(
        CHOICE, 1_763_000_000_004, _one("Card", _ASKED, _ANSWERED + _ABOUT), _CSS + _CHOICE_CSS
    ),
    OwnKind(
        TYPED,
        1_763_000_000_005,
        _one(
            "Card",
            "{{Question}}<br>{{type:Answer}}",
            f"{{{{Question}}}}{_RULE}{{{{type:Answer}}}}"
            '{{#Accepted}}<div class="accepted">{{Accepted}}</div>{{/Accepted}}'
            f"{_ABOUT}",
        ),
        _CSS + _TYPED_CSS,
    ),
    OwnKind(
        PICTURE,
        1_763_000_000_006,
        _one(
            "Part",
            _PICTURE + _MASKS % "false",
            f'{_PICTURE}<div class="label" id="label"></div>{_MASKS % "true"}{_ABOUT}',
        ),
        _CSS + _PICTURE_CSS,
    ),
)
"""All our kinds; a field named "Source" of a kind of theirs has nothing to do with these."""
