"""Which way a language is written."""

# Scripts written from right to left (ISO 15924), and languages whose usual script is one of them (CLDR).
SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})
LANGUAGES = frozenset(
    {"ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "ps", "sd"}
    | {"syr", "ug", "ur", "yi"}
)


def direction(language: str) -> str:
    """`rtl` or `ltr` for a BCP 47 tag; a script subtag (`az-Arab`) outweighs the language."""
    first, *others = language.lower().split("-")
    scripts = [tag for tag in others if len(tag) == 4 and tag.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in SCRIPTS else "ltr"
    return "rtl" if first in LANGUAGES else "ltr"
