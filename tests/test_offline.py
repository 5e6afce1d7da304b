"""No command opens a socket: nothing that is recorded, asked or drawn leaves the machine."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

# No network at all: a server is one.
IN_A_FILE = True


SHEET = "source: {key: daily, title: A daily, kind: article, published: 1 May 2025, language: en, address: 'https://example.org'}\n"


def test_no_command_opens_a_socket(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a socket was asked for")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    (tmp_path / "sheet.yaml").write_text(SHEET)
    (tmp_path / "BACI_HS22_Y2022_V202501.csv").write_text("t,i,j,k,v,q\n2022,699,842,010121,4.250,NA\n")
    for argv in (
        ["agreements", "azerbaijan"], ["trade"], ["show", "kapanadze"], ["brief", "CHN", "-f", "html"], ["chart", "trade", "CHN"],
        ["check"], ["search", "china"], ["schema"], ["add", str(tmp_path / "sheet.yaml")],
        ["import", str(tmp_path / "BACI_HS22_Y2022_V202501.csv")], ["verify", "daily", str(tmp_path / "sheet.yaml")],
        ["export", str(tmp_path / "package")], ["import", str(tmp_path / "package")], ["undo", "3"], ["db", "doctor"], ["db", "backup"],
    ):  # fmt: skip
        result = run(*argv)
        assert result.code in (0, 1), (argv, result.err)


def test_a_picture_is_drawn_without_a_socket(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    monkeypatch.setattr(socket, "socket", None)
    assert run("chart", "trade", "CHN", "-o", str(tmp_path / "x.svg")).code == 0
    assert "<image" not in (tmp_path / "x.svg").read_text()
