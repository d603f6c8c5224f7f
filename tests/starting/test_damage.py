"""Files of references with random damage: each is taken whole, or told once at its place with nothing added."""

import random
import shutil
from pathlib import Path

from glossary_publish.build.trial import SAMPLE
from glossary_publish.diagnostics import Diagnostic, PublishError
from glossary_publish.starting.references import take_references
from tests.starting.bibliographies.samples import BIBTEX, CSL, NBIB, RIS
from tests.support.campaign import Campaign

SIGNS = '{}"\\@,=#%-\n \t[]:&<>$~’é\x07٣Ω؟'
TRIALS = 2000


def damaged(text: str, chance: random.Random) -> str:
    """A text in which some signs are others, gone, or too many."""
    signs = list(text)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(signs))
        match chance.randrange(3):
            case 0:
                signs[place] = chance.choice(SIGNS)
            case 1:
                del signs[place : place + chance.randint(1, 9)]
            case _:
                signs.insert(place, chance.choice(SIGNS) * chance.randint(1, 3))
    return "".join(signs)


def test_no_damage_loses_what_was_there_or_ends_without_a_word(tmp_path: Path, campaign: Campaign) -> None:
    project = tmp_path / "project"
    shutil.copytree(SAMPLE, project)
    references, file = project / "content/references.yaml", tmp_path / "refs.txt"
    before, chance, taken = references.read_bytes(), campaign.random("references"), 0
    trials, told = campaign.count(TRIALS), list[Diagnostic]()
    for _ in range(trials):
        text = damaged(chance.choice([BIBTEX, RIS, NBIB, CSL]), chance)
        file.write_text(text, "utf-8")
        references.write_bytes(before)
        try:
            take_references(project, file, "refs.txt")
        except PublishError as error:
            assert references.read_bytes() == before
            told += error.diagnostics
        else:
            assert references.read_bytes().startswith(before)
            taken += 1
    assert 0 < taken < trials
    assert [
        found for found in told if not (found.span and found.span.path == "refs.txt" and found.help)
    ] == []
