"""Every fault that the reader knows is put into a clean document, and seen."""

import tomllib
from importlib.resources import files

import pytest

from glossary_publish.verify.inspect.docx import inspect
from tests.verify.inspect.docx.handmade import packed
from tests.verify.inspect.docx.mutants import MUTANTS
from tests.verify.inspect.docx.sample import parts

CLEAN = inspect(packed(parts()))


@pytest.mark.parametrize("name", MUTANTS)
def test_a_fault_put_into_a_clean_document_is_seen_and_no_other(name: str) -> None:
    mutant = MUTANTS[name]
    changed = inspect(packed(mutant.apply(parts()), dict(mutant.more)))
    assert {fault.code for fault in changed.faults} == mutant.codes
    assert changed != CLEAN


def test_a_fault_names_the_item_that_it_is_in() -> None:
    mutant = MUTANTS["a field that loads"]
    changed = inspect(packed(mutant.apply(parts())))
    assert [changed.items[fault.item].text for fault in changed.faults] == ["Quoted.words"]


def test_the_words_of_what_is_refused_are_told() -> None:
    mutant = MUTANTS["a text box"]
    changed = inspect(packed(mutant.apply(parts())))
    assert any("'Quoted.'" in fault.message for fault in changed.faults)


def test_every_code_is_explained_and_has_its_mutant() -> None:
    explanations = files("glossary_publish.verify.inspect.docx").joinpath("codes.toml").read_text("utf-8")
    explained = tomllib.loads(explanations)
    tried = {code for mutant in MUTANTS.values() for code in mutant.codes}
    assert explained.keys() == tried
    assert all(set(entry) == {"what", "why", "fix"} for entry in explained.values())
