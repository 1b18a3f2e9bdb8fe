"""Mnemosyne: exported cards, databases of version 2, XML of version 1, and of smconv.

`package`, `database`, `version_one` and `smconv` each make a `Library` of a file; `making` makes a
bundle of it.
"""

from __future__ import annotations
