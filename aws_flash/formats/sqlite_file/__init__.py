"""A SQLite database of a stranger, read from a private copy as if it were made to do harm.

`private_copy` makes the copy, `connection` opens it with all doors shut, `database` reads tables.
"""

from __future__ import annotations
