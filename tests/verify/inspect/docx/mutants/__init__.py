"""What can be done to a clean document: each mutant by its name, with the codes of its faults."""

from tests.verify.inspect.docx.mutants import formatting, packages, structure, words
from tests.verify.inspect.docx.mutants.mutant import MUTANTS, Mutant

__all__ = ["MUTANTS", "Mutant", "formatting", "packages", "structure", "words"]
