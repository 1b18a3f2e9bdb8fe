"""Sections as drafts: what each item of the notes becomes.

In this order, the first that fits:

1. a question of the notes' own (`Q:` and `A:`, "…?" with what hangs below, options): basic, or
   choice where the right options are named, or cloze where `___` stands in it;
2. holes of the notes' own ({{c1::…}}, ==…==): cloze;
3. a row of a table: basic, see `grids`;
4. an item with brief ones below it: basic, the item asks for the list of them;
   Brief numbered items in a row are one card likewise, which the heading asks for;
5. a term and its meaning: basic, the term asks for the meaning;
6. each sentence by itself: cloze. Its list is hidden, one card for each member; else the part that
   tells most (marked, an amount, a name, what the sentence ends in). "Supports guests", which says
   it of the heading, hides the heading.
7. a sentence in which nothing stands out: basic with the sentence as the answer and no question,
   tagged so. The user writes the question, or leaves the draft out.

A cloze asks something as it stands, so that most drafts are usable at once; a question made up by
rules would read worse than the writer's own words. Items that only announce those below ("Grants
vs. key policies") stand before each of them and make no draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from aws_flash.domain.html.escaping import escape_text
from aws_flash.formats.notes_outline.draft import Draft, Tag, basic, cloze, code_html, headed
from aws_flash.formats.notes_outline.grids import grid_drafts
from aws_flash.formats.notes_outline.holes import best_hole, list_holes, marked_holes
from aws_flash.formats.notes_outline.inline import Inline, inline
from aws_flash.formats.notes_outline.listing import list_html
from aws_flash.formats.notes_outline.outline import Item, Section, Table
from aws_flash.formats.notes_outline.pieces import Place, sentences
from aws_flash.formats.notes_outline.questions import asked
from aws_flash.formats.notes_outline.terms import term_of

_CLOZE: Final = re.compile(r"\{\{c\d{1,3}::")
_CARD: Final = re.compile(r"\s*#(?:card|flashcard)\b")
_MOST_IN_CHILD: Final = 12
_MOST_IN_LEAD: Final = 12
_MOST_ANNOUNCING: Final = 30
_MOST_STEPS: Final = 30
_LONGEST_CONTEXT: Final = 80
_OF_HEADING: Final = re.compile(
    r"(?:Provides|Supports|Allows|Enables|Connects|Records|Finds|Manages|Managed by|Used|Assigns"
    r"|Authenticates|Helps|Lets|Stores|Protects|Prevents|Monitors|Detects|Gives|Requires|Integrates"
    r"|Works|Encrypts|Offers|Contains|Has|Is|Runs|Creates|Automatically|Can|Generates|Delivers"
    r"|Essential|Operates|Applies|Scans|Evaluates|Filters|Centralizes|Simplifies|Analy[sz]es)\s"
)
_NO_SUBJECT: Final = re.compile(
    r"(?:use cases?|benefits?|features?|examples?|notes?|misc.*|overview|summary|introduction"
    r"|.*\?)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Level:
    """Siblings, how far they are done, and the words that stand over them."""

    blocks: Sequence[Item | Table]
    context: str = ""
    at: int = 0


def section_drafts(section: Section) -> Iterator[Draft]:
    """Yield the drafts of a section in the order of its lines."""
    levels = [_Level(section.blocks)]
    while levels:
        level = levels[-1]
        if level.at == len(level.blocks):
            levels.pop()
            continue
        block = level.blocks[level.at]
        question = asked(level.blocks, level.at)
        level.at += 1
        if question:
            level.at += question[1]
            yield question[0]
        elif isinstance(block, Table):
            yield from grid_drafts(block)
        elif steps := _steps(level.blocks, level.at - 1):
            level.at += len(steps) - 1
            yield _numbered(steps, level.context or inline(section.heading).html())
        elif not block.children:
            yield from _drafts(block, section, level.context)
        elif listed := _listed(block, level.context):
            yield listed
        else:
            yield from _lead_drafts(block, section, level.context)
            levels.append(_Level(block.children, headed(level.context, _context(block))))


def _drafts(item: Item, section: Section, context: str) -> Iterator[Draft]:
    """Yield the drafts of an item by itself: a term, or its sentences."""
    line = inline(item.text)
    code = code_html(item.code)
    places = sentences(line.text)
    heading = inline(section.heading).html()
    whole = _whole(item, line, places, context, heading)
    if whole:
        yield _with_notes(item, whole)
        return
    for number, place in enumerate(places):
        draft = _piece(item, line, place, section, context)
        is_last = number == len(places) - 1
        yield _with_notes(item, _with_explanation(draft, code) if is_last and code else draft)


def _whole(
    item: Item, line: Inline, places: Sequence[Place], context: str, heading: str
) -> Draft | None:
    """Return the one draft of an item that is not to be taken apart; None if it is."""
    code = code_html(item.code)
    if _CLOZE.search(item.text):
        return _with_explanation(cloze(item.line, escape_text(item.text), line.text), code)
    holes = marked_holes(line)
    if holes:
        text = headed(context, line.cloze(0, len(line.text), holes))
        return _with_explanation(cloze(item.line, text, line.text), code)
    if code and (not places or line.text.endswith((":", "?")) or len(line.text.split()) < 5):
        asks = headed(context, line.html()) or heading
        return basic(item.line, asks, code, line.text or "\n".join(item.code))
    if len(places) > 1 and line.text[places[0][1] - 1] == "?":
        answer = line.html(places[1][0])
        return basic(item.line, headed(context, line.html(*places[0])), answer, line.text)
    return None


def _piece(item: Item, line: Inline, place: Place, section: Section, context: str) -> Draft:
    said = line.text[slice(*place)]
    pair = term_of(line.text, place)
    if pair:
        asks = headed(context, line.html(*pair[0]))
        return basic(item.line, asks, line.html(*pair[1]), said)
    members = list_holes(line.text, place)
    if members:
        text = headed(context, line.cloze(*place, members))
        return cloze(item.line, text, said, Tag.LIST)
    if not context and _speaks_of_heading(said, section):
        hidden = inline(section.heading).text.replace("::", ":").replace("}", ")")
        text = f"{{{{c1::{escape_text(hidden)}}}}}: {line.html(*place)}"
        return cloze(item.line, text, said)
    hole = best_hole(line, place)
    if hole:
        return cloze(item.line, headed(context, line.cloze(*place, [hole])), said)
    return basic(item.line, context, line.html(*place), said)


def _speaks_of_heading(said: str, section: Section) -> bool:
    names = section.heading and not _NO_SUBJECT.match(section.heading)
    return bool(names) and bool(_OF_HEADING.match(said))


def _listed(item: Item, context: str) -> Draft | None:
    """Return the draft of an item that asks for what hangs below it; None if that is no list."""
    text = _CARD.sub("", item.text)
    line = inline(text)
    is_asked = text != item.text or line.text.endswith("?")
    most = _MOST_ANNOUNCING if line.text.endswith(":") else _MOST_IN_LEAD
    brief = all(map(_is_brief, item.children)) and len(line.text.split()) <= most
    is_term = term_of(line.text, (0, len(line.text))) is not None
    if not is_asked and (not brief or is_term or not line.text):
        return None
    asks = headed(context, line.html().removesuffix(":"))
    said = " / ".join([line.text, *(child.text for child in item.children)])
    draft = basic(item.line, asks, list_html(item.children) + code_html(item.code), said)
    return _with_notes(item, draft)


def _steps(blocks: Sequence[Item | Table], at: int) -> list[Item]:
    """Return the brief items numbered on from here, two at least, which make one card."""
    steps: list[Item] = []
    for block in blocks[at : at + _MOST_STEPS]:
        if not isinstance(block, Item) or not block.ordered or not _is_brief(block):
            break
        if not block.sign.strip("(.)").isdigit():
            break
        steps.append(block)
    return steps if len(steps) > 1 else []


def _numbered(steps: Sequence[Item], question: str) -> Draft:
    said = " / ".join(step.text for step in steps)
    return basic(steps[0].line, question, list_html(steps), said)


def _is_brief(item: Item) -> bool:
    text = inline(item.text).text
    plain = not item.children and not item.code and len(text.split()) <= _MOST_IN_CHILD
    simple = term_of(text, (0, len(text))) is None and len(sentences(text)) == 1
    return plain and simple and not _CLOZE.search(text) and "==" not in item.text


def _lead_drafts(item: Item, section: Section, context: str) -> Iterator[Draft]:
    """Yield the drafts of an item over others; one that only announces them makes none.

    That holds as long as all its words stand before each of them.
    """
    line = inline(item.text)
    places = sentences(line.text)
    whole = (0, len(line.text))
    brief = len(places) == 1 and len(line.text.split()) <= _MOST_IN_LEAD
    brief = brief and len(line.text) <= _LONGEST_CONTEXT
    if not brief or term_of(line.text, whole) or _CLOZE.search(item.text) or item.code:
        yield from _drafts(item, section, context)


def _context(item: Item) -> str:
    """Return the words of an item that stand before those below it."""
    line = inline(item.text)
    places = sentences(line.text)
    if not places:
        return ""
    pair = term_of(line.text, places[0])
    begin, end = pair[0] if pair else places[0]
    if end - begin > _LONGEST_CONTEXT:
        cut = line.text.rfind(" ", begin, begin + _LONGEST_CONTEXT)
        return line.html(begin, cut if cut > begin else begin + _LONGEST_CONTEXT) + "\u2026"
    return line.html(begin, end).removesuffix(":")


def _with_notes(item: Item, draft: Draft) -> Draft:
    """Add where in a talk it was said."""
    return _with_explanation(draft, escape_text(item.source)) if item.source else draft


def _with_explanation(draft: Draft, html: str) -> Draft:
    *fields, (name, said) = draft.fields
    joined = "<br>".join(filter(None, (said, html)))
    return replace(draft, fields=(*fields, (name, joined)))
