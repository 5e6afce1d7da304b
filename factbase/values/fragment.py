"""Links to words on a page: text fragments, as browsers follow them (WICG, URL Fragment Text Directives)."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

# Longer words are named by their start and their end: the page's own text stands between them.
_LONGEST = 60
_WORDS_AT_EACH_END = 4


def fragment(address: str | None, anchor: str | None) -> str | None:
    """The address of the words of an anchor on a page; of the page where there is no anchor, None where it is no page.

    An address is a page's if it is http or https. In the words, what the directive's grammar gives a meaning (the
    dash, the comma, the ampersand) is percent-encoded like all that is not a letter, a digit or . _ ~.

    >>> fragment("https://example.org/a?b=1", "20.7%, mid-2025")
    'https://example.org/a?b=1#:~:text=20.7%25%2C%20mid%2D2025'
    >>> fragment("https://example.org/#top", "grew")
    'https://example.org/#top:~:text=grew'
    >>> fragment("javascript:alert(1)", "x") is None
    True
    """
    page = _page(address)
    words = " ".join((anchor or "").split())
    if page is None or not words:
        return page
    said = words.split(" ")
    if len(words) > _LONGEST and len(said) > 2 * _WORDS_AT_EACH_END:
        ends = [" ".join(said[:_WORDS_AT_EACH_END]), " ".join(said[-_WORDS_AT_EACH_END:])]
    else:
        ends = [words]
    # A page's own directive gives way, its fragment stays: '#top:~:text=...'.
    page = page.split(":~:")[0].removesuffix("#")
    mark = ":~:" if "#" in page else "#:~:"
    return f"{page}{mark}text={','.join(map(_encoded, ends))}"


def _page(address: str | None) -> str | None:
    """The address as a link may have it: http or https with a host, and no character that ends a link."""
    if address is None or any(sign.isspace() or not sign.isprintable() for sign in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    # Quotes, angle brackets and the like stand for themselves in no link.
    return quote(address, safe="!#$%&'()*+,-./:;=?@[]_~")


def _encoded(words: str) -> str:
    # What cannot be written in UTF-8 is in no page either.
    return quote(words, safe="", errors="replace").replace("-", "%2D")
