"""The figures of plain language, as a table for people and as data for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from glossary_publish.cli.excerpt import cells
from glossary_publish.readability import Assessment
from glossary_publish.readability.figures import Figures, has_formulas

HEAD = ("sentences", "words", "words/sentence", "grade", "SMOG")
WIDEST = 48  # cells of the name of a section
WHOLE = "(whole article)"


def as_data(assessment: Assessment) -> dict[str, object]:
    """The figures of an article for JSON. A grade that no formula gives is null."""
    return {
        "path": assessment.path,
        "language": assessment.language,
        "formulas": has_formulas(assessment.language),
        "budget": {name: asdict(limit) for name, limit in assessment.budget.items()},
        "sections": [
            {"section": row.section, "line": row.place.line, **_numbers(row.figures)}
            for row in assessment.rows
        ],
        "whole": _numbers(assessment.whole),
    }


def tables(assessments: Sequence[Assessment]) -> str:
    """A table for each article: a line for each section, the whole article, and its budget."""
    return "\n\n".join("\n".join(_table(assessment)) for assessment in assessments)


def _numbers(figures: Figures) -> dict[str, object]:
    return {
        "sentences": figures.sentences,
        "words": figures.words,
        "words_per_sentence": _rounded(figures.words_per_sentence),
        "grade": _rounded(figures.grade),
        "smog": _rounded(figures.smog),
        "smog_is_estimated": figures.smog_is_estimated,
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 1)


def _table(assessment: Assessment) -> Iterator[str]:
    rows = [("", *HEAD), *((row.section, *_cells(row.figures)) for row in assessment.rows)]
    rows.append((WHOLE, *_cells(assessment.whole)))
    rows.append((f"(budget for {' and '.join(_audiences(assessment))})", *_budget(assessment)))
    table = [(_short(name), *numbers) for name, *numbers in rows]
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    yield assessment.path
    for name, *numbers in table:
        columns = (f"  {number:>{width}}" for width, number in zip(widths[1:], numbers, strict=True))
        yield "  " + name + " " * (widths[0] - cells(name)) + "".join(columns)
    limit = assessment.budget["longest_sentence"]
    yield f"  a sentence for {limit.audience} may have {limit.most:g} words"
    if not has_formulas(assessment.language):
        yield f"  grade and SMOG are formulas for English and are not worked out in {assessment.language}"
    elif any(row.figures.smog_is_estimated for row in assessment.rows):
        yield "  ~ from fewer than 30 sentences: an estimate, which is not held against the budget"


def _cells(figures: Figures) -> tuple[str, ...]:
    smog = f"{'~' if figures.smog_is_estimated else ''}{_number(figures.smog)}"
    mean = _number(figures.words_per_sentence)
    return str(figures.sentences), str(figures.words), mean, _number(figures.grade), smog


def _budget(assessment: Assessment) -> tuple[str, ...]:
    limits = assessment.budget
    named = (limits.get(name) for name in ("words_per_sentence", "grade", "smog"))
    return "", "", *(_number(limit.most if limit else None) for limit in named)


def _audiences(assessment: Assessment) -> list[str]:
    return list(dict.fromkeys(limit.audience for limit in assessment.budget.values()))


def _number(number: float | None) -> str:
    return "–" if number is None else f"{number:.1f}"


def _short(name: str) -> str:
    while cells(name) > WIDEST:
        name = name[:-2] + "…"
    return name
