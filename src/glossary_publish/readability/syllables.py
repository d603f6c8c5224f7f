"""How many syllables an English word has, by its spelling: no dictionary, and the same answer everywhere.

Groups of vowels are counted, then the silent ones are taken off and the split ones added. What no rule gets
right stands in `data/syllables.toml`.
"""

import re
import unicodedata
from functools import lru_cache

from glossary_publish.readability.data import irregular_words

VOWELS = re.compile(r"[aeiouy]+")
PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*")
CONSONANT_Y = re.compile(r"(?:^|(?<=[aeou]))y(?=[aeiou])")
LETTER_BY_LETTER = re.compile(r"[A-Z]{2,}s?")
SPOKEN = str.maketrans({"é": "i", "ï": "hi", "ë": "hi"})  # café, naïve
NEGATION = re.compile(r"(?P<verb>[a-z]+)n['’]t")
NO_SYLLABLE_MORE = {"ca", "do", "wo", "are", "were"}  # can't, don't, won't, aren't, weren't
ENDING = re.compile(r"['’](?:s|re|ll|ve|d|m)?$")

SILENT_AT_THE_END = [
    re.compile(pattern)
    for pattern in (
        r"(?<=[^aeiouy])(?<![^aeiouyl]l)e$",  # make, whole; able keeps its e
        r"(?<=[^aeiouysxzcg])(?<![cs]h)(?<![^aeiouyl]l)es$",  # makes; boxes, pages and tables keep it
        r"(?<=[^aeiouytd])(?<![^aeiouyl]l)ed$",  # asked; wanted and handled keep it
        r"(?<=[gq])ues?$",  # technique, colleagues
    )
]
SILENT_INSIDE = [
    re.compile(pattern)
    for pattern in (
        r"(?<=[aeiouy][^aeiouy])e(?=(?:ly|ment|ments|less|lessness|ness|ful|fully|fulness)$)",  # lately, hopeful
        r"^fore(?=[^aeiouyv])",  # forecast
    )
]
SPLIT = [
    re.compile(pattern)
    for pattern in (
        r"(?<![cgt])ia(?!$|n$|r$|ns$|rs$)",  # material, diagnosis; no social
        r"(?<![cgtls])ia(?:n|r|ns|rs)?$",  # insomnia, librarian; no clinician, Australian, familiar
        r"[ct]iat",  # associate, negotiate
        r"(?<![cgtsx])io(?!n|r)",  # period, violence, various; no action, region
        r"(?<![cgtsxnvl])ior",  # prior, superior; no behavior, senior
        r"iu",  # medium
        r"(?<![ct])ien[ct]",  # client, experience; no patient
        r"iet(?!n)",  # society, quiet
        r"(?<=[aeiouyldnprst][ldnprst])ie(?:rs?|st)$",  # happier, earliest
        r"creat(?!ur)",  # create
        r"reali[tz]",  # reality
        r"react|reass",
        r"theat",
        r"(?<![gp])eo",  # video, theory; no people
        r"(?<![gq])ua(?!d)",  # actual, situation; no quality, language
        r"(?<![gq])uen[ct]",  # fluent, influence
        r"uou|(?<=[nt])ui(?=t)|suici",  # continuous, intuitive, suicide
        r"[aeiouy]ing(?:s|ly)?$",  # being, trying
        r"ao",  # chaos
        r"(?:s|th)ms?$",  # autism, rhythm
        r"^coo(?:per|rd)",  # cooperate
    )
]


def syllables(word: str) -> int:
    """How many syllables a word has, each part of a hyphenated one counted; a figure counts as one."""
    return sum(map(_of_piece, PIECE.findall(word))) or 1


@lru_cache(maxsize=8192)
def _of_piece(piece: str) -> int:
    if piece[0].isdigit():
        return 1
    if LETTER_BY_LETTER.fullmatch(piece):
        letters = piece.rstrip("s")
        return len(letters) + 2 * letters.count("W")
    word = _plain(piece)
    if match := NEGATION.fullmatch(word):
        verb = match["verb"]
        return _of_word(verb) + (verb not in NO_SYLLABLE_MORE)
    return _of_word(ENDING.sub("", word).replace("'", "").replace("’", ""))


def _plain(piece: str) -> str:
    """A word in small letters without accents; é is never silent, and ï and ë are read apart."""
    spoken = unicodedata.normalize("NFC", piece.lower()).translate(SPOKEN)
    letters = unicodedata.normalize("NFD", spoken)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _of_word(word: str) -> int:
    known = irregular_words()
    if word in known:
        return known[word]
    if word.endswith("s") and word[:-1] in known:
        return known[word[:-1]]
    spelt = CONSONANT_Y.sub("j", word)
    count = len(VOWELS.findall(spelt))
    count -= any(pattern.search(spelt) for pattern in SILENT_AT_THE_END)
    count -= sum(bool(pattern.search(spelt)) for pattern in SILENT_INSIDE)
    count += sum(len(pattern.findall(spelt)) for pattern in SPLIT)
    return max(count, 1)
