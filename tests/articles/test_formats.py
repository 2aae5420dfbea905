"""Which format a file is taken for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimkit.articles.formats import Format, guess


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("story.txt", Format.TEXT),
        ("story.md", Format.MARKDOWN),
        ("story.MARKDOWN", Format.MARKDOWN),
        ("folder/story.html", Format.HTML),
        ("story.htm", Format.HTML),
        ("story.xhtml", Format.HTML),
    ],
)
def test_the_suffix_decides(name: str, expected: Format) -> None:
    """Whatever the bytes look like."""
    assert guess(name, b"") is expected
    assert guess(name, b"<!DOCTYPE html><html>") is expected


@pytest.mark.parametrize(
    "data",
    [b"<!doctype HTML>\n<p>", b"\xef\xbb\xbf\n<!-- x -->\n<html lang='en'>", "\ufeff<html><p>".encode("utf-16-le")],
    ids=["doctype", "tag", "utf-16"],
)
def test_without_a_suffix_a_page_is_known_by_its_start(data: bytes) -> None:
    """Standard input has no name."""
    assert guess("-", data) is Format.HTML
    assert guess("story.php", data) is Format.HTML


def test_all_else_is_text() -> None:
    """Markdown is never guessed, and a tag far down makes no page."""
    assert guess("-", b"# Title\n\n*Text*\n") is Format.TEXT
    assert guess("-", b"word " * 1000 + b"<html>") is Format.TEXT


def test_plain_text_loads_no_parser() -> None:
    """Neither the formats nor a plain text need Markdown, lxml or trafilatura."""
    program = (
        "import sys; from claimkit.articles.intake import take_in; from claimkit.articles.formats import Format;"
        "take_in(b'The bridge is shut.', name='a.txt', format=Format.TEXT, max_characters=99);"
        "print({'lxml', 'trafilatura', 'markdown_it'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
