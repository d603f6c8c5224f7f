"""Every diagnostic code is explained."""

import re
from pathlib import Path

import pytest

import glossary_publish
from glossary_publish.cli.explanations import explanations
from glossary_publish.cli.main import main

PACKAGE = Path(glossary_publish.__file__).parent
# How a code is raised: fault(Kind, "code", …), report.error("code", …), Diagnostic("code", …), Fault(…)
CALL = r"(?:fault\(\s*\w+,|report\.(?:error|warning|note)\(|Diagnostic\(|Fault\()"
RAISED = re.compile(CALL + r'\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"')


def raised_codes() -> dict[str, str]:
    """Every code that stands in the source, with the file that raises it."""
    files = sorted(PACKAGE.rglob("*.py"))
    return {code: file.name for file in files for code in RAISED.findall(file.read_text("utf-8"))}


def test_every_code_that_is_raised_is_explained() -> None:
    codes = raised_codes()
    assert {"no-project", "cannot-write", "unknown-layout"} <= set(codes)
    assert sorted(set(codes) - set(explanations())) == []


@pytest.mark.parametrize("code", sorted(explanations()))
def test_an_explanation_says_what_why_and_how_to_mend_it_in_sentences(code: str) -> None:
    entry = explanations()[code]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    for words in (entry.what, entry.why, entry.fix):
        assert words[0].isupper()
        assert words.endswith(".")


def test_a_code_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "renderer-died"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "renderer-died"
    assert [line[:6] for line in lines if not line.startswith(" ")][1:] == ["What: ", "Why:  ", "Fix:  "]


def test_a_misspelt_code_is_corrected_and_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "renderer-dyed"]) == 2
    assert "did you mean renderer-died?" in capsys.readouterr().err


def test_all_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == sorted(explanations())
