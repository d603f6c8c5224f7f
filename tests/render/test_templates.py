"""Templates are filled with escaped values, and a name that nobody gave is an error."""

from dataclasses import replace

import jinja2
import pytest

from glossary_publish.layout import Layout, load_layout
from glossary_publish.render.templates import fill
from glossary_publish.workspace import MemoryWorkspace


def with_template(text: str) -> Layout:
    """A layout whose only template is this text."""
    layout = load_layout(MemoryWorkspace({}), "ebook")
    return replace(layout, files={"layout.toml": b"", "page.html": text.encode()})


def test_values_are_escaped() -> None:
    filled = fill(with_template('<p title="{{ words }}">{{ words }}</p>'), "page.html", words='A & "B" <i>')
    assert filled == b'<p title="A &amp; &#34;B&#34; &lt;i&gt;">A &amp; &#34;B&#34; &lt;i&gt;</p>'


def test_the_bytes_are_utf_8() -> None:
    assert fill(with_template("{{ words }}"), "page.html", words="Flückiger ≈") == "Flückiger ≈".encode()


def test_a_value_may_be_called_name_or_layout() -> None:
    assert fill(with_template("{{ name }} {{ layout }}"), "page.html", name="a", layout="b") == b"a b"


def test_a_name_that_only_the_template_has_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError, match="word"):
        fill(with_template("{{ word }}"), "page.html", words="a")


def test_a_template_reaches_nothing_but_its_values() -> None:
    with pytest.raises(jinja2.exceptions.SecurityError):
        fill(with_template("{{ words.__class__.__mro__ }}"), "page.html", words="a")


def test_a_changed_template_is_filled_anew() -> None:
    assert fill(with_template("one"), "page.html") == b"one"
    assert fill(with_template("two"), "page.html") == b"two"
