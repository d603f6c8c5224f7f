"""Where in a source: the locator terms of CSL 1.0.2 and the short forms that authors write."""

import re

TERMS = {
    "act": "act",
    "appendix": "appendix app.",
    "article-locator": "article art.",
    "book": "book books bk. bks.",
    "canon": "canon can.",
    "chapter": "chapter chapters chap. chaps. ch.",
    "column": "column columns col. cols.",
    "elocation": "elocation",
    "equation": "equation equations eq. eqs.",
    "figure": "figure figures fig. figs.",
    "folio": "folio folios fol. fols.",
    "issue": "issue issues no. nos. number numbers",
    "line": "line lines l. ll.",
    "location": "location loc.",
    "note": "note notes n. nn.",
    "opus": "opus op.",
    "page": "page pages p. pp.",
    "paragraph": "paragraph paragraphs para. paras. ¶ ¶¶",
    "part": "part parts pt. pts.",
    "rule": "rule r.",
    "scene": "scene sc.",
    "section": "section sections sec. secs. § §§",
    "supplement": "supplement suppl.",
    "table": "table tables tbl.",
    "timestamp": "timestamp",
    "verse": "verse verses v. vv.",
    "volume": "volume volumes vol. vols.",
}
LABELS = {word: term for term, words in TERMS.items() for word in words.split()}
NUMBER = r"(?:[A-Za-z]{0,3}[0-9][\w.:]*(?<![.:])|[ivxlcdm]+\b|[IVXLCDM]+\b)"
RANGE = re.compile(rf"{NUMBER}(?:\s*(?:[-–—]|,|&|and\b)\s*{NUMBER})*")
LABEL = re.compile(r"(¶¶?|§§?|[A-Za-z.]+)\s*(?=\S|$)")


def read_locator(text: str) -> tuple[str, str, str]:
    """Label, locator and suffix of what follows a key; a bare number is a page, and a suffix keeps its comma.

    Raises `ValueError` for a label without a number.
    """
    place = text.lstrip(", ")
    label, rest = "", place
    word = LABEL.match(place)
    if word and word[1] in LABELS:
        label, rest = LABELS[word[1]], place[word.end() :]
    number = RANGE.match(rest) if label or rest[:1].isdecimal() else None
    if number is None or rest[number.end() :][:1] not in ("", ",", " "):
        if label and word and (word[1].endswith(".") or not word[1].isalpha()):
            raise ValueError(f"no number follows {word[1]!r}")
        return "", "", text if place else ""
    return label or "page", number[0], rest[number.end() :].rstrip(", ").lstrip()
