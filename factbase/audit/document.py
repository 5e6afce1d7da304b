"""A reader's copy of a document (plain text, HTML, PDF), as numbered paragraphs that locators point into.

Paragraphs are numbered alike in all three: the title is `title`, the blocks of text below it are p1, p2, ..., headings,
items of lists and rows of tables among them, over all files in order.

- Plain text: blocks are set off by blank lines. The first block is the title if it is one line that does not end like
  a sentence (in . : ; or a comma) and another block follows.
- HTML: the main text is `article`, else `main`, else the page, without navigation, side bars, scripts, and forms unless
  they hold most of it. The title is its first `h1` if most of its sentences stand below that, else that of the page. A
  block is what a browser sets apart: p, li, h2, blockquote, tr, ...
- PDF: a block is a run of lines without a wider gap between them, across a page's end where a sentence runs on. Words
  divided at a line's end are made whole. A PDF has no title and no paragraphs of its own, only lines at places: running
  heads, page numbers, columns, footnotes and tables may be counted or cut otherwise than people would.

Sentences (s1, s2, ...) end at . ! ? or … with what closes quotes and brackets, before white space and a capital, a digit
or an opening quote, but not after an initial, a usual abbreviation (Mr., U.S., No.), or the number that a paragraph or an
item begins with (4.); also at 。, and at ！？ behind a
Chinese or Japanese letter.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence, Set
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factbase.audit.anchor import normal
from factbase.errors import BadInput

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# No communiqué comes near it; a file that does is not one.
LARGEST = 50_000_000

_TEXT_HINT = "give a text, HTML or PDF file"


class Paragraph(NamedTuple):
    """A block of text, `normal` as anchors are.

    `number` counts from 1 over all files, 0 is the title. `page`, in a PDF, counts from 1 as the file does, and
    `on_page` is the paragraph's number on it.
    """

    number: int
    text: str
    page: int | None = None
    on_page: int | None = None

    @property
    def place(self) -> str:
        """Its locator: 'title', 'p3'."""
        return f"p{self.number}" if self.number else "title"


class Document:
    """A document: its paragraphs, the title first if it has one."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = list(paragraphs)

    @cached_property
    def digest(self) -> str:
        """'sha256:' and the digest of the text, the same for all that anchors forgive."""
        from hashlib import sha256

        lines = "\n".join(paragraph.text for paragraph in self.paragraphs)
        return f"sha256:{sha256(lines.encode('utf-8', 'surrogatepass')).hexdigest()}"

    @cached_property
    def has_pages(self) -> bool:
        """Whether its pages are known."""
        return any(paragraph.page for paragraph in self.paragraphs)


class _Block(NamedTuple):
    text: str
    page: int | None = None
    is_title: bool = False


def read(names: Sequence[str]) -> Document:
    """The document that the files hold, in their order; '-' is standard input.

    Raises BadInput for what cannot be read as a text.
    """
    blocks: list[_Block] = []
    for name in names:
        found = _blocks(_content(name), "standard input" if name == "-" else name)
        # Only the first file's title is the document's; those of the others are headings.
        blocks += found if not blocks else [block._replace(is_title=False) for block in found]
    return _numbered(blocks)


def _numbered(blocks: list[_Block]) -> Document:
    paragraphs: list[Paragraph] = []
    on_page: dict[int, int] = {}
    number = 0
    for block in blocks:
        words = normal(block.text)
        if not words:
            continue
        if block.is_title:
            paragraphs.insert(0, Paragraph(0, words))
            continue
        number += 1
        if block.page:
            on_page[block.page] = on_page.get(block.page, 0) + 1
        paragraphs.append(Paragraph(number, words, block.page, on_page.get(block.page or 0)))
    return Document(paragraphs)


# Files


def _content(name: str) -> bytes:
    if name == "-":
        if sys.stdin is None:
            raise BadInput("standard input is closed", hint="name a file")
        content = sys.stdin.buffer.read(LARGEST + 1)
    else:
        import os
        import stat

        try:
            # Looked at before it is opened: a pipe that nobody writes to would never answer.
            mode = os.stat(name).st_mode
            if not stat.S_ISREG(mode):
                what = "is a folder" if stat.S_ISDIR(mode) else "is not a file"
                raise BadInput(what, where=name, hint="name a file, or - for standard input")
            with open(name, "rb") as file:
                content = file.read(LARGEST + 1)
        except ValueError:
            raise BadInput("is not the name of a file", where=name) from None
        except OSError as error:
            raise BadInput(f"cannot be read: {(error.strerror or str(error)).lower()}", where=name) from None
    if len(content) > LARGEST:
        where = "standard input" if name == "-" else name
        raise BadInput(f"is larger than {LARGEST // 1_000_000} MB", where=where, hint="give the document alone")
    return content


def _blocks(content: bytes, where: str) -> list[_Block]:
    if not content.strip():
        raise BadInput("is empty", where=where)
    # Readers of PDF take the mark anywhere in the first 1,024 bytes.
    if b"%PDF-" in content[:1024]:
        blocks = _of_pdf(content, where)
    else:
        text = _text(content, where)
        blocks = _of_html(text) if _is_html(text) else _of_text(text)
    if not any(normal(block.text) for block in blocks):
        raise BadInput("has no text", where=where, hint="a scanned document must be made readable (OCR) first")
    return blocks


_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
# What browsers read under these names (Encoding Standard, WHATWG): the wider code pages that were meant.
_AS_BROWSERS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip


def _text(content: bytes, where: str) -> str:
    encoding = _MARKS.get(content[:2], "utf-8-sig")
    if b"\0" in content and encoding == "utf-8-sig":
        kind = "is a zip or office file" if content.startswith(b"PK") else "is not a text"
        raise BadInput(kind, where=where, hint="save it as text, HTML or PDF")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        pass
    # What a page says of itself is no guess.
    declared = _DECLARED.search(content[:4096])
    if declared:
        import codecs

        try:
            name = declared[1].decode("ascii").lower().removeprefix("x-").replace("windows-", "cp")
            found = codecs.lookup(name)
            # What says in ASCII what it is in is not in UTF-16.
            if found._is_text_encoding and not found.name.startswith("utf"):
                return content.decode(_AS_BROWSERS.get(found.name, found.name))
        except (LookupError, UnicodeDecodeError):
            pass
    if content.startswith(b"PK"):
        raise BadInput("is a zip or office file", where=where, hint="save it as text, HTML or PDF")
    raise BadInput("is not in UTF-8", where=where, hint=f"save it as UTF-8, or {_TEXT_HINT}")


# Plain text


def _of_text(text: str) -> list[_Block]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    blocks = [block.strip() for block in re.split(r"\n[^\S\n]*\n", text)]
    blocks = [block for block in blocks if block]
    is_titled = len(blocks) > 1 and "\n" not in blocks[0] and not re.search(r"[.:;,。：；，][\"'’”»)]*$", blocks[0])
    return [_Block(block, is_title=is_titled and number == 0) for number, block in enumerate(blocks)]


# HTML

_HTML = re.compile(
    r"\s*+(?:<!--(?>.*?-->)\s*+|<\?xml[^>]*>\s*+)*+<(?:!doctype\s+html|(?:html|head|body|meta|title|article|main|div|p|h1)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_INLINE_TAGS = """
a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp small
span strike strong sub sup time tt u var wbr -text
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_TAGS_WITHOUT_TEXT = """
script style template noscript nav aside footer button select textarea iframe object embed svg math canvas audio
video picture img head dialog menu
"""
_NO_TEXT = frozenset(_TAGS_WITHOUT_TEXT.split())
_CELLS = ("td", "th")


def _is_html(text: str) -> bool:
    return _HTML.match(text[:20_000]) is not None


def _of_html(text: str) -> list[_Block]:
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(text)
    body = page.body
    if body is None:
        return []
    head = page.css_first("head > title")
    title = normal(head.text()) if head else ""
    # A page of many teasers has many articles: the longest is what is read.
    articles = page.css("article") or page.css("main") or page.css("[role=main]")
    main = max(articles, key=lambda node: len(node.text()), default=body)
    blocks = _walked(main, _NO_TEXT | {"form"})
    if main.css_first("form"):
        # ASP.NET wraps a whole page in one.
        with_forms = _walked(main, _NO_TEXT)
        if _size(with_forms) > 2 * _size(blocks):
            blocks = with_forms
    heading = next((number for number, (_, tag) in enumerate(blocks) if tag == "h1"), None)
    if heading is not None:
        # What stands above the headline (menus, dates, crumbs) is not the text; above 'Contact' it is.
        below = blocks[heading + 1 :]
        if _size(filter(_is_prose, blocks[:heading])) <= _size(filter(_is_prose, below)):
            title, blocks = blocks[heading][0], below
    elif main is not body and (outside := page.css_first("h1")):
        title = normal(outside.text(separator=" ")) or title
    found = [_Block(words) for words, _ in blocks]
    return [_Block(title, is_title=True), *found] if title else found


def _size(blocks: Iterable[tuple[str, str]]) -> int:
    return sum(len(words) for words, _ in blocks)


def _is_prose(block: tuple[str, str]) -> bool:
    return block[0].rstrip("\"')]」』").endswith((".", "!", "?", "。"))


def _walked(main: LexborNode, without: Set[str]) -> list[tuple[str, str]]:
    """The blocks of a part of a page, each with the tag that holds it. Without recursion: pages may be deep."""
    blocks: list[tuple[str, str]] = []
    words: list[str] = []
    holder = "div"

    def close() -> None:
        text = normal("".join(words))
        if text:
            blocks.append((text, holder))
        words.clear()

    # A node to enter, or the tag of one to leave.
    waiting: list[LexborNode | str] = [main]
    open_blocks: list[str] = []
    breaks = 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            if node in _CELLS:
                words.append(" ")
            elif node:
                close()
                open_blocks.pop()
                holder = open_blocks[-1] if open_blocks else "div"
            continue
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            if text.strip():
                breaks = 0
            words.append(text)
            continue
        if tag == "br":
            # Two in a row are how old pages set paragraphs apart.
            breaks += 1
            if breaks > 1:
                close()
            words.append(" ")
            continue
        if tag in without or tag[:1] in "-_!" or _is_hidden(node):
            continue
        within_row = "tr" in open_blocks and tag != "tr"
        if tag in _CELLS or (within_row and tag not in _INLINE):
            waiting.append("td")
            words.append(" ")
        elif tag not in _INLINE:
            close()
            open_blocks.append(tag)
            holder = tag
            waiting.append(tag)
        children = []
        child = node.child
        while child is not None:
            children.append(child)
            child = child.next
        waiting.extend(reversed(children))
    close()
    return blocks


def _is_hidden(node: LexborNode) -> bool:
    given = node.attributes
    style = (given.get("style") or "").replace(" ", "").lower()
    return "hidden" in given or given.get("aria-hidden") == "true" or "display:none" in style


# PDF


class _Line(NamedTuple):
    text: str
    page: int
    # Blank lines before it.
    gap: int


def _of_pdf(content: bytes, where: str) -> list[_Block]:
    import logging
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    # What pypdf mends on the way is no news to the reader.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    locked = BadInput("is an encrypted PDF", where=where, hint="save a copy without a password")
    lines: list[_Line] = []
    try:
        file = PdfReader(BytesIO(content))
        if file.is_encrypted and not file.decrypt(""):
            raise locked
        for number, page in enumerate(file.pages, 1):
            gap = 0
            for text in page.extract_text(extraction_mode="layout").splitlines():
                if text.strip():
                    lines.append(_Line(text.rstrip(), number, gap))
                    gap = 0
                else:
                    gap += 1
    except BadInput:
        raise
    except (DependencyError, FileNotDecryptedError):
        raise locked from None
    except (PyPdfError, RecursionError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, OSError):
        # A damaged file can break a parser anywhere.
        raise BadInput("is a damaged PDF", where=where, hint="print it to a new PDF, or save its text") from None
    return _joined(lines)


def _joined(lines: list[_Line]) -> list[_Block]:
    """Lines as paragraphs: a gap wider than usual, or a page's end behind a whole sentence, starts a new one."""
    gaps = sorted(line.gap for line in lines)
    # In a text that is set wide the usual gap is one; where most lines end like sentences, they are paragraphs.
    usual = gaps[len(gaps) // 2] if gaps else 0
    if 2 * sum(bool(re.search(r"""[.!?:]["')”’»]*$""", line.text)) for line in lines) > len(lines):
        usual = 0
    whole = " ".join(line.text for line in lines)
    hyphened = set(re.findall(r"\b(\w+)[-\u2010\u2011](?=(\w+))", whole))
    blocks: list[_Block] = []
    for before, line in zip([None, *lines], lines, strict=False):
        words = line.text.strip()
        if before is not None and not _starts(before, line, usual):
            last = blocks[-1]
            blocks[-1] = last._replace(text=_continued(last.text, words, hyphened))
        else:
            blocks.append(_Block(words, line.page))
    return blocks


def _starts(before: _Line, line: _Line, usual: int) -> bool:
    if before.page != line.page:
        return not (line.text.strip()[:1].islower() and before.text.rstrip()[-1:] not in ".!?:")
    return line.gap > usual


def _continued(text: str, words: str, hyphened: Set[tuple[str, str]]) -> str:
    """The text with one more line, and the word made whole that the line's end divides.

    A hyphen stays where the word is written with one elsewhere: 'long-', 'term' where there is a 'long-term'.
    """
    # No word is longer, and a paragraph may have as many lines as the document.
    end = text[-100:]
    divided = re.search(r"\b(\w+)[-\u2010\u00ad]$", end)
    if not divided or not words[:1].islower():
        # '2025-' and '2029', 'Trans-' and 'Caspian' were divided at a hyphen of their own.
        return text + words if re.search(r"\w[-\u2010\u2011\u2013]$", end) else f"{text} {words}"
    rest = re.match(r"\w+", words)
    if rest and (divided[1], rest[0]) in hyphened:
        return text + words
    return text[:-1] + words


# Sentences

_END = re.compile(
    r"""(?<![.!?…])[.!?…]++[\])"'’”»]*(?=\s+[\[("'‘“«¿¡]*(?P<next>[^\W_]|$))"""
    # Chinese and Japanese put no space behind a sentence; ！ and ？ are ! and ? in what is `normal`.
    r"""|(?:[。！？]|(?<=[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff])[!?])[。！？!?]*[」』”"')）]*"""
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'.])(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Hon|Sen|Rep|Gov|Amb|St|Jr|Sr|No|Nos|Art|Arts"
    r"|Sec|Fig|Vol|Ch|pp|cf|vs|etc|approx|ca|resp|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co"
    r"|Corp|Bros|Mrd|Mio|Nr|Abs)\.$"
)
# '4. The Sides agreed': the number of a paragraph or of an item in a list is no sentence.
ENUMERATOR = re.compile(r"\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[IVXLC]{1,6})[.)]")
# 'Am 3. September' goes on.
_GERMAN_MONTH = re.compile(
    r" (?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a paragraph stand, from and to.

    >>> text = 'Mr. Li met the U.S. envoy. "We agree," he said. In 2024 trade grew by 20.7%.'
    >>> [text[start:end] for start, end in sentences(text)]
    ['Mr. Li met the U.S. envoy.', '"We agree," he said.', 'In 2024 trade grew by 20.7%.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        stop = end.end()
        # Not `islower`: Georgian sentences begin with letters that Unicode has as small ones without a capital.
        if end["next"] and end["next"] != end["next"].title():
            continue
        if end[0][0] == "." and _ABBREVIATION.search(text[max(0, end.start() - 12) : end.start() + 1]):
            continue
        if end[0] == "." and ENUMERATOR.fullmatch(text[start:stop].strip()):
            continue
        if text[end.start() - 1 : end.start()].isdecimal() and _GERMAN_MONTH.match(text, stop):
            continue
        if text[start:stop].strip():
            found.append((start + len(text[start:stop]) - len(text[start:stop].lstrip()), stop))
        start = stop
    if text[start:].strip():
        found.append((start + len(text[start:]) - len(text[start:].lstrip()), len(text.rstrip())))
    return tuple(found)
