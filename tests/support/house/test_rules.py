"""Each rule of the house is tried on a sample that breaks it, and on one that does not."""

import pytest

from tests.support.house import documents, imports, looks, naming, remarks, sizes
from tests.support.house.codes import raised_codes
from tests.support.house.sources import ROOMS, ROOT


@pytest.mark.parametrize(
    ("lengths", "objection"),
    [
        ([10, 20, 401], "2 has 401 lines"),
        ([10, 121, 130], "the median module has 121 lines"),
        ([10] * 8 + [260, 260], "one module in ten has more than 260 lines"),
    ],
)
def test_a_long_module_is_seen(lengths: list[int], objection: str) -> None:
    assert objection in sizes.too_long({str(number): "\n" * length for number, length in enumerate(lengths)})


@pytest.mark.parametrize("name", ["src/utils/text.py", "src/helpers.py", "src/pdf_utils.py", "src/core/a.py"])
def test_a_drawer_is_seen(name: str) -> None:
    assert naming.drawers([name, "src/text.py"]) == [name]


def test_a_test_without_a_sentence_is_seen() -> None:
    text = "def test_inlines(): ...\ndef test_a_link_has_words(): ..."
    assert naming.no_sentences({"a.py": text}) == ["a.py: test_inlines"]


def test_a_module_without_a_docstring_is_seen() -> None:
    assert naming.without_docstring({"a.py": "import os", "b.py": '"""Says it."""'}) == ["a.py"]


@pytest.mark.parametrize(
    "text", ["color: #0b4f6c", "#fff", "rgb(1, 2, 3)", "12pt", "margin: 1.5em", "Noto Sans", "Helvetica"]
)
def test_a_look_is_seen(text: str) -> None:
    assert looks.looks({"a.py": f"x = {text!r}"}, {"Noto Sans"}) != []


@pytest.mark.parametrize("text", ["#reference-1", "page 12", "#{anchor}", "1.2.3", "a3a", "in 12 points"])
def test_what_is_no_look_is_left_alone(text: str) -> None:
    assert looks.looks({"a.py": f'"""12pt"""\nx = {text!r}'}, {"Noto Sans"}) == []


@pytest.mark.parametrize(
    "raising",
    [
        'report.error("a-code", "message")',
        'report.warning(code="a-code", message="m")',
        'raise fault(UsageError, "a-code", "m")',
        'Diagnostic("a-code", 1, "m")',
        'code = "a-code" if late else "another-code"',
        'code, help = "a-code", "mend it"',
    ],
)
def test_a_raised_code_is_seen(raising: str) -> None:
    signatures = (
        "class Report:\n    def error(self, code, message): ...\n    def warning(self, code, message): ...\n"
        "def fault(kind, code, message): ...\nclass Diagnostic:\n    code: str\n    severity: int\n"
    )
    assert "a-code" in raised_codes({"a.py": signatures, "b.py": raising})


def test_an_import_is_seen_wherever_it_stands() -> None:
    text = "import os\ndef f():\n    from docx.shared import Pt\n    import ruamel.yaml\nfrom . import x"
    assert imports.imported_packages({"a.py": text}) == {"python-docx", "ruamel-yaml"}


def test_a_module_of_some_systems_is_seen_at_the_top_of_a_file_only() -> None:
    files = {
        "a.py": "import os, resource",
        "b.py": "def f():\n    import resource",
        "c.py": "from fcntl import flock",
    }
    assert imports.unconditional(files) == ["a.py: resource", "c.py: fcntl"]


def test_what_is_no_code_is_left_alone() -> None:
    assert raised_codes({"a.py": 'def error(code): ...\nlog("a-code")\nname = "a-code"'}) == {}


@pytest.mark.parametrize("text", ["[a](nothing.md)", "[a](README.md#nothing)", "![a](docs/nothing.png)"])
def test_a_broken_link_is_seen(text: str) -> None:
    assert len(list(documents.broken_links({"README.md": text}, ROOT))) == 1


@pytest.mark.parametrize("text", ["`src/nothing.py`", "`nothing.toml`", "`layouts/<name>/nothing.toml`"])
def test_a_path_to_nothing_is_seen(text: str) -> None:
    assert len(list(documents.missing_paths({"README.md": text}, ROOT, ROOMS))) == 1


@pytest.mark.parametrize(
    "text", ["`layouts/<name>/layout.toml`", "`Makefile`", "`dist/a/a.pdf`", "`render/`"]
)
def test_a_path_to_something_is_left_alone(text: str) -> None:
    assert list(documents.missing_paths({"README.md": text}, ROOT, ROOMS)) == []


@pytest.mark.parametrize(
    "text", ["`glossary-publish nothing`", "```sh\ngpub build --nothing\n```", "`glossary-publish --nothing`"]
)
def test_a_command_that_is_not_there_is_seen(text: str) -> None:
    assert len(list(documents.unknown_commands({"README.md": text}, documents.commands()))) == 1


def test_a_command_that_is_there_is_left_alone() -> None:
    text = "`glossary-publish build --format pdf`, `glossary-publish --project x check`, `gpub`"
    assert list(documents.unknown_commands({"README.md": text}, documents.commands())) == []


def test_a_target_that_is_not_there_is_seen() -> None:
    found = documents.unknown_targets({"README.md": "`make nothing` and `make test`"}, "test: x\n\ttrue\n")
    assert list(found) == ["README.md: there is no `make nothing`"]


@pytest.mark.parametrize("text", ["# TO" + "DO later", "@pytest.mark." + "xfail", "pytest." + "skip('x')"])
def test_work_that_was_put_off_is_seen(text: str) -> None:
    assert len(remarks.undone({"a.py": text})) == 1


@pytest.mark.parametrize(
    ("line", "silenced"),
    [
        ("x = 1  # no" + "qa", True),
        ("x = 1  # no" + "qa: E501", True),
        ("x = 1  # type: ig" + "nore[misc]", True),
        ("x = 1  # no" + "qa: E501  the row of a table", False),
        ("x = 1  # type: ig" + "nore[misc]  # pydyf has no types", False),
    ],
)
def test_a_checker_silenced_without_a_reason_is_seen(line: str, silenced: bool) -> None:
    assert bool(remarks.silenced({"a.py": line})) is silenced


@pytest.mark.parametrize(
    "text",
    [
        "/ho" + "me/anna/project",
        "/ro" + "ot/.cache",
        "C:\\Us" + "ers\\Anna",
        "https://registry" + ".npmjs.org/a",
    ],
)
def test_a_trace_of_a_machine_is_seen(text: str) -> None:
    assert len(remarks.traces({"a.md": text})) == 1


@pytest.mark.parametrize(
    "line", ['"resolved": "x"', "--index-url https://example.org/simple", "-r git+ssh://a/b"]
)
def test_an_address_in_a_lock_is_seen(line: str) -> None:
    assert len(remarks.addresses(line)) == 1
