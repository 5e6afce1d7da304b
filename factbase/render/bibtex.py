"""BibTeX as biblatex and Biber read it, in UTF-8: an entry a source.

Names and titles are in braces of their own: names are not cut into parts, titles keep their capitals.
"""

from __future__ import annotations

import re
from typing import TextIO

from factbase.render.csl import sources
from factbase.render.options import Options, Written
from factbase.render.safe import is_page
from factbase.rows import Rows

# The types of biblatex. What has none of its own is 'misc', and `howpublished` says what it is.
_TYPES = {"article": "article", "report": "report", "statistics": "dataset", "book": "book"}

# Braces count even behind a backslash, so that none may stand alone.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
        "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    }
)  # fmt: skip
_IN_NO_KEY = re.compile(r"[\s,{}\"#%'()=~\\@\x00-\x1f\x7f-\x9f]+")
_IN_NO_LINK = re.compile(r"[\\{}\s\x00-\x1f\x7f]")


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write all sources. Raises WrongRequest for rows that are not sources."""
    keys: set[str] = set()
    for source in sources(rows, "bibtex"):
        key = _key(source["key"], keys)
        keys.add(key)
        entry = _entry(source, key)
        out.write(entry if len(keys) == 1 else f"\n{entry}")
    if not keys:
        # A file with a comment is a bibliography without entries; an empty one is doubted.
        out.write("% no sources\n")
    return Written(len(keys))


def _entry(source: dict[str, str], key: str) -> str:
    kind = source["kind"]
    fields = {"author": _whole(source.get("author")), "title": _whole(source["label"])}
    if "publisher" in source:
        fields["journaltitle" if kind == "article" else "publisher"] = _whole(source["publisher"])
    if "published" in source:
        # biblatex reads EDTF; the year is for what reads only years.
        fields["date"] = _escaped(source["published"], braces=False)
        year = re.match("[0-9]{4}", source["published"])
        fields["year"] = year[0] if year else None
    fields["edition"] = _escaped(source.get("edition"))
    if kind not in _TYPES:
        fields["howpublished"] = _escaped(kind)
    address = source.get("address")
    if address is not None:
        if is_page(address):
            fields["url"] = _IN_NO_LINK.sub(lambda sign: f"%{ord(sign[0]):02X}", address)
        else:
            fields["note"] = _escaped(address)
    fields["language"] = _escaped(source.get("language"))
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{_TYPES.get(kind, 'misc')}{{{key},\n{''.join(lines)}}}\n"


def _key(key: str, taken: set[str]) -> str:
    """The source's key, without the characters that no entry's key may have, and no other entry's."""
    stem = _IN_NO_KEY.sub("-", key).strip("-") or "source"
    made, number = stem, 2
    while made in taken:
        made, number = f"{stem}-{number}", number + 1
    return made


def _whole(words: str | None) -> str | None:
    return f"{{{_escaped(words)}}}" if words else None


def _escaped(words: str | None, *, braces: bool = True) -> str | None:
    """The words as TeX prints them; on one line.

    >>> print(_escaped("100% of {R&D}, under_score"))
    100\\% of \\textbraceleft{}R\\&D\\textbraceright{}, under\\_score
    """
    if words is None:
        return None
    line = " ".join(re.sub("[\x00-\x1f\x7f-\x9f]", " ", words).split())
    # In a date, ~ and % are EDTF's.
    return line.translate(_ESCAPES) if braces else re.sub(r"[\\{}]", "", line)
