"""Templates are filled with escaped values, and a name that nobody gave is an error."""

from dataclasses import replace

import pytest

from glossary_publish.diagnostics import Span, UsageError
from glossary_publish.layout import Layout, load_layout
from glossary_publish.render import templates
from glossary_publish.render.templates import fill, fill_once, read_template
from glossary_publish.workspace import MemoryWorkspace


def with_template(text: str) -> Layout:
    """A layout whose only template is this text."""
    layout = load_layout(MemoryWorkspace({}), "ebook")
    return replace(layout, files={"layout.toml": b"", "page.html": text.encode()})


def test_a_template_that_is_read_beforehand_tells_its_faults_when_it_is_filled() -> None:
    broken = with_template("{% if %}")
    read_template(broken, "page.html")
    read_template(broken, "nowhere.html")
    with pytest.raises(UsageError, match="broken-template"):
        fill(broken, "page.html")


def test_values_are_escaped() -> None:
    filled = fill(with_template('<p title="{{ words }}">{{ words }}</p>'), "page.html", words='A & "B" <i>')
    assert filled == b'<p title="A &amp; &#34;B&#34; &lt;i&gt;">A &amp; &#34;B&#34; &lt;i&gt;</p>'


def test_the_bytes_are_utf_8() -> None:
    assert fill(with_template("{{ words }}"), "page.html", words="Flückiger ≈") == "Flückiger ≈".encode()


def test_a_value_may_be_called_name_or_layout() -> None:
    assert fill(with_template("{{ name }} {{ layout }}"), "page.html", name="a", layout="b") == b"a b"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a\n{{ word }}", 2, "'word' is undefined"),
        ("{{ words.__class__.__mro__ }}", 1, "access to attribute '__class__'"),
        ("a\n\n{% if %}", 3, "Expected an expression"),
        ("{{ range(10 ** 10) | list }}", 1, "Range too big"),
        ("{{ 1 + words }}", 1, "unsupported operand"),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", 2, "maximum recursion depth"),
        ('{% include "../layout.toml" %}', 1, "has no file '../layout.toml'"),
    ],
)
def test_what_a_template_cannot_do_is_told_at_its_line(text: str, line: int, told: str) -> None:
    with pytest.raises(UsageError, match="broken-template") as caught:
        fill(with_template(text), "page.html", words="a")
    (found,) = caught.value.diagnostics
    assert found.span == Span("layouts/ebook/page.html", line)
    assert told in found.message
    assert found.help


def test_what_a_template_may_not_use_is_refused_each_time() -> None:
    layout = with_template("{{ words.append }}")
    for words, refused in (([], True), ([1], True), (("a",), False)):
        with pytest.raises(UsageError) as caught:
            fill(layout, "page.html", words=words)
        told = caught.value.diagnostics[0].message
        assert ("is unsafe" in told) is refused


def test_a_template_that_is_not_there_is_told_of_the_layout() -> None:
    with pytest.raises(UsageError) as caught:
        fill(with_template(""), "cover.html")
    assert caught.value.diagnostics[0].span == Span("layouts/ebook/layout.toml")


def test_what_a_layout_lacks_is_told_by_its_name() -> None:
    layout = load_layout(MemoryWorkspace({}), "ebook")
    with pytest.raises(UsageError, match=r"layouts/ebook/layout\.toml lacks cover\.title\.colour"):
        layout.options["cover"]["title"]["colour"]


def test_a_template_takes_what_a_layout_lacks_for_a_name_that_is_not_there() -> None:
    layout = load_layout(MemoryWorkspace({}), "ebook")
    filled = with_template("{{ 'yes' if theme.nothing is defined else 'no' }}")
    assert fill(filled, "page.html", theme=layout.theme) == b"no"


def test_a_changed_template_is_filled_anew() -> None:
    assert fill(with_template("one"), "page.html") == b"one"
    assert fill(with_template("two"), "page.html") == b"two"


def test_a_file_that_documents_have_in_common_is_filled_in_once(monkeypatch: pytest.MonkeyPatch) -> None:
    layout, filled = with_template("{{ words[0] }}"), list[str]()

    def counted(layout: Layout, name: str, /, **values: object) -> bytes:
        filled.append(name)
        return fill(layout, name, **values)

    monkeypatch.setattr(templates, "fill", counted)
    once = [fill_once(layout, "page.html", words=(word,)) for word in ("a", "b", "a")]
    assert once == [
        fill(layout, "page.html", layout=layout.options, words=(word,)) for word in ("a", "b", "a")
    ]
    assert len(filled) == 2


def test_layouts_that_differ_in_their_tables_alone_share_no_file() -> None:
    layout = with_template("{{ layout.sign }}")
    others = [replace(layout, options={"sign": sign}) for sign in "ab"]
    assert [fill_once(other, "page.html") for other in others] == [b"a", b"b"]


def test_a_fault_of_a_shared_template_is_told_each_time() -> None:
    layout = with_template("{{ word }}")
    for _ in range(2):
        with pytest.raises(UsageError, match="broken-template"):
            fill_once(layout, "page.html")
