"""Decks in Markdown as people write them, one for each way."""

from __future__ import annotations

HEADED = """\
# Storage

## What keeps objects?

A bucket,
in one Region

## Is it **public**?

No. Unless you say so:

```
aws s3 ls
# all of them
```

## a < b & "c"?

- one
- two
"""

SIDES = """\
#flashcards

## Storage

<!-- Card Start -->
### Front
Which one is cold?
- A. Standard
- B. Glacier
- C. Both
### Back
B. Glacier

It takes hours.

<!-- Card End --> <!-- Card Start -->
### Front
What keeps objects?
### Back
A **bucket**
### Tags
s3 #exam
<!-- Card End -->
"""

EXAM = """\
---
layout: exam
---

# Exam 1

1. Which one is cold?
    - A. Standard
    - B. Glacier

    <details markdown=1><summary markdown='span'>Answer</summary>
      Correct answer: B
    </details>

2. Which two keep files? (Choose TWO)
    - A. EFS
    - B. FSx
    - C. SQS

    <details><summary>Answer</summary>
      Answer: A, B
      Both mount.
    </details>

<details>
<summary>What is S3?</summary>

A store for **objects**.
</details>
"""

KI = """\
# Note
```
guid: e&}2{Z6:Bx$
notetype: Basic
```

### Tags
```
s3
exam
```

## Front
What keeps objects?

## Back
A bucket

---
# Note
```
guid: other
notetype: Cloze
```

### Tags
```
```

## Text
A {{c1::bucket}} keeps objects

## Extra
Always
"""

SIGNS = """\
# Storage

status:: draft

Q: What keeps objects?
A: A bucket,
in one Region

- Glacier :: cold store
- EFS ::: file store

A ==bucket== keeps ==objects==.

A {{c1::key}} opens.

What is at rest?
?
Data in a store
"""

TABLE = """\
| Front | Back | Price | Tags |
|:--|---|---|---|
| a \\| b | c<br>d | low | s3 exam |
| <b>e</b> | `f` | | |
"""


def samples() -> list[tuple[str, bytes]]:
    """Return names and contents of decks in all ways, and in a few encodings."""
    texts = {
        "headed.md": HEADED,
        "sides.md": SIDES,
        "exam.md": EXAM,
        "ki.md": KI,
        "signs.md": SIGNS,
        "table.md": TABLE,
    }
    return [
        *((name, text.encode()) for name, text in texts.items()),
        ("utf16.md", SIDES.encode("utf-16")),
        ("windows.md", b"\xef\xbb\xbf" + SIGNS.replace("\n", "\r\n").encode()),
    ]
