"""What tests of reading share: the commands that read a base with the first article."""

from __future__ import annotations

from factbase.query.nouns import NOUNS

READING: list[tuple[str, ...]] = [
    *((noun,) for noun in NOUNS),
    ("show", "china"),
    ("history", "CHN"),
    ("journal",),
    ("diff", "--from", "1"),
    ("trust", "kapanadze:52"),
    ("brief", "china", "azerbaijan"),
    ("check",),
    ("chart", "dates"),
    ("sheet", "from-source", "kapanadze"),
    ("export", "--as", "jsonl", "-o", "-"),
]
