"""Sources: what a citation points to."""

from sqlalchemy import CheckConstraint, Column, Text

from factbase.kinds.schema import code, code_list, dated, entry, reference, table

code_list(
    "source_kind",
    {
        "article": "A text in a newspaper, a magazine or on a web site.",
        "communiqué": "A text that governments issue together or alone: communiqué, statement, read-out.",
        "treaty text": "The text of an agreement itself.",
        "register": "A register of treaties or of depositary notifications.",
        "report": "A report of an organisation or an institute.",
        "speech": "A speech, an interview, a press conference.",
        "statistics": "A data set of official figures.",
        "book": "A book or a chapter of one.",
        "note": "A note of an analyst: an observation of one's own.",
        "other": "Any other document.",
    },
)

source = table(
    "source",
    reference("key", "thing", primary_key=True),
    code("kind", "source_kind"),
    reference("author", "actor", nullable=True),
    reference("publisher", "actor", nullable=True),
    *dated("published"),
    # The edition of a data set that is published again and again.
    Column("edition", Text),
    Column("address", Text),
    # BCP 47.
    Column("language", Text),
    # 'sha256:' and the digest of the document's text, known once a reader has compared a copy.
    Column("digest", Text),
    entry(),
    CheckConstraint("digest LIKE 'sha256:%'", name="digest"),
)
