"""Every word is painted, large enough and dark enough to be read."""

import random
from dataclasses import replace
from typing import Any

import pytest

from glossary_publish.verify.checks import painted as painted_words
from glossary_publish.verify.checks.painted import check
from glossary_publish.verify.inspection import Inspection, Painted
from tests.verify.checks.perfect import messages, perfect, told


def repainted(text: str, format: str = "epub", /, **changes: Any) -> Inspection:
    """A file in which the run that begins with a text looks different."""
    painted = perfect(format).painted
    assert any(run.text.startswith(text) for run in painted)
    return replace(
        perfect(format),
        painted=tuple(replace(run, **changes) if run.text.startswith(text) else run for run in painted),
    )


def test_hidden_words_are_told_with_their_place() -> None:
    bad = repainted("This page", visible=False)
    assert set(told(check, bad)) == {("text-not-visible", "disclaimer"), ("words-not-painted", "disclaimer")}
    assert messages(check, bad)[0] == (
        "'This page gives general information & replaces no care.' can not be seen (page 1)"
    )


@pytest.mark.parametrize("format", ["pdf", "epub", "docx"])
def test_small_words_are_told_with_their_size_and_the_smallest_that_may_be(format: str) -> None:
    bad = repainted("In the US", format, size=5)
    assert told(check, bad) == [("text-too-small", "crisis-notice")]
    least = {"pdf": "8.5", "epub": "9", "docx": "8.5"}[format]
    assert messages(check, bad) == [
        f"'In the US, call or text 988 at any hour.' is 5 points, at least {least} are needed (page 1)"
    ]


def test_faint_words_are_told_with_their_contrast() -> None:
    bad = repainted("In the US", contrast=2.5)
    assert told(check, bad) == [("contrast-too-low", "crisis-notice")]
    assert messages(check, bad)[0].endswith("has a contrast of 2.5 to 1, at least 4.5 is needed (page 1)")


def test_the_limits_themselves_are_fine() -> None:
    assert told(check, repainted("In the US", contrast=4.5, size=9)) == []
    assert told(check, repainted("In the US", contrast=4.48)) == [("contrast-too-low", "crisis-notice")]
    assert told(check, repainted("In the US", size=8.9)) == [("text-too-small", "crisis-notice")]


def test_a_raised_note_mark_may_be_smaller_than_words() -> None:
    painted = (*perfect("epub").painted, Painted("1", 6.5, 12, visible=True, place="page 1"))
    assert told(check, replace(perfect("epub"), painted=painted)) == []
    tiny = (*perfect("epub").painted, Painted("1", 5, 12, visible=True, place="page 1"))
    assert [code for code, _ in told(check, replace(perfect("epub"), painted=tiny))] == ["text-too-small"]


def test_words_that_are_painted_nowhere_are_told() -> None:
    painted = tuple(run for run in perfect("epub").painted if not run.text.startswith("A weakening"))
    bad = replace(perfect("epub"), painted=painted)
    assert told(check, bad) == [("words-not-painted", "body")]
    assert messages(check, bad) == ["the word 'weakening.' is in the file and is painted nowhere"]


def test_a_word_may_be_parted_by_a_note_mark_and_by_the_foot_of_a_page() -> None:
    runs = list(perfect("pdf").painted)
    (place,) = (index for index, run in enumerate(runs) if run.text.startswith("A weakening"))
    word = "weakening."
    before, after = replace(runs[place], text="A weak", item=5), replace(runs[place], text="ening", item=5)
    foot, full_stop = replace(after, text="Page 1", item=-1), replace(after, text=".")
    rest = replace(runs[place], text=runs[place].text.partition(word)[2])
    mark = next(number for one in perfect("pdf").items for number in one.notes)
    parted = [
        *runs[:place],
        before,
        foot,
        after,
        replace(after, text=mark),
        full_stop,
        rest,
        *runs[place + 1 :],
    ]
    assert told(check, replace(perfect("pdf"), painted=tuple(parted))) == []
    parted.remove(after)
    assert told(check, replace(perfect("pdf"), painted=tuple(parted))) == [("words-not-painted", "body")]


def test_words_that_stand_twice_have_to_be_painted_twice() -> None:
    runs = [run for run in perfect("epub").painted if "Flückiger" in run.text]
    assert len(runs) == 2
    bad = replace(perfect("epub"), painted=tuple(run for run in perfect("epub").painted if run != runs[1]))
    assert ("words-not-painted", "references") in told(check, bad)


def test_glyphs_of_right_to_left_words_may_come_in_the_order_of_painting() -> None:
    painted = tuple(
        replace(run, text=run.text.replace("التحالف", "التحالف"[::-1])) for run in perfect("pdf").painted
    )
    assert told(check, replace(perfect("pdf"), painted=painted)) == []


def test_words_may_be_painted_in_pieces() -> None:
    painted = tuple(
        Painted(piece, 12, 12, visible=True, place="page 1")
        for run in perfect("pdf").painted
        for piece in (run.text[:3], run.text[3:])
    )
    assert told(check, replace(perfect("pdf"), painted=painted)) == []


def test_a_faint_line_before_all_parts_is_told_without_a_part() -> None:
    painted = (Painted("Watermark", 12, 1.1, visible=True, place="page 1"), *perfect("pdf").painted)
    assert told(check, replace(perfect("pdf"), painted=painted)) == [("contrast-too-low", "")]


def test_a_word_may_be_parted_by_the_number_of_its_list_at_the_end_of_a_page() -> None:
    file = perfect("pdf")
    (index,) = (at for at, run in enumerate(file.painted) if run.text.startswith("A weakening"))
    labelled = next(item.label for item in file.items if item.label.isdigit())
    run = file.painted[index]
    start, word, end = run.text.partition("weakening.")
    runs = [replace(run, text=text) for text in (f"{start}weak", f"{labelled}.", "ening.", end) if text]
    parted = (*file.painted[:index], *runs, *file.painted[index + 1 :])
    assert word
    assert told(check, replace(file, painted=parted)) == []
    other = (*file.painted[:index], *(replace(one, text=one.text.replace(labelled, "77")) for one in runs))
    assert ("words-not-painted", "body") in told(
        check, replace(file, painted=(*other, *file.painted[index + 1 :]))
    )


@pytest.mark.parametrize("format", ["pdf", "epub", "docx"])
def test_texts_painted_whole_and_in_order_are_told_to_be_as_when_their_words_are_counted(
    format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(3)

    def altered(runs: list[Painted]) -> list[Painted]:
        place = chance.randrange(len(runs))
        run = runs[place]
        cut = chance.randint(0, len(run.text))
        start, end = replace(run, text=run.text[:cut]), replace(run, text=run.text[cut:])
        instead = chance.choice(
            ([], [run, run], [start, end], [end, start], [start], [replace(run, visible=False)])
        )
        return [*runs[:place], *instead, *runs[place + 1 :]]

    files = [list(perfect(format).painted)]
    for _ in range(150):
        files.append(altered(chance.choice(files[-3:])) if chance.random() < 0.7 else altered(files[0]))
    bad = [replace(perfect(format), painted=tuple(runs)) for runs in files if runs]
    found = [messages(check, one) for one in bad]
    monkeypatch.setattr(painted_words, "_in_order", lambda texts, stream: False)
    assert found == [messages(check, one) for one in bad]
    assert [] in found
    assert sum(map(bool, found)) > len(found) / 2
