"""Diagnostics as text, JSON and annotations."""

import io
import json
from pathlib import Path

from glossary_publish.cli.printing import print_diagnostics, summary
from glossary_publish.diagnostics import Diagnostic, Severity, Span

ERROR = Diagnostic(
    "missing-reference",
    Severity.ERROR,
    "no reference has the key 'x'",
    Span("a.md", 2, 5, 9),
    "add it to references.yaml",
)
WARNING = Diagnostic("review-overdue", Severity.WARNING, "the review was due", Span("a.md"))
FILE = Diagnostic("text-differs", Severity.ERROR, "a word is missing", part="body", format="pdf")
NOTE = Diagnostic("empty-related", Severity.NOTE, "nothing is related")


def printed(*diagnostics: Diagnostic, style: str = "full", root: Path | None = None) -> str:
    """What is printed for some diagnostics."""
    stream = io.StringIO()
    print_diagnostics(diagnostics, style, root, stream)
    return stream.getvalue()


def test_the_full_form_shows_the_line_and_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one\nsee [@x] there\n", "utf-8")
    assert printed(ERROR, root=tmp_path) == (
        "error[missing-reference]: no reference has the key 'x'\n"
        "  --> a.md:2:5\n"
        "    |\n"
        "  2 | see [@x] there\n"
        "    |     ^^^^\n"
        "  help: add it to references.yaml\n"
    )


def test_the_full_form_does_without_a_line_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one line only", "utf-8")
    assert "|" not in printed(ERROR, WARNING, root=tmp_path)
    assert "  --> a.md\n" in printed(WARNING, root=tmp_path)


def test_a_fault_of_a_finished_file_names_part_and_format() -> None:
    assert printed(FILE) == "error[text-differs]: a word is missing (part body, pdf)\n"


def test_the_concise_form_is_one_line_each() -> None:
    assert printed(ERROR, FILE, style="concise").splitlines() == [
        "a.md:2:5: error[missing-reference] no reference has the key 'x'",
        "error[text-differs] a word is missing (part body, pdf)",
    ]


def test_json_holds_everything_and_names_its_schema() -> None:
    document = json.loads(printed(ERROR, FILE, style="json"))
    assert document["schema"] == "glossary-publish/diagnostics/1"
    assert document["diagnostics"][0] == {
        "code": "missing-reference",
        "severity": "error",
        "message": "no reference has the key 'x'",
        "span": {"path": "a.md", "line": 2, "column": 5, "end_column": 9},
        "help": "add it to references.yaml",
        "part": "",
        "format": "",
    }
    assert document["diagnostics"][1]["span"] is None


def test_json_of_nothing_is_still_json() -> None:
    assert json.loads(printed(style="json"))["diagnostics"] == []


def test_annotations_escape_what_would_end_them() -> None:
    odd = Diagnostic("odd", Severity.WARNING, "50 %\nof: a,b", Span("a,b:c.md", 1, 2))
    assert printed(odd, style="github") == (
        "::warning file=a%2Cb%3Ac.md,line=1,col=2,title=odd::50 %25%0Aof: a,b.\n"
    )


def test_annotations_come_worst_first_and_the_last_says_how_many_more() -> None:
    errors = [Diagnostic("bad", Severity.ERROR, str(number)) for number in range(14)]
    lines = printed(NOTE, *errors, style="github").splitlines()
    assert [line.split()[0] for line in lines] == ["::error"] * 9 + ["::error::5", "::notice"]


def test_the_summary_counts_by_severity() -> None:
    assert summary([WARNING, ERROR, FILE]) == "2 errors, 1 warning"
    assert summary([]) == ""


def test_nothing_is_printed_for_no_diagnostics() -> None:
    assert printed() == ""
