"""Links lead to articles, the web, mail and telephone, and nowhere else."""

import pytest

from glossary_publish.article import Emphasis, Link, Paragraph, Text
from glossary_publish.read.markdown.links import target_of
from tests.read.sample import blocks_of


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("article:therapeutic-alliance", "article:therapeutic-alliance"),
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("HTTPS://example.org/", "https://example.org/"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("https://example.org/ä", "https://example.org/%C3%A4"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("mailto:help@example.org", "mailto:help@example.org"),
        ("mailto:help@example.org?subject=Hello", "mailto:help@example.org?subject=Hello"),
        ("tel:988", "tel:988"),
        ("tel:+1-800-273-8255", "tel:+1-800-273-8255"),
    ],
)
def test_an_address_is_kept_as_the_model_carries_it(address: str, target: str) -> None:
    assert target_of(address) == target


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#one",
        "other.md",
        "/other",
        "//example.org/",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java%73cript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "article:",
        "article:Other",
        "article:a/../b",
        "article:a#b",
        "https:",
        "https://",
        "https:///a",
        "https:example.org",
        "https://user:word@example.org/",
        "https://exa mple.org/",
        "https://example.org\\@evil.example/",
        "https://[::1/",
        "mailto:",
        "mailto:nobody",
        "mailto:a@b, c@d",
        "tel:",
        "tel:help",
        "tel:988;ext=1",
    ],
)
def test_every_other_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        target_of(address)


def test_a_link_keeps_its_words_and_their_markup() -> None:
    [paragraph] = blocks_of("Call [the *right*\nnumber](tel:988).")
    assert isinstance(paragraph, Paragraph)
    words = (Text("the "), Emphasis((Text("right"),)), Text(" number"))
    assert paragraph.children == (Text("Call "), Link("tel:988", words), Text("."))


def test_an_address_in_angle_brackets_is_its_own_words() -> None:
    [paragraph] = blocks_of("<https://example.org/a%20b> and <help@example.org>")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (
        Link("https://example.org/a%20b", (Text("https://example.org/a%20b"),)),
        Text(" and "),
        Link("mailto:help@example.org", (Text("help@example.org"),)),
    )


def test_an_address_may_be_written_apart() -> None:
    [paragraph] = blocks_of("Read [this][one] and [one].\n\n[One]: https://example.org\n")
    assert isinstance(paragraph, Paragraph)
    assert [child.target for child in paragraph.children if isinstance(child, Link)] == [
        "https://example.org"
    ] * 2
