"""YAML becomes a tree of strings with their places in the whole file."""

import time
from pathlib import Path

from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.front_matter import split
from glossary_publish.read.yaml import Mapping, Scalar, Sequence, Tree, read_yaml
from tests.read.sample import codes_of

ROOT = Path(__file__).resolve().parents[3]


def tree_of(text: str, first_line: int = 1) -> Tree:
    report = Report()
    tree = read_yaml(text, "f", first_line, report)
    assert tree is not None, [f"{diagnostic.code}: {diagnostic.message}" for diagnostic in report]
    assert not list(report)
    return tree


def codes(text: str, language: str = "en") -> list[str]:
    report = Report()
    assert (read_yaml(text, "f", 1, report, language) is None) is report.failed
    return codes_of(report)


def value(text: str) -> str:
    found = tree_of(f"key: {text}\n").get("key")
    assert isinstance(found, Scalar)
    return found.text


def at(line: int, column: int, end: int) -> Span:
    return Span("f", line, column, end)


def test_places_count_from_the_first_line_of_the_file() -> None:
    tree = tree_of("title: One\nlist:\n  - a\n  - 'b c'\nmap: {x: 1}\n", first_line=10)
    assert tree == Mapping(
        (
            (Scalar("title", at(10, 1, 6)), Scalar("One", at(10, 8, 11))),
            (
                Scalar("list", at(11, 1, 5)),
                Sequence((Scalar("a", at(12, 5, 6)), Scalar("b c", at(13, 5, 10))), at(12, 3, 4)),
            ),
            (
                Scalar("map", at(14, 1, 4)),
                Mapping(((Scalar("x", at(14, 7, 8)), Scalar("1", at(14, 10, 11))),), at(14, 6, 7)),
            ),
        ),
        at(10, 1, 2),
    )
    assert tree.get("title") == Scalar("One", at(10, 8, 11))
    assert tree.get("nothing") is None


def test_quotation_marks_and_escapes_are_read_as_yaml_reads_them() -> None:
    assert value("'it''s'") == "it's"
    assert value(r'"a \"b\" \u00e9 \x41"') == 'a "b" é A'
    assert value('"a: b # c"') == "a: b # c"
    assert value("https://example.org/a#b") == "https://example.org/a#b"
    assert value("3:4, a?b, c!d *e &f") == "3:4, a?b, c!d *e &f"


def test_folded_lines_lose_nothing() -> None:
    assert value("one\n  two\n\n  three") == "one two\nthree"
    assert value('"one\n  two"') == "one two"
    assert value("|\n  one\n   two\n") == "one\n two\n"
    assert value(">-\n  one\n  two: # 3\n") == "one two: # 3"


def test_names_are_composed_to_one_form() -> None:
    assert value("Flu\u0308ckiger") == "Fl\u00fcckiger"
    assert codes("u\u0308: 1\n\u00fc: 2\n") == ["duplicate-key"]


def test_comments_that_stand_apart_are_comments() -> None:
    text = (
        "# one\na: b  # two\nlist:  # three\n  # four\n  - c\n  # five\n  - d  ## six\n#\ne: 'f'  # seven\n"
    )
    text += "g: [h, i] # eight\n"
    assert [key.text for key, _ in tree_of(text).entries] == ["a", "list", "e", "g"]


def test_values_that_are_missing_are_placed_at_their_key_or_dash() -> None:
    tree = tree_of("a:\n\n\nlist:\n  -\n\n  - b\n")
    assert tree.get("a") == Scalar("", at(1, 1, 2))
    assert tree.get("list") == Sequence((Scalar("", at(5, 3, 4)), Scalar("b", at(7, 5, 6))), at(5, 3, 4))


def test_several_faults_are_told_at_once() -> None:
    assert codes("a: b #1\na: c\nd: [e f]\n") == ["duplicate-key", "words-in-flow-list", "unquoted-hash"]


def test_a_document_may_begin_with_dashes_and_not_end_with_a_second_one() -> None:
    assert [key.text for key, _ in tree_of("---\na: b\n").entries] == ["a"]
    assert codes("a: b\n---\nc: d\n") == ["second-document"]
    assert codes("%YAML 1.1\n---\na: b\n") == ["yaml-directive"]
    assert codes("# one\n%FOO bar\n---\na: b\n") == ["yaml-directive"]


def test_a_question_mark_announces_no_key() -> None:
    assert codes("? a\n: b\n") == codes("? # c\n  a\n: b\n") == ["malformed-yaml"]
    assert value("is it so?") == "is it so?"


def test_a_file_too_large_is_not_read() -> None:
    assert codes("a: b\n" * 1_000_000) == ["yaml-too-large"]


def test_five_thousand_brackets_are_too_deep() -> None:
    assert codes(f"a: {'[' * 5000}\n") == ["yaml-too-deep"]
    assert codes(f"a: {'{b: ' * 5000}\n") == ["yaml-too-deep"]
    assert codes(f"{'- ' * 5000}b\n") == ["yaml-too-deep"]


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    report = Report()
    assert read_yaml(bomb, "f", 1, report) is None
    [found] = report
    assert (found.code, str(found.span)) == ("yaml-anchor", "f:1:4")


def test_directions_are_accepted_in_their_languages() -> None:
    assert codes("a: \u2067b\u2069\n", "ar") == []
    assert codes("a: \u2067b\u2069\n") == ["direction-control"] * 2


def test_the_references_of_the_glossary_are_read_without_a_word() -> None:
    path = ROOT / "content/references.yaml"
    references = tree_of(path.read_text("utf-8")).get("references")
    assert isinstance(references, Sequence)
    assert all(isinstance(item, Mapping) and item.get("id") for item in references.items)


def test_the_largest_front_matter_is_read_in_milliseconds() -> None:
    halves = split((ROOT / "content/articles/therapeutic-alliance.md").read_text("utf-8"), "f", Report())
    assert halves is not None
    times = []
    for _ in range(7):
        start = time.process_time()
        tree_of(halves.yaml)
        times.append(time.process_time() - start)
    assert min(times) < 0.012  # a bit more than two on an idle machine


def test_long_lines_of_broken_yaml_are_told_in_time() -> None:
    start = time.process_time()
    assert codes("a: 'b\nkey" + " " * 200_000 + "x: [\n") != []
    assert time.process_time() - start < 5
