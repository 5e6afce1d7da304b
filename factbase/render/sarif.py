"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show. Accepted findings are suppressed results."""

from __future__ import annotations

import json
from typing import Any, TextIO
from urllib.parse import quote

from factbase import __version__
from factbase.render.github import findings
from factbase.render.options import Options, Written
from factbase.rows import Rows

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write all findings as one run; `options.title` is the base. Raises WrongRequest for rows that are no findings."""
    found = list(findings(rows, "sarif"))
    rules = {finding["check"]: finding for finding in found}
    driver = {
        "name": "factbase",
        "version": __version__,
        "rules": [
            {"id": name, "help": {"text": one["hint"]}, "defaultConfiguration": {"level": one["severity"]}}
            for name, one in rules.items()
        ],
    }
    results = [_result(finding, options.title or "factbase") for finding in found]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    json.dump(log, out, ensure_ascii=False, indent=2)
    out.write("\n")
    return Written(len(found))


def _result(finding: dict[str, str], base: str) -> dict[str, Any]:
    records = [key for key in finding["records"].split("; ") if key]
    result: dict[str, Any] = {
        "ruleId": finding["check"],
        "level": finding["severity"],
        "message": {"text": finding["words"]},
        "locations": [
            {
                # A record has no line; what reads SARIF wants a file all the same.
                "physicalLocation": {"artifactLocation": {"uri": quote(base)}},
                "logicalLocations": [{"fullyQualifiedName": key, "kind": "record"} for key in records],
            }
        ],
        "partialFingerprints": {"finding/v1": finding["finding"]},
    }
    if "accepted" in finding:
        result["suppressions"] = [{"kind": "external", "justification": finding["accepted"]}]
    return result
