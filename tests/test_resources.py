"""The program finds its own files."""

from __future__ import annotations

import pytest

from aws_flash.resources import resource


@pytest.mark.parametrize(
    "parts",
    [("fonts", "Inter-Regular.otf"), ("icons", "aws-flash.svg"), ("icons", "LICENSE-Lucide.txt")],
)
def test_a_file_of_ours_is_found(parts: tuple[str, ...]) -> None:
    assert resource(*parts).is_file()


def test_no_parts_means_the_whole_folder() -> None:
    assert (resource() / "icons").is_dir()
