"""The whole way of a stranger's card, from the file to the screen, asks for nothing elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from aws_flash.application.asking import Asked
from aws_flash.domain.imports import Wishes
from aws_flash.domain.media_name import plain_name
from aws_flash.domain.monitor import Unwatched
from aws_flash.domain.review import Rating
from aws_flash.storage.media_files import MediaFiles
from aws_flash.ui.card.card_face import CardFace
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from tests.formats.apkg_samples import (
    BASIC,
    CARD,
    NOTE,
    AnkiCard,
    AnkiKind,
    AnkiNote,
    Content,
    legacy,
    newest,
)
from tests.ui.card.conftest import delete
from tests.ui.card.hostile_cards import PLACES, REMOTE, filled, roads
from tests.ui.card.pixels import TELLTALE, painted, shows, write_picture
from tests.ui.review.own_collection import Watch, services_in

if TYPE_CHECKING:
    from pathlib import Path

    from aws_flash.application.services import Services
    from aws_flash.ui.theme.theme import Theme

ACTS = (
    "<script>document.title = 'x'</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>press</a>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<meta http-equiv=refresh content='0;url=http://192.0.2.1/'>",
    "<base href='http://192.0.2.1/'><img src=x.png>",
    "<form action='http://192.0.2.1/'><input name=a><button>go</button></form>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>@import 'http://192.0.2.1/x.css'; @font-face { src: url(//192.0.2.1/f) }</style>",
    "<math><mtext><table><mglyph><style><img src=//192.0.2.1/x>",
    "[sound:../../etc/passwd] [sound:http://192.0.2.1/a.mp3] [latex]\\input{/etc/passwd}[/latex]",
)
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>%s</svg>"


class Screen:
    """Shows one card after the other, and remembers which media it asked for."""

    def __init__(self, services: Services, folder: Path, theme: Theme) -> None:
        self.names: list[str] = []
        self._files = MediaFiles(folder / "media")
        self._services = services
        self.view = CardFace(theme, Icons(theme), Pictures(self._path))
        self.view.resize(800, 600)
        self.view.show()

    def show(self, asked: Asked) -> bool:
        """Show a card, turn it, and tell whether the telltale was to be seen."""
        self.view.show_question(asked.face, asked.note.provenance)
        before = shows(painted(self.view), TELLTALE)
        self.view.reveal()
        return before or shows(painted(self.view), TELLTALE)

    def _path(self, name: str) -> Path | None:
        self.names.append(name)
        media = self._services.operations.read(lambda tables: tables.media.get_all([name]))
        return self._files.path_of(media[name].digest) if name in media else None


def asked_of(services: Services, file: Path) -> Iterator[Asked]:
    """Import a file, and answer its cards one by one as they are asked."""
    services.options.change(replace(services.options.read(), new_a_day=999, minutes_a_day=600))
    with services.importing.look(file, Unwatched()) as arrival:
        services.importing.take_in(arrival, Wishes(), Unwatched())
    turn = services.study.begin()
    while turn.asked is not None:
        yield turn.asked
        turn = services.study.answer(turn, Rating.KNEW, 100).value


def nasty(folder: Path) -> Content:
    """Every place that may ask for a file in fields, in a template and in its style."""
    telltale = write_picture(folder / "secret.png")
    lying = [*roads(telltale), *REMOTE]
    texts = ["".join(filled(place, road) for road in lying) for place in PLACES]
    texts = [text.replace("\x1f", "") for text in (*texts, *ACTS)]
    css = f".card {{ background-image: url({telltale}) }} @import url(file://{telltale});"
    template = f"{{{{Front}}}}<img src='{telltale}'><script src='//192.0.2.1/x.js'></script>"
    kinds = (BASIC, AnkiKind(11, "Nasty", BASIC.fields, (("1", template, template),), css=css))
    inside = SVG % f"<image href='file://{telltale}' width='9'/><script>1</script>".encode()
    return Content(
        kinds=kinds,
        notes=tuple(
            AnkiNote(NOTE + number, f"n{number}", kinds[number % 2].id, (text, text))
            for number, text in enumerate(texts)
        ),
        cards=tuple(AnkiCard(CARD + number, NOTE + number) for number in range(len(texts))),
        media=(("evil.svg", inside), ("../secret.png", telltale.read_bytes())),
    )


@pytest.mark.parametrize("packed", [legacy, newest])
def test_cards_of_a_stranger_ask_for_nothing_but_their_own_media(
    packed: Callable[[Content], bytes], tmp_path: Path, theme: Theme
) -> None:
    content = nasty(tmp_path)
    file = tmp_path / "stranger.apkg"
    file.write_bytes(packed(content))
    services = services_in(tmp_path, Watch())
    screen = Screen(services, tmp_path, theme)
    seen = {asked.note.guid: screen.show(asked) for asked in asked_of(services, file)}
    assert seen == {note.guid: False for note in content.notes}
    assert [name for name in screen.names if plain_name(name) != name] == []
    delete(screen.view)
    services.collection.close()


def test_a_table_and_json_of_a_stranger_ask_for_nothing_either(
    tmp_path: Path, theme: Theme
) -> None:
    content = nasty(tmp_path)
    cards = [{"front": note.fields[0], "back": "b", "guid": note.guid} for note in content.notes]
    file = tmp_path / "stranger.json"
    file.write_text(json.dumps(cards), "utf-8")
    services = services_in(tmp_path, Watch())
    screen = Screen(services, tmp_path, theme)
    seen = [screen.show(asked) for asked in asked_of(services, file)]
    assert seen == [False] * len(cards)
    delete(screen.view)
    services.collection.close()


def test_the_telltale_would_be_seen_if_it_were_a_medium_of_the_deck(
    tmp_path: Path, theme: Theme
) -> None:
    telltale = write_picture(tmp_path / "known.png").read_bytes()
    shown = AnkiNote(NOTE, "n", BASIC.id, ("<img src='known.png'>", "b"))
    content = Content(
        kinds=(BASIC,),
        notes=(shown,),
        cards=(AnkiCard(CARD, NOTE),),
        media=(("known.png", telltale),),
    )
    (tmp_path / "own.apkg").write_bytes(newest(content))
    services = services_in(tmp_path, Watch())
    screen = Screen(services, tmp_path, theme)
    assert [screen.show(asked) for asked in asked_of(services, tmp_path / "own.apkg")] == [True]
    assert screen.names
    delete(screen.view)
    services.collection.close()
