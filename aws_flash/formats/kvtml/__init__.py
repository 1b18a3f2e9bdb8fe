"""KVTML: the vocabulary of Parley, KWordQuiz and other programs of KDE."""

from __future__ import annotations
