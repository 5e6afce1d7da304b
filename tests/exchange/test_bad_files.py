"""Files that are damaged, guessed or not what they seem: one line says what, where and what to do; nothing is stored."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pyarrow
import pytest
from conftest import Run

from factbase.store.location import Location

# How a file is read has nothing to do with where the base is.
IN_A_FILE = True

FACTBASE = [sys.executable, "-m", "factbase"]
HEAD = (
    "typeCode,refYear,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,cmdDesc,netWgt,primaryValue\n"
)
ROW = 'C,2023,2023,NAM,M,NOR,H6,010121,"Horses; live",12.50,79417.935\n'


def value(text: str) -> bytes:
    return (HEAD + ROW.replace("79417.935", text)).encode()


def good(text: str, instead: str) -> bytes:
    assert text in ROW
    return (HEAD + ROW.replace(text, instead)).encode()


# Rows of other years, of a length that quotes and line ends move about.
MANY = "".join(
    f'C,{1000 + at // 1000},{1000 + at // 1000},NAM,M,NOR,H6,{at % 1000:06},"Horses; live, white",1.5,{at}\n'
    for at in range(100_000)
)
LATE = 99_990


def late(old: str, new: str) -> bytes:
    """A file of 100,000 rows with that in the row of line 99,990."""
    rows = MANY.splitlines(keepends=True)
    rows[LATE - 2] = rows[LATE - 2].replace(old, new)
    return (HEAD + "".join(rows)).encode()


def after_a_line_end_in_quotes() -> bytes:
    return (
        HEAD + ROW.replace("Horses; live", "Horses;\nlive") + "\n" + ROW.replace("NOR", "ZZ9").replace("2023", "2024")
    ).encode()


BAD = {
    "an empty file": (b"", "the file is empty"),
    "blank lines": (b"\n\r\n\n", "the file is empty"),
    "a mark of UTF-8 alone": (b"\xef\xbb\xbf", "the file is empty"),
    "a header alone": (HEAD.encode(), "there is a header, and no row below it"),
    "rows without a header": (ROW.encode(), "is in no form that is known"),
    "UTF-16": ((HEAD + ROW).encode("utf-16"), "is UTF-16, not UTF-8 (--encoding utf-16"),
    "UTF-16 without a mark": ((HEAD + ROW).encode("utf-16-le"), "is UTF-16 without its mark"),
    "Latin-1": (
        (HEAD + ROW.replace("live", "caf\u00e9")).encode("latin-1"),
        "line 2, column 'cmdDesc': is not UTF-8",
    ),
    "carriage returns alone": ((HEAD + ROW).replace("\n", "\r").encode(), "line 1: lines end with a carriage return"),
    "a carriage return in a cell": (good("live", "li\rve"), "line 2, column 'cmdDesc': a carriage return stands alone"),
    "a short row": (
        (HEAD + ROW + "C,2023\n").encode(),
        "line 3, column 'period' and after: has 2 cells, and the header",
    ),
    "a long row": ((HEAD + ROW + ROW.strip() + ",7\n").encode(), "line 3: has 12 cells, and the header 11"),
    "a header twice": (HEAD.replace("refYear", "period").encode() + ROW.encode(), "two columns are called 'period'"),
    "no header of a column": (HEAD.replace("cmdDesc", "").encode() + ROW.encode(), "line 1: column 9 has no header"),
    "a quote that never closes": (good("79417.935", '"79417.935'), "line 2: a quote does not close"),
    "a quote that closes elsewhere": (good("H6", '"H6'), "line 2: a quote stands inside a cell"),
    "a quote in a cell": (good("H6", 'H"6'), "line 2: a quote stands inside a cell (put quotes around"),
    "a NUL": (good("live", "li\0ve"), "line 2, column 'cmdDesc': there is a NUL character"),
    "a cell of a megabyte": (good("live", "x" * 1_000_000), "line 2, column 'cmdDesc': is longer than 131,072 bytes"),
    "a cell of many lines": (good("live", "x\n" * 200_000), "line 2: a cell is longer than 131,072"),
    "NaN": (value("NaN"), "line 2, primaryValue: 'NaN' is no number"),
    "inf": (value("inf"), "line 2, primaryValue: 'inf' is no number"),
    "1e400": (value("1e400"), "line 2, primaryValue: '1e400' is too large"),
    "2^63": (value("9223372036854775808"), "line 2, primaryValue: '9223372036854775808' is too large"),
    "twenty digits": (value("12345678901234567890"), "is too large"),
    "sixteen decimals": (value("0.1234567890123456"), "has more than 15 decimals"),
    "below zero": (value("-1"), "line 2, primaryValue: '-1' is below zero"),
    "thousands": (value('"1,000"'), "line 2, primaryValue: '1,000' is no number"),
    "a decimal comma": (value('"1,5"'), "line 2, primaryValue: '1,5' is no number"),
    "a blank in a number": (value("1 000"), "'1 000' is no number"),
    "an underscore": (value("1_000"), "'1_000' is no number"),
    "digits of another script": (value("\u0661\u0662"), "is no number"),
    "hexadecimal": (value("0x10"), "'0x10' is no number"),
    "an unknown area": (good("NOR", "ZZ9"), "line 2, partnerISO: 'ZZ9' is no code of a state or group"),
    "small letters": (good("NOR", "no"), "line 2, partnerISO: 'no' is no code of a state or group"),
    "an unknown flow": (good(",M,", ",Q,"), "line 2, flowCode: 'Q' is no flow"),
    "an unknown good": (good("010121", "horse!"), "line 2, cmdCode: 'horse!' is no code of a commodity"),
    "a month that is none": (good("2023,NAM", "202313,NAM"), "line 2, period: '202313' is no period"),
    "one figure told twice": (
        (HEAD + ROW + ROW.replace("79417.935", "1")).encode(),
        "lines 2 and 3 tell the same figure, with different values",
    ),
    "several figures told twice": (
        (HEAD + ROW * 3).encode(),
        "lines 2 and 3 tell the same figure; 3 more figures are told twice",
    ),
    "a late number below a line for Excel": (
        b"sep=;\n" + (HEAD + ROW + ROW.replace("79417.935", "x")).replace(",", ";").encode(),
        "line 4, primaryValue: 'x' is no number",
    ),
    "a late number": (late(f",{LATE - 2}\n", ",1.5.5\n"), f"line {LATE}, primaryValue: '1.5.5' is no number"),
    "a late area": (late("NOR", "ZZ9"), f"line {LATE}, partnerISO: 'ZZ9' is no code"),
    "a late short row": (late(",1.5,", ","), f"line {LATE}, column 'primaryValue' and after: has 10 cells"),
    "a late quote": (late('"Horses', '"Hor"ses'), f"line {LATE}: a quote"),
    "a late quote that opens": (late('white"', "white"), f"line {LATE}"),
    "a late byte": (
        late("white", "wh\u0152te").replace("\u0152".encode(), b"\xff"),
        f"line {LATE}, column 'cmdDesc': is not",
    ),
    "a late twin": (
        late(f"{(LATE - 2) % 1000:06}", "000000"),
        f"and {LATE} tell the same figure, with different values",
    ),
    "a line after a line end in quotes": (after_a_line_end_in_quotes(), "line 5, partnerISO: 'ZZ9' is no code"),
    "gzip cut short": (gzip.compress((HEAD + ROW * 50).encode())[:-9], "the archive is cut short"),
    "gzip in gzip": (gzip.compress(gzip.compress((HEAD + ROW).encode())), "is compressed twice"),
    "gzip with rubbish": (gzip.compress((HEAD + ROW).encode())[:20] + b"rubbish" * 9, "the archive"),
    "Zstandard cut short": (bytes(pyarrow.compress((HEAD + ROW * 500).encode(), "zstd", asbytes=True))[:-9], "archive"),
    "an empty gzip": (gzip.compress(b""), "the file is empty"),
}


def told(run: Run) -> list[str]:
    return run("trade", "--where", "source <> 'kapanadze'", "--columns", "value", "-f", "csv").out.splitlines()[1:]


@pytest.mark.parametrize(("data", "what"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_in_one_line(run: Run, tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    before = run("journal", "-f", "csv").out
    result = run("import", str(path))
    lines = result.err.splitlines()
    assert (result.code, result.out, what in result.err) == (3, "", True), result.err[:2000]
    assert lines[0].startswith(f"factbase: {path}: ")
    assert len(lines) <= 2
    assert all(len(line) < 400 for line in lines)
    assert (told(run), run("journal", "-f", "csv").out) == ([], before)


GOOD = {
    "a mark of UTF-8": b"\xef\xbb\xbf" + (HEAD + ROW).encode(),
    "lines that end as on Windows": (HEAD + ROW).replace("\n", "\r\n").encode(),
    "no line end at the end": (HEAD + ROW).strip().encode(),
    "a line that tells Excel the delimiter": b"\xef\xbb\xbfsep=,\r\n" + (HEAD + ROW).encode(),
    "empty rows as spreadsheets add them": (HEAD + ROW + "," * 10 + "\n" + "," * 10 + "\n").encode(),
    "blank lines between rows": (HEAD + "\n\n" + ROW + "\n").encode(),
    "quotes that are not needed": (HEAD + ROW.replace("NAM", '"NAM"').replace("010121", '"010121"')).encode(),
    "numbers of rows before the first column": ("," + HEAD + "0," + ROW).encode(),
    "columns that nobody asked for": (HEAD.strip() + ",more\n" + ROW.strip() + ",x\n").encode(),
    "gzip of two parts": gzip.compress(HEAD.encode()) + gzip.compress(ROW.encode()),
    "Zstandard": bytes(pyarrow.compress((HEAD + ROW).encode(), "zstd", asbytes=True)),
}


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_what_is_only_unusual_is_taken(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "good.csv").write_bytes(data)
    result = run("import", str(tmp_path / "good.csv"))
    assert "2 new" in result.err
    shown = run("trade", "--where", "source = 'un-comtrade'", "--columns", "area_code,partner_code,commodity,value").out
    assert "NAM" in shown
    assert "010121" in shown
    assert sorted(told(run)) == ["12.5", "79417.935"]


def test_the_largest_number_that_a_base_holds_is_exact(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_bytes(value("9223372036854775807"))
    run("import", str(tmp_path / "c.csv"))
    assert sorted(told(run)) == ["12.5", "9223372036854775807"]


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return out.getvalue()


def damaged(old: bytes, new: bytes, method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip of a table with other bytes there."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("tablé.csv", HEAD + ROW)
    assert old in out.getvalue()
    return out.getvalue().replace(old, new)


def encrypted() -> bytes:
    """A zip whose file says that it is encrypted."""
    data = bytearray(zipped(a_csv=HEAD + ROW))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


ZIPS = {
    "several files": (zipped(a_csv=HEAD + ROW, b_csv=HEAD), "2 of its files are meant: a.csv, b.csv (name one with --member)"),
    "no file": (zipped(), "the archive has no file"),
    "a workbook": (zipped(content_xml="x"), "is a workbook (save its sheet as CSV"),
    "a file of another kind": (zipped(a_pdf="%PDF"), "none of its files is meant: a.pdf"),
    "cut short": (zipped(a_csv=HEAD + ROW)[:-30], "the archive is cut short or damaged"),
    "a wrong sum": (zipped(a_csv=HEAD + ROW * 9).replace(b"PK\x03\x04", b"PK\x03\x04", 1)[:60] + b"\0" * 9, "the archive"),
    "a name that is no UTF-8": (damaged("é".encode(), b"\xff\xff"), "the archive is cut short or damaged: 'utf-8' codec"),
    "LZMA that is damaged": (damaged(b"\x5d\x00\x00\x80", b"\xff\xff\xff\xff", zipfile.ZIP_LZMA), "cannot be unpacked"),
    "encrypted": (encrypted(), "the archive is encrypted (unpack it yourself)"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "what"), ZIPS.values(), ids=ZIPS)
def test_a_bad_zip_is_refused_in_one_line(run: Run, tmp_path: Path, data: bytes, what: str) -> None:
    (tmp_path / "bad.zip").write_bytes(data)
    result = run("import", str(tmp_path / "bad.zip"))
    assert (result.code, len(result.err.splitlines()), what in result.err) == (3, 1, True), result.err


def test_one_file_of_a_zip_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.zip").write_bytes(zipped(a_csv=HEAD + ROW, b_csv=HEAD))
    assert "2 new" in run("import", str(tmp_path / "good.zip"), "--member", "a.csv").err
    result = run("import", str(tmp_path / "good.zip"), "--member", "c.csv")
    assert (result.code, "none of its files is meant: a.csv, b.csv" in result.err) == (3, True)


def is_no_file(folder: Path, what: str) -> str:
    """The name of something that is no file."""
    path = folder / "there"
    if what == "a fifo":
        os.mkfifo(path)
    elif what == "a link to itself":
        path.symlink_to(path)
    names = {"a folder": str(folder), "a device": "/dev/null", "no name": "a\0b"}
    return names.get(what, str(path))


@pytest.mark.parametrize("what", ["a folder", "a fifo", "a device", "nothing", "a link to itself", "no name"])
@pytest.mark.parametrize("option", [None, "--guess", "--as"])
def test_what_is_no_file_is_refused_in_one_line(run: Run, tmp_path: Path, what: str, option: str | None) -> None:
    path = is_no_file(tmp_path, what)
    result = run("import", path, *([option, "comtrade"] if option == "--as" else [option] if option else []))
    assert (result.code, len(result.err.splitlines())) == (3, 1), result.err


def piped(base: Location, data: bytes, *argv: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "FACTBASE_URL": base.address}
    return subprocess.run([*FACTBASE, "import", "-", *argv], input=data, capture_output=True, env=env, timeout=60)


def test_standard_input_is_read_as_a_file_is(run: Run, base: Location) -> None:
    for data in ((HEAD + ROW).encode(), gzip.compress((HEAD + ROW).encode())):
        assert piped(base, data).returncode == 0
    assert sorted(told(run)) == ["12.5", "79417.935"]
    for data, what in ((b"", b"standard input: the file is empty"), (BAD["NaN"][0], b"standard input: 1 row cannot")):
        done = piped(base, data)
        assert (done.returncode, what in done.stderr) == (3, True), done.stderr


@pytest.mark.parametrize("name", ["rot13", "base64", "klingon", "undefined"])
def test_an_encoding_that_is_none_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "c.csv").write_text(HEAD + ROW)
    result = run("import", str(tmp_path / "c.csv"), "--encoding", name)
    assert (result.code, len(result.err.splitlines())) == (2, 1), result.err


def test_a_wrong_encoding_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_bytes((HEAD + ROW + ROW.replace("live", "caf\u00e9")).encode("latin-1"))
    result = run("import", str(tmp_path / "c.csv"), "--encoding", "ascii")
    assert (result.code, "line 3: is not ascii" in result.err) == (3, True), result.err
