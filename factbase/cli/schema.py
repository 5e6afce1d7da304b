"""`schema`: what a fact sheet may hold, for editors."""

from __future__ import annotations

from typing import Any

from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output

HELP = """Print the JSON Schema of fact sheets

An editor that knows it completes the fields and codes of a sheet and marks what is wrong. In YAML, the line
'# yaml-language-server: $schema=sheet.schema.json' at the top of a sheet names it.

factbase schema -o sheet.schema.json

factbase schema | jq .properties"""


def schema(output: options.Output = "-") -> None:
    import json

    from factbase.exchange.sheet_schema import schema as schema_of_sheets

    with Output(file=output).opened() as (out, _):
        json.dump(schema_of_sheets(), out, ensure_ascii=False, indent=2)
        out.write("\n")


def command(name: str) -> Any:
    """The command."""
    return made(name, schema, HELP)
