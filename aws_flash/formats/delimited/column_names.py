"""What the name of a column says of its role, in the languages that people name columns in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from aws_flash.formats.delimited.dialect import Column, Role

OWN_NAMES: Final = ("guid", "topic", "kind", "tags", "form")
"""The first columns of our own CSV, by which it is known; the others are fields."""

OWN_ROLES: Final = (Role.GUID, Role.TOPIC, Role.KIND, Role.TAGS, Role.FORM)

_LONGEST_NAME: Final = 40
_TRANSLATED: Final = re.compile(r"(?P<base>.+):[a-z]{2}(?:[-_][a-zA-Z]{2,4})?")
_NAMES: Final[dict[Role, str]] = {
    Role.QUESTION: "front|frontside|front side|question|questions|term|word|prompt|cue|text"
    "|vorderseite|frage|begriff|wort|recto|pregunta|anverso|termine|domanda|fronte|terme|mot"
    "|pergunta|frente|palavra|vraag|woord|fråga|otázka|pytanie|вопрос|слово|термин"
    "|問題|質問|単語|表|表面|おもて|正面|问题|單字|单词|词语|문제|앞면",
    Role.ANSWER: "back|backside|back side|flipside|flip side|answer|answers|definition|meaning"
    "|translation|response|reverse|rückseite|rueckseite|antwort|bedeutung|übersetzung|verso"
    "|réponse|reponse|définition|respuesta|reverso|definición|risposta|retro|definizione"
    "|resposta|significado|antwoord|betekenis|svar|odpowiedź|odpověď|ответ|перевод|значение"
    "|答え|解答|意味|裏|裏面|うら|背面|意思|释义|翻译|答案|답|뒷면",
    Role.EXPLANATION: "explanation|extra|back extra|note|notes|remark|remarks|comment|comments"
    "|erklärung|erläuterung|hinweis|bemerkung|anmerkung|explication|remarque|explicación|nota"
    "|spiegazione|解説|解释",
    Role.TAGS: "tags|tag|labels|label|keywords|schlagwörter|stichwörter|étiquettes|etiquetas"
    "|теги|タグ|标签|태그",
    Role.TOPIC: "topic|topics|deck|category|categories|chapter|lesson|subject|thema|kategorie"
    "|stapel|kapitel|lektion|fach|sujet|catégorie|paquet|tema|categoría|mazo|argomento|категория",
    Role.GUID: "guid|id|uid|uuid|note id|noteid|anki:guid",
}
_ROLES: Final = {name: role for role, names in _NAMES.items() for name in names.split("|")}
# What may be the question or the answer where no column is called that.
_MAY_BE_A_SIDE: Final = frozenset({Role.EXPLANATION, Role.TOPIC})
_LANGUAGES: Final = re.compile(
    "english|german|french|spanish|italian|latin|portuguese|japanese|chinese|korean|russian|dutch"
    "|deutsch|englisch|französisch|spanisch|italienisch|latein|japanisch|chinesisch|russisch"
    "|français|anglais|allemand|espagnol|español|inglés|alemán|francés|italiano|inglese"
)


def role_of(name: str) -> Role | None:
    """Return the role that a column of this name has, None where the name says nothing."""
    return _ROLES.get(name.strip().casefold())


def is_own_header(cells: Sequence[str]) -> bool:
    """Tell whether this is the first row of a CSV that this program wrote."""
    return tuple(cells[: len(OWN_NAMES)]) == OWN_NAMES


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row names columns: short names, each once, of which some are known.

    Of two columns both must be known, since a list of words may have a row "question, Frage".
    """
    names = [cell.strip().casefold() for cell in cells]
    filled = [name for name in names if name]
    if len(filled) < 2 or len(set(filled)) < len(filled):
        return False
    if any(len(name) > _LONGEST_NAME or "\n" in name for name in filled):
        return False
    return _are_names(filled)


def _are_names(names: list[str]) -> bool:
    roles = [_ROLES[name] for name in names if name in _ROLES]
    if len(names) == 2:
        return len(set(roles)) == 2 or all(map(_LANGUAGES.fullmatch, names))
    bases = {found["base"] for name in names if (found := _TRANSLATED.fullmatch(name))}
    is_translated = len(bases) == 1 and bases <= set(names)
    return len(set(roles)) > 1 or Role.TAGS in roles or is_translated


def columns_of_header(cells: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns that a header names: the first of each role, all else as a field."""
    if is_own_header(cells):
        fields = (Column(Role.FIELD, name) for name in cells[len(OWN_NAMES) :])
        return (*map(Column, OWN_ROLES, OWN_NAMES), *fields)
    columns: list[Column] = []
    for cell in cells:
        role = role_of(cell) or Role.FIELD
        if role is not Role.FIELD and any(column.role is role for column in columns):
            role = Role.FIELD
        columns.append(Column(role, cell.strip()))
    return _with_sides([_unlisted(column) for column in columns])


def plain_columns(width: int) -> tuple[Column, ...]:
    """Return the columns of a table without names: question, answer, and what explains them."""
    roles = (Role.QUESTION, Role.ANSWER, *(Role.EXPLANATION for _ in range(width - 2)))
    return tuple(map(Column, roles[:width]))


def _unlisted(column: Column) -> Column:
    """A column without a name explains, as it does in a table without names."""
    return column if column.name else Column(Role.EXPLANATION)


def _with_sides(columns: list[Column]) -> tuple[Column, ...]:
    """See to it that there is a question and an answer, whatever the columns are called."""
    if len(columns) == 2 and all(_LANGUAGES.fullmatch(one.name.casefold()) for one in columns):
        return (Column(Role.QUESTION, columns[0].name), Column(Role.ANSWER, columns[1].name))
    roles = [column.role for column in columns]
    for wanted in (Role.QUESTION, Role.ANSWER):
        if wanted not in roles and Role.FIELD not in roles:
            at = next((at for at, role in enumerate(roles) if role in _MAY_BE_A_SIDE), None)
            if at is not None:
                roles[at] = wanted
    return tuple(Column(role, column.name) for role, column in zip(roles, columns, strict=True))
