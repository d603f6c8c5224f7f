"""Every fault that the inspector knows is put into a clean file, and seen."""

import io
import tomllib
from importlib.resources import files

import pikepdf
import pytest

from glossary_publish.verify.inspect.pdf import inspect
from tests.verify.inspect.pdf.handmade import Handmade, sample, scope
from tests.verify.inspect.pdf.mutants import MUTANTS
from tests.verify.inspect.pdf.mutation import altered

SAMPLE = sample()


@pytest.mark.parametrize("name", MUTANTS)
def test_a_fault_put_into_a_clean_file_is_seen_and_no_other(name: str) -> None:
    codes, change = MUTANTS[name]
    assert {fault.code for fault in inspect(altered(SAMPLE, change)).faults} == codes


def test_an_encrypted_file_is_refused() -> None:
    locked = altered(SAMPLE, lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="", R=6))
    assert [fault.code for fault in inspect(locked).faults] == ["encrypted-pdf"]


def test_an_appended_revision_is_seen() -> None:
    offset = int(SAMPLE[SAMPLE.rindex(b"startxref") :].split()[1])
    with pikepdf.open(io.BytesIO(SAMPLE)) as pdf:
        root = pdf.Root.objgen[0]
    data = SAMPLE + b"1 0 obj\n(x)\nendobj\n"
    trailer = b"<</Size 1/Root %d 0 R/Prev %d>>" % (root, offset)
    data += b"xref\n0 0\ntrailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, len(data))
    inspection = inspect(data)
    assert [fault.code for fault in inspection.faults] == ["second-revision"]
    assert inspection.items == inspect(SAMPLE).items


@pytest.mark.parametrize(("role", "inner"), [("L", "LI"), ("Table", "TR")])
def test_a_list_or_table_that_goes_on_as_another_element_is_seen(role: str, inner: str) -> None:
    made = Handmade()
    for text in ("One", "Two"):
        holder = made.element(inner, made.element(role))
        cell = made.element("LBody", holder) if role == "L" else made.element("TH", holder, A=scope())
        made.words(text, cell)
        made.new_page()
    assert [fault.code for fault in inspect(made.data()).faults] == ["split-element"]


def test_every_code_is_explained_and_has_its_mutant() -> None:
    explanations = files("glossary_publish.verify.inspect.pdf").joinpath("codes.toml").read_text("utf-8")
    explained = tomllib.loads(explanations)
    tried = {code for codes, _ in MUTANTS.values() for code in codes}
    elsewhere = {"unreadable-pdf", "encrypted-pdf", "second-revision", "split-element"}
    assert explained.keys() == tried | elsewhere
    assert all(set(entry) == {"what", "why", "fix"} for entry in explained.values())
