"""Abbreviations are written out before they are used."""

import pytest

from tests.readability.sample import codes, found, marked

CODE = "undefined-abbreviation"


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("## One\n\nMany people are treated with CBT today.\n", "CBT"),
        ("## One\n\nSome *take SSRIs* each day.\n", "SSRIs"),
        ("## One\n\n| A | B |\n|---|---|\n| x | rTMS |\n", "rTMS"),
        ("## One\n\nThe DSM-5 and the DSM-IV list it.\n", "DSM"),
        ("## Help with PTSD\n\nIt helps.\n", "PTSD"),
        ("## One\n\nShe saw [the scale](https://example.org/WAI/x), and\nthen the WAI helped.\n", "WAI"),
    ],
)
def test_one_that_is_never_written_out_is_told_once_at_its_place(body: str, word: str) -> None:
    assert marked(body + f"\nThe {word} again.\n") == [word]
    (one,) = found(body)
    assert one.code == CODE
    assert repr(word.removesuffix("s")) in one.message


def test_one_that_is_written_out_too_late_is_told_with_the_line_that_does_it() -> None:
    (one,) = found("## One\n\nThe WAI is a form.\n\nThe Working Alliance Inventory (WAI) has three forms.\n")
    assert one.span is not None
    assert (one.span.line, one.span.column, one.span.end_column) == (14, 5, 8)
    assert "line 16 only" in one.help


@pytest.mark.parametrize(
    "body",
    [
        "## One\n\nCognitive behavioral therapy (CBT) helps. So CBT is used.\n",
        "## One\n\nThe **Session Rating Scale (SRS):** a form. The SRS is short.\n",
        "## One\n\nThe Working Alliance Inventory, or WAI, is a form. The WAI has parts.\n",
        "## One\n\nThe Helping Alliance Questionnaire, HAq for short, asks. A revised form is the HAq-II.\n",
        "## One\n\nCBT (cognitive behavioral therapy) helps.\n",
        "## One\n\nCBT, short for cognitive behavioral therapy, helps.\n",
        "## One\n\nEye movement desensitization and reprocessing, called EMDR, is one.\n",
        "## One\n\nPost-traumatic stress disorder (PTSD; also *trauma*) is one. PTSD can be treated.\n",
        "## One\n\nSelective serotonin reuptake inhibitors (SSRIs) are drugs. One SSRI is common.\n",
        "## One\n\n| [Session Rating Scale](https://example.org) (SRS) | x |\n|---|---|\n| SRS | y |\n",
        "## One\n\nCBT\n: Cognitive behavioral therapy.\n\nThen CBT.\n",
        "## What is CBT?\n\nCognitive behavioral therapy (CBT) is a way to learn.\n",
        "## One\n\n| Name | Long |\n|---|---|\n| EMDR | eye movement desensitization and reprocessing |\n",
        "## Help in the US and the UK\n\nHIV, AIDS, DNA and a PDF on TV are known to all.\n",
        "## One\n\nPart II and Part IV, and World War II, Henry VIII, chapter XIX.\n",
        "## One\n\nDO NOT STOP taking it. Never take more. Do NOT wait, and call if you CAN.\n",
        "## One\n\nDr. McLeod and Ms. DeVito read PubMed and the StatPearls on an iPhone in McDonald style.\n",
        "## One\n\nWrite `CBT` as it stands, or see <https://example.org/CBT> or [here](https://example.org/WAI).\n",
        "## One\n\n> CBT and EMDR are words of somebody else.\n",
        "## One\n\nVitamin B12 and H2O, at 5 p.m. on the A4 sheet, in the U.S. and the U.K.\n",
        "## One\n\nA study [@bordin1979] by J.D. Safran and A. O. Horvath.\n",
    ],
)
def test_what_is_written_out_known_or_no_abbreviation_is_left_alone(body: str) -> None:
    assert [code for code in codes(body) if code == CODE] == []


def test_other_names_and_the_title_write_out_too() -> None:
    body = "## One\n\nThe WAI is a form.\n"
    assert codes(body, also="WAI") == []
    assert codes(body, title="Working Alliance Inventory (WAI): a form") == []
    assert codes(body) == [CODE]


def test_a_glossary_names_what_its_readers_know() -> None:
    body = "## One\n\nMany are treated with DBT.\n"
    assert codes(body) == [CODE]
    assert codes(body, 'known_abbreviations = ["DBT"]\n') == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        (
            "es",
            "## Qué es\n\nEl Inventario de Alianza de Trabajo, o WAI por sus siglas en inglés, mide. El WAI y el VIH.\n",
        ),
        ("ar", "## ما هو\n\nمقياس تحالف العمل (WAI) استبيان. يقيس WAI ذلك.\n"),
        ("de", "## Was es ist\n\nDer Fragebogen (WAI) misst. Der WAI und die WHO.\n"),
    ],
)
def test_other_languages_write_out_in_the_same_ways(language: str, body: str) -> None:
    assert codes(body, language=language) == []
