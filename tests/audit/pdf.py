"""PDF files for tests: text in lines at places, as printers make them, and nothing else."""

from __future__ import annotations

from textwrap import wrap


def pdf(pages: list[list[str]], *, locked: bool = False) -> bytes:
    """A PDF of these pages of paragraphs, set in Helvetica in lines of 80; `locked` with a password."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for page in pages:
        content = _content(page)
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R /Resources << /Font << /F1"
            " << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    made = _file(objects)
    return _locked(made) if locked else made


def _content(paragraphs: list[str]) -> bytes:
    lines = []
    height = 800
    for paragraph in paragraphs:
        for line in paragraph.split("\n") if "\n" in paragraph else wrap(paragraph, 80, break_on_hyphens=False):
            shown = line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
            lines.append(b"BT /F1 10 Tf 72 %d Td (%s) Tj ET" % (height, shown))
            height -= 12
        height -= 14
    return b"\n".join(lines)


def _file(objects: list[bytes]) -> bytes:
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def _locked(made: bytes) -> bytes:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(made)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
