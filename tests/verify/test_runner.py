"""Every check of the table is made, and a file that cannot be read is one fault and no flood."""

from dataclasses import replace

import pytest

from glossary_publish.diagnostics import Report, Severity
from glossary_publish.verify.checks import CHECKS
from glossary_publish.verify.inspection import Fault, Inspection
from glossary_publish.verify.runner import verify
from tests.verify.checks.perfect import layout, perfect, publication, spoiled


def verified(inspection: Inspection) -> Report:
    """The report of one file."""
    report = Report()
    verify(publication(inspection.format), layout(inspection.format), inspection, report)
    return report


@pytest.mark.parametrize("format", ["pdf", "epub", "docx"])
def test_a_faultless_file_has_no_diagnostics(format: str) -> None:
    assert list(verified(perfect(format))) == []


def test_a_difference_is_an_error_that_names_part_place_and_format() -> None:
    (one,) = verified(spoiled("Ask.", text="Ask!"))
    assert (one.code, one.severity, one.part, one.format) == (
        "text-differs",
        Severity.ERROR,
        "actions",
        "epub",
    )
    assert one.span is not None
    assert one.span.line == 14
    assert one.help


def test_a_file_that_cannot_be_read_is_one_fault() -> None:
    bad = Inspection("pdf", (), faults=(Fault("unreadable-pdf", "it is cut"),))
    assert [(one.code, one.message) for one in verified(bad)] == [("unreadable-pdf", "it is cut")]


def test_a_fault_in_a_file_that_was_read_does_not_hide_differences() -> None:
    bad = replace(spoiled("Ask.", text="Ask!"), faults=(Fault("repeated-id", "twice"),))
    assert {one.code for one in verified(bad)} == {"repeated-id", "text-differs"}


def test_an_empty_file_without_a_fault_is_held_to_everything() -> None:
    codes = {one.code for one in verified(Inspection("epub", ()))}
    assert {"part-missing", "required-part-missing", "outline-differs", "metadata-differs"} <= codes


def test_every_check_module_is_in_the_table() -> None:
    from pkgutil import iter_modules

    from glossary_publish.verify import checks

    modules = {module.name for module in iter_modules(checks.__path__)}
    assert modules == {check.__module__.rpartition(".")[2] for check in CHECKS}
