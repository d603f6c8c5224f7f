"""The file itself is sound: what its reader found wrong with it is an error."""

from dataclasses import replace

from glossary_publish.diagnostics import Severity
from glossary_publish.verify.checks.faults import check
from glossary_publish.verify.evidence import gather
from glossary_publish.verify.inspection import Fault
from tests.verify.checks.perfect import layout, messages, perfect, publication, told

FAULTS = (Fault("broken-link", "a link leads nowhere", "text.xhtml"), Fault("repeated-id", "twice"))


def test_each_fault_is_told_by_its_own_code_and_with_its_place() -> None:
    bad = replace(perfect("epub"), faults=FAULTS)
    assert told(check, bad) == [("broken-link", ""), ("repeated-id", "")]
    assert messages(check, bad) == ["a link leads nowhere (text.xhtml)", "twice"]


def test_a_fault_is_an_error_of_its_format() -> None:
    evidence = gather(publication("epub"), layout("epub"), replace(perfect("epub"), faults=FAULTS))
    assert {(one.severity, one.format) for one in check(evidence)} == {(Severity.ERROR, "epub")}
