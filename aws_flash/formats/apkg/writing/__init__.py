"""Writes bundles as packages of Anki: `package` packs what `legacy` or `newest` make.

`kinds`, `decks`, `notes`, `cards` and `answers` turn a bundle into Anki's rows, the same for both.
"""

from __future__ import annotations
