"""Sentences are no longer than the budget allows."""

from tests.readability.sample import codes, found, marked

CODE = "long-sentence"


def sentence(words: int) -> str:
    return " ".join(["Some", *["word"] * (words - 2), "more."])


def test_a_sentence_of_the_longest_kind_passes_and_one_more_word_is_told() -> None:
    assert codes(f"## One\n\n{sentence(30)}\n") == []
    (one,) = found(f"## One\n\nWe talk. {sentence(31)} They listen.\n")
    assert one.code == CODE
    assert one.message == "a sentence has 31 words; for clients it may have 30"
    assert one.span is not None
    assert (one.span.line, one.span.column) == (14, 10)


def test_the_carets_stand_below_the_sentence_also_behind_markup_and_line_ends() -> None:
    body = f"## One\n\nWe *talk* [here](https://example.org/Some-word) first. {sentence(33)}\n"
    assert marked(body) == [sentence(33)[:-1]]
    broken = "## One\n\nWe talk. Some\n" + "word " * 32 + "more.\n"
    assert marked(broken) == ["Some"]


def test_each_audience_has_its_own_length_and_two_have_the_shorter_one() -> None:
    body = f"## One\n\n{sentence(40)}\n"
    assert codes(body, audience="clinicians") == []
    assert codes(body, audience="clients, clinicians") == [CODE]
    assert codes(body, language="es") == []


def test_entries_cells_headings_and_quotations_are_no_sentences_together() -> None:
    entries = "".join(f"- {'word ' * 20}\n" for _ in range(3))
    cells = f"| {'word ' * 20} | {'word ' * 20} |\n|---|---|\n| {'word ' * 35} | x |\n"
    assert codes(f"## {'word ' * 35}\n\n{entries}\n{cells}\n> {sentence(60)}\n") == []


def test_a_sentence_of_the_front_matter_is_told_at_its_key() -> None:
    (one,) = found(
        "## One\n\nWe talk.\n", '[[reading_budgets]]\naudience = "clients"\nlongest_sentence = 10\n\n'
    )
    assert one.span is not None
    assert (one.span.line, one.span.column) == (3, 14)
