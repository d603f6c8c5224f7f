"""Statistics in texts for clients are explained in plain words."""

import pytest

from tests.readability.sample import codes, found, marked

CODE = "statistic-unexplained"
NUMBERS = [
    "r = 0.24",
    "r ≈ .28",
    "d = 0.58",
    "p < .001",
    "OR = 2.1",
    "95% CI",
    "NNT of 8",
    "SMD = −0.4",
    "odds ratio of 1.7",
]
KNOWN = 'known_abbreviations = ["CI", "OR", "NNT", "SMD"]\n'
FAR = "\n\nOne.\n\nTwo.\n\nThree.\n\n"


@pytest.mark.parametrize("number", NUMBERS)
def test_a_statistic_without_plain_words_is_told_at_its_place(number: str) -> None:
    body = f"## One\n\nThe studies [@bordin1979] found a\nlink ({number}) in 2011.\n"
    (one,) = found(body, KNOWN)
    assert one.code == CODE
    assert repr(number) in one.message
    assert one.span is not None
    assert one.span.line == 15
    assert marked(body, KNOWN)[0].startswith(number[:1])


@pytest.mark.parametrize(
    "body",
    [
        "## One\n\nThe link was r = 0.28. Put another way, about 8% of the differences go along.\n",
        "## One\n\nThe link was r = 0.28.\n\nThat means that both go together.\n",
        "## One\n\nThe *r* stands for a correlation.\n\nThe link was r = 0.28.\n",
        "## One\n\nThe link was r = 0.28.[^one]\n\n[^one]: A number that says how closely two things go together.\n",
        "## One\n\nIt helped 8 out of 10 people (OR = 2.1).\n",
        "## One\n\n- The link was r = 0.28.\n- It is modest to moderate in size.\n",
    ],
)
def test_an_explanation_nearby_is_enough(body: str) -> None:
    assert CODE not in codes(body)


def test_an_explanation_far_away_is_not() -> None:
    assert codes(f"## One\n\nThe link was r = 0.28.{FAR}That means that both go together.\n") == [CODE]
    assert codes("## One\n\nThe link was r = 0.28.\n\n## Two\n\nThat means a lot.\n") == [CODE]


@pytest.mark.parametrize(
    "body",
    [
        "## One\n\nIt has 19 items, 4 of them new. About 20% of people stop. Call 988.\n",
        "## One\n\nTake 1 OR 2 of them. At rest, HR 72 and RR 14 are usual. It is 3 p.m., D-day or plan B.\n",
        "## One\n\nSee p. 254 and pp. 9-16, or vol. 3, t. 2.\n",
        "## One\n\nTake 20 mg a day for 8 weeks, at 7.5 mg or more.\n",
        "## One\n\nIf you are 18 or 19, or are under 18, ask. The r in the word is silent.\n",
        "## One\n\nWrite `r = 0.28` as it stands.\n",
        "## One\n\n> We found r = 0.28, they wrote.\n",
    ],
)
def test_plain_numbers_are_no_statistics(body: str) -> None:
    assert CODE not in codes(body)


def test_texts_for_clinicians_and_in_languages_without_a_list_are_not_examined() -> None:
    body = "## One\n\nThe link was r = 0.28.\n"
    assert codes(body, audience="clinicians") == []
    assert codes(body, language="es") == []
    assert codes(body, audience="clients, clinicians") == [CODE]
