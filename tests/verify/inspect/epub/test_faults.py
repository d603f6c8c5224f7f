"""Each thing that can go wrong in an ebook is told, with the part that it is in."""

import pytest

from tests.verify.inspect.epub.book import altered, edition, judged
from tests.verify.inspect.epub.book_mutants import book_mutants
from tests.verify.inspect.epub.mutants import Mutant
from tests.verify.inspect.epub.shape_mutants import shape_mutants
from tests.verify.inspect.epub.style_mutants import style_mutants
from tests.verify.inspect.epub.text_mutants import text_mutants

MUTANTS = [*text_mutants(), *shape_mutants(), *style_mutants(), *book_mutants()]


def test_the_ebook_as_it_is_rendered_has_no_fault() -> None:
    assert judged(edition()) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_is_caught_and_its_part_is_named(mutant: Mutant) -> None:
    found = judged(altered(mutant.change))
    assert (mutant.code, mutant.part) in {(one.code, one.part) for one in found}
