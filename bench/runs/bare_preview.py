"""The floor of a preview: a package unpacked, and all rows of its three large tables fetched."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
import tempfile
import time
import zipfile
from contextlib import closing
from pathlib import Path

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NEWEST = "collection.anki21b"
COLLECTIONS = (NEWEST, "collection.anki21", "collection.anki2")


def main(package: Path) -> None:
    """Print the seconds, how many notes and reviews there were, and the megabytes unpacked."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "collection.db")
        begun = time.perf_counter()
        _unpack(package, copy)
        with closing(sqlite3.connect(copy)) as connection:
            rows = {
                table: connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - own names
                for table in ("notes", "cards", "revlog")
            }
        told: dict[str, float] = {"took": time.perf_counter() - begun}
        told |= {"notes": len(rows["notes"]), "reviews": len(rows["revlog"])}
        told["megabytes"] = copy.stat().st_size / 2**20
    print(json.dumps(told))


def _unpack(package: Path, copy: Path) -> None:
    with zipfile.ZipFile(package) as archive, copy.open("wb") as target:
        name = next(name for name in COLLECTIONS if name in archive.namelist())
        with archive.open(name) as source:
            if name == NEWEST:
                with zstd.open(source) as whole:
                    shutil.copyfileobj(whole, target, 2**20)
            else:
                shutil.copyfileobj(source, target, 2**20)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
