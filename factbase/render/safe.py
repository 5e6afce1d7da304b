"""Text from a base or a file on its way out: what would steer a terminal, or cannot be written, is shown instead."""

from __future__ import annotations

import re

# C0 and C1 controls, direction marks and overrides, invisible spaces and joiners that no script needs, line and
# paragraph separators, tags. The joiners U+200C and U+200D stay: Persian and emoji are written with them.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# What no page or text file can hold. Tabs and line ends stay, and all that only a terminal has to fear.
_UNWRITABLE = re.compile("\r\n|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def visible(text: str, keep: str = "") -> str:
    r"""The text with every character that would steer a terminal as an escape; those in `keep` stay.

    >>> visible("a\x1b[31mb\u202ec")
    'a\\x1b[31mb\\u202ec'
    """
    return _STEERING.sub(lambda match: match[0] if match[0] in keep else _escape(match[0]), text)


def writable(text: str) -> str:
    r"""The text with control characters as escapes, for a page or a text file; line ends become `\n`.

    >>> writable("a\x1bb\r\nc")
    'a\\x1bb\nc'
    """
    return _UNWRITABLE.sub(lambda match: "\n" if match[0] == "\r\n" else _escape(match[0]), text)


def is_page(address: str) -> bool:
    """Whether an address is one on the web: no shelf mark, and no script.

    >>> is_page("https://example.org"), is_page("shelf 12")
    (True, False)
    """
    return address.startswith(("http://", "https://"))


def _escape(character: str) -> str:
    code = ord(character)
    if character in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
