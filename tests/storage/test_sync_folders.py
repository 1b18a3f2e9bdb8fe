"""Folders of sync clients, by name and by what lies in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from aws_flash.storage.sync_folders import sync_folder_of


@pytest.mark.parametrize(
    ("folder", "client"),
    [
        ("/home/ann/Dropbox/aws-flash", "Dropbox"),
        ("/home/ann/Dropbox (Personal)/cards", "Dropbox"),
        ("/Users/ann/Library/CloudStorage/Dropbox/cards", "Dropbox"),
        ("/mnt/c/Users/ann/OneDrive - Example Ltd/cards", "OneDrive"),
        ("/Users/ann/Library/CloudStorage/OneDrive-Personal/cards", "OneDrive"),
        ("/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive", "Google Drive"),
        ("/home/ann/Google Drive/cards", "Google Drive"),
        ("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/cards", "iCloud"),
        ("/home/ann/Nextcloud/study/cards", "Nextcloud"),
        ("/home/ann/ownCloud/cards", "ownCloud"),
        ("/home/ann/syncthing/cards", "Syncthing"),
        ("/home/ann/Boxes/Sync/cards", None),
        ("/home/ann/.local/share/aws-flash", None),
        ("/home/ann/not dropbox really", None),
    ],
)
def test_a_client_is_known_by_the_name_of_its_folder(folder: str, client: str | None) -> None:
    assert sync_folder_of(Path(folder)) == client


@pytest.mark.parametrize(
    ("marker", "client"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
    ],
)
def test_a_client_is_known_by_what_it_leaves_above(
    tmp_path: Path, marker: str, client: str
) -> None:
    (tmp_path / marker).mkdir()
    assert sync_folder_of(tmp_path / "deep" / "below") == client
