"""Runs in Anki's environment and knows nothing of ours: a line of JSON in for each task, one out.

A task names a package to import into a new collection, and optionally one to export from it, with
`legacy` for its form. The answer counts what the collection then holds, what its own check says of
it, and the seconds that each took; or it has an `error`.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from anki.collection import (  # type: ignore[import-not-found]  # only in .peers
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
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
    try:
        begun = time.perf_counter()
        options = ImportAnkiPackageOptions(with_scheduling=True)
        request = ImportAnkiPackageRequest(package_path=task["in"], options=options)
        collection.import_anki_package(request)
        told: dict[str, Any] = {"import": time.perf_counter() - begun}
        told["counts"] = _counts(collection)
        if "check" in task:
            told["check"] = collection.fix_integrity()[0]
            told["after"] = _counts(collection)
        if "out" in task:
            begun = time.perf_counter()
            collection.export_anki_package(
                out_path=task["out"],
                limit=None,
                options=ExportAnkiPackageOptions(
                    with_scheduling=True, with_media=True, legacy=task["legacy"]
                ),
            )
            told["export"] = time.perf_counter() - begun
        return told
    finally:
        collection.close()


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
