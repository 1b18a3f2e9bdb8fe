"""Notes as students leave them, one sample for each shape that the reader knows."""

from __future__ import annotations

PASTED = """\
Storage Notes

  \u2022 Buckets hold objects. You need to block public access, it\u2019s not open anyway

Queues

  \u2022 Queues keep messages for 14 days. They are not ordered. Version 2.0 of example.org says so
  \u2022 Topics push to Lambda, Firehose and SQS.


  \u2022 Streams keep records for a week; readers follow at their own pace


  \u2022 You can use a topic to fan out
  \u2022 Filters are set by the subscriber


  \u2022 Started by calling
  \u2022 PutRecord
  \u2022 PutRecords


StandardQueue FifoQueue
Works in every Region Works in every Region
Keeps no order Keeps strict order
Accepts duplicates Removes duplicates

Amazon Events

  \u2022 It reads events of many services Use Cases
  \u2022 Nightly reports that start by themselves
  \u2022 Alarms that reach people Event Buses
  \u2022 Takes events of one account
  \u2022 Rules choose targets on the bus Partner Buses
  \u2022 Takes events of other companies"""

MARKDOWN = """\
---
layout: page
---
# Storage

- [Buckets](#buckets)

## Buckets

- **Bucket**: holds objects
- **Object** \u2013 a file and its name
  - at most 5 TB
- [ ] read the [guide](https://example.org/guide)

| Class | Price | Speed |
|---|:-:|---|
| Standard | high | fast |
| Glacier | low | slow |

```
aws s3 ls
```

1. make it
2. fill it
"""

QUESTIONS = """\
Q: What keeps objects?
A: A bucket
Q2. How long may a name be? A: 63 characters
1) Which class is cheapest?
(A) Standard
(B) Glacier
(C) Express
Correct: B
Explanation: it takes hours to read.
Which service sends mail?
    Simple Email Service
A queue keeps messages for ___ days.
Answer: 14
"""

PAGES = """\
Storage Handbook
1

A bucket holds objects and is named once in the whole world, so that each has an ad-
dress of its own, which nobody else may take
before you give it back.

Storage Handbook
2

OBJECTS

An object is a file with a name of its own and with a few words about it that tell readers what
it is.

Storage Handbook
3
"""

TALK = """\
Slide 12
00:13:05 Ann Lee: A queue keeps messages for 14 days
Slide 13: Topics
\u25cf\tA topic pushes to Lambda
"""

ORG = """\
#+TITLE: Storage
* Buckets
:PROPERTIES:
:ID: 12
:END:
- Bucket :: holds objects
** TODO Versions
A version is kept for each change of an object in Amazon S3.
#+BEGIN_SRC sh
aws s3 ls
#+END_SRC
"""

OPML = """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Storage</title></head><body>
<outline text="Storage">
  <outline text="Buckets">
    <outline text="Bucket: holds objects" _note="and their names"/>
    <outline text="Object: a file"/>
  </outline>
</outline>
</body></opml>
"""


def samples() -> list[tuple[str, bytes]]:
    """Return names and contents of notes in all shapes and a few encodings."""
    texts = {
        "pasted.txt": PASTED,
        "markdown.md": MARKDOWN,
        "questions.txt": QUESTIONS,
        "pages.txt": PAGES,
        "talk.txt": TALK,
        "notes.org": ORG,
        "outline.opml": OPML,
    }
    return [
        *((name, text.encode()) for name, text in texts.items()),
        ("utf16.txt", PASTED.encode("utf-16")),
        ("windows.txt", PASTED.replace("\n", "\r\n").encode("cp1252")),
        ("mac.txt", b"\xef\xbb\xbf" + QUESTIONS.replace("\n", "\r").encode()),
    ]
