"""Anki's files: packages and whole collections of all generations since 2012.

`form` recognises, `package` unpacks, `reading` puts together what `kinds`, `decks`, `cards`,
`history` and `media` read.
"""

from __future__ import annotations
