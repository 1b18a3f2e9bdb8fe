"""Runs in Anki's environment and knows nothing of ours: a line of JSON in for each task, one out.

A task names a package or a table to import into a new collection, and what else to do: `check` it,
take it `back` and import it once more, import the same file `again`, export a package `out`, with
`legacy` for its form. The answer counts what the collection then holds, what its own check says of
it, and the seconds that each took; or it has an `error`.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from anki.collection import (  # type: ignore[import-not-found]  # only in .peers
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)


def main() -> None:
    """Do the tasks one after the other."""
    for line in sys.stdin:
        with tempfile.TemporaryDirectory() as folder:
            try:
                told = _done(json.loads(line), Path(folder))
            except Exception as error:  # noqa: BLE001 - whatever Anki says is the answer
                told = {"error": repr(error)}
        print(json.dumps(told), flush=True)


def _done(task: dict[str, Any], folder: Path) -> dict[str, Any]:
    collection = Collection(str(folder / "collection.anki2"))

    def take_in() -> Any:
        return _taken_in(collection, task["in"])

    try:
        told: dict[str, Any] = {"import": _timed(take_in)}
        told["counts"] = _counts(collection)
        if "check" in task:
            told["check"] = collection.fix_integrity()[0]
            told["after"] = _counts(collection)
        if "back" in task:
            told["undo"] = _timed(collection.undo)
            told["left"] = _counts(collection)
            take_in()
        if "again" in task:
            told["again"] = _timed(take_in)
        if "out" in task:
            told["export"] = _timed(lambda: _export(collection, task))
        return told
    finally:
        collection.close()


def _taken_in(collection: Any, file: str) -> Any:
    if file.endswith(".csv"):
        found = collection.get_csv_metadata(file, None)
        return collection.import_csv(ImportCsvRequest(path=file, metadata=found))
    options = ImportAnkiPackageOptions(with_scheduling=True)
    return collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=file, options=options)
    )


def _export(collection: Any, task: dict[str, Any]) -> None:
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=task["legacy"])
    collection.export_anki_package(out_path=task["out"], limit=None, options=options)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _counts(collection: Any) -> dict[str, int]:
    counts = {
        table: collection.db.scalar(f"select count() from {table}")  # noqa: S608 - own names
        for table in ("notes", "cards", "revlog")
    }
    counts["decks"] = len(collection.decks.all_names_and_ids())
    counts["media"] = sum(1 for _ in Path(collection.media.dir()).iterdir())
    return counts


if __name__ == "__main__":
    main()
