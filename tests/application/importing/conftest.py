"""A place where files arrive."""

from __future__ import annotations

import pytest

from tests.application.conftest import World
from tests.application.importing.harbour import Harbour


@pytest.fixture
def harbour(empty_world: World) -> Harbour:
    return Harbour(empty_world)
