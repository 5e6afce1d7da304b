"""Links to the words of an anchor: browsers find them, and nothing else gets into them."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.values.fragment import fragment

PAGE = "https://example.org/news"


@pytest.mark.parametrize(
    ("anchor", "text"),
    [
        ("memorandum on grain", "memorandum%20on%20grain"),
        ("Trans-Caspian", "Trans%2DCaspian"),
        ("visas, grain & oil", "visas%2C%20grain%20%26%20oil"),
        ("20.7%", "20.7%25"),
        ("2025–2029", "2025%E2%80%932029"),
        ("中国", "%E4%B8%AD%E5%9B%BD"),
        ("“one”  two\n", "%E2%80%9Cone%E2%80%9D%20two"),
        ("a" * 100, "a" * 100),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "one%20two%20three%20four,ten%20eleven%20twelve%20thirteen",
        ),
    ],
)
def test_words_are_encoded_as_the_directive_wants_them(anchor: str, text: str) -> None:
    assert fragment(PAGE, anchor) == f"{PAGE}#:~:text={text}"


@pytest.mark.parametrize(
    ("address", "link"),
    [
        (PAGE, f"{PAGE}#:~:text=x"),
        ("http://example.org", "http://example.org#:~:text=x"),
        ("https://example.org/?q=a&b=c", "https://example.org/?q=a&b=c#:~:text=x"),
        ("https://example.org/#part", "https://example.org/#part:~:text=x"),
        ("https://example.org/#", "https://example.org/#:~:text=x"),
        ("https://example.org/#:~:text=y", "https://example.org/#:~:text=x"),
        ("https://example.org/ə%20b", "https://example.org/%C9%99%20b#:~:text=x"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E#:~:text=x"),
        ("HTTPS://example.org/", "HTTPS://example.org/#:~:text=x"),
    ],
)
def test_the_address_stays_what_it_is(address: str, link: str) -> None:
    assert fragment(address, "x") == link


@pytest.mark.parametrize(
    "address",
    [
        None, "", "shelf 12", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd",
        "ftp://example.org", "https:", "https:///path", "//example.org", "https://exa mple.org", "https://a\n.org",
        "https://a\x00.org", "https://[bad",
    ],
)  # fmt: skip
def test_only_pages_get_links(address: str | None) -> None:
    assert fragment(address, "x") is None


def test_without_an_anchor_the_page_is_meant() -> None:
    assert fragment(PAGE, None) == fragment(PAGE, " ") == PAGE


@given(st.text(min_size=1, max_size=50))
def test_any_words_come_back_and_nothing_breaks_out(words: str) -> None:
    link = fragment(PAGE, words)
    assert link
    assert all(sign.isascii() and sign.isprintable() and sign not in " \"'<>" for sign in link)
    if words.strip() and words.isprintable():
        assert unquote(link.partition("text=")[2]) == " ".join(words.split())
