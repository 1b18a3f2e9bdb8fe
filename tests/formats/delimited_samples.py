"""Tables as people and programs write them, made here."""

from __future__ import annotations

GERMAN = (
    "Frage;Antwort;Schlagwörter\r\nWas schützt Schlüssel?;KMS;kms\r\nWer prüft?;CloudTrail;\r\n"
)
ANKI = (
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
    "#tags column:6\n"
    "a:b<1\tBasic\tAWS::IAM\tWhat is a <b>role</b>?\tTemporary rights\taws::iam marked\n"
    'c,d"2\tCloze\tAWS::IAM\t{{c1::STS}} lends them\t"More<br>""here"""\t\n'
    "e3\tService\tAWS\tS3\tStorage\tstorage\n"
)
OWN = "guid,topic,kind,tags,form,Question,Answer\nA1,T::U,basic,x,html,'=1,<b>2</b>\n"
QUIZLET = "role\ttemporary rights\nuser\tlasting rights\ngroup\tof users\n"


def samples() -> list[tuple[str, bytes]]:
    """Return files by name, one of each sort."""
    return [
        ("comma.csv", b'Front,Back,Tags\nq1,a1,x y\n"q,2","a\n2",\n'),
        ("semicolon.csv", GERMAN.encode("cp1252")),
        ("mac.csv", GERMAN.encode("mac_roman")),
        ("wide.csv", GERMAN.replace(";", "\t").encode("utf-16")),
        ("wider.txt", ("\ufeff" + QUIZLET).encode("utf-32-be")),
        ("anki.txt", ANKI.encode()),
        ("old_anki.txt", b"tags: one two\nq1\ta1\n# no card\nq2\ta2\n"),
        ("quizlet.txt", QUIZLET.encode()),
        ("excel.csv", b"sep=|\r\nquestion|answer\r\nq1|a1\r\n"),
        ("pipe.txt", b"q1|a1|more\nq2|a2|\n"),
        ("colon.txt", b"role: rights for a time\nuser: rights that last\n"),
        ("languages.csv", b"country,country:de,country:fr\nFrance,Frankreich,France\n"),
        ("ragged.csv", b'a\na,b\na,b,c,d\n,\n"",""\n"open,b\nc,d\n'),
        ("japanese.tsv", "役割\tロール\n鍵\tキー\n".encode("shift_jis")),
        (
            "own.csv",
            b"guid,topic,kind,tags,form,Question,Answer\nA1,T::U,basic,x,html,'=1,<b>2</b>\n",
        ),
    ]
