"""Sync clients: is a folder inside one that Dropbox, OneDrive or the like copies as it pleases?

Such a client can copy a collection in the middle of a write, or put two machines' files in each
other's place.
"""

from __future__ import annotations

import re
from pathlib import Path

_BY_NAME = (
    (re.compile(r"dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"onedrive( - .+|-.+)?"), "OneDrive"),
    (re.compile(r"google ?drive([ -].+)?|my drive"), "Google Drive"),
    (re.compile(r"mobile documents|com~apple~clouddocs|icloud ?drive"), "iCloud"),
    (re.compile(r"nextcloud\d*"), "Nextcloud"),
    (re.compile(r"owncloud\d*"), "ownCloud"),
    (re.compile(r"pcloud ?drive"), "pCloud"),
    (re.compile(r"megasync.*"), "MEGA"),
    (re.compile(r"seafile|seadrive"), "Seafile"),
    (re.compile(r"syncthing"), "Syncthing"),
)
_BY_MARKER = {
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".megaignore": "MEGA",
    ".stfolder": "Syncthing",
}


def sync_folder_of(folder: Path) -> str | None:
    """Return the name of the sync client whose folder this is or lies in; None if there is none.

    Told by the folders' usual names, and by what the clients leave in them.
    """
    for above in (folder, *folder.parents):
        for pattern, client in _BY_NAME:
            if pattern.fullmatch(above.name.casefold()):
                return client
        for marker, client in _BY_MARKER.items():
            if _is_there(above / marker):
                return client
    return None


def _is_there(marker: Path) -> bool:
    try:
        return marker.exists()
    except OSError:  # a folder that may not be looked into says nothing of a client
        return False
