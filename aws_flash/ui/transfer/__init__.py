"""Cards that come and go as files: the preview, the report, the list of imports, the export."""

from __future__ import annotations
