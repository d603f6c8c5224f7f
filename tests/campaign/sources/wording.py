"""Faults in the words themselves: lost, changed, exchanged, added, escaped twice, cut."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from random import Random

from glossary_publish.article import Mark
from tests.campaign.sources.mutant import Made, Sample, operator
from tests.campaign.sources.trees import texts, with_text

Change = Callable[[str, Random], str | None]  # another text, or none where the fault cannot be
WORD = re.compile(r"[^\W\d_]{2,}")
FIELD = re.compile(r"\w+")
STYLED = frozenset(("doi", "et", "al", "eds", "ed", "in"))
LOOK_ALIKES = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х"}


def wording(name: str) -> Callable[[Change], Change]:
    """Register a change of words; marks of citations have faults of their own."""

    def register(change: Change) -> Change:
        def make(sample: Sample, random: Random) -> Iterator[Made]:
            found = [one for one in texts(sample.publication) if not isinstance(one[0].run[one[1]], Mark)]
            for place, index, text in random.sample(found, len(found)):
                other = change(text, random)
                if other is not None and _says_another(text, other, in_reference="entries" in place.steps):
                    publication = with_text(sample.publication, place, index, other)
                    yield place.part, f"{_about(text, other)}", publication

        operator(name)(make)
        return change

    return register


def _says_another(text: str, other: str, *, in_reference: bool) -> bool:
    """Whether a change is one. What stands between the fields of a reference is up to its style."""
    if not in_reference:
        return text.split() != other.split()
    return _fields(text) != _fields(other)


def _fields(text: str) -> list[str]:
    return [word for word in FIELD.findall(text.casefold()) if word not in STYLED]


def _about(text: str, other: str) -> str:
    start = next(
        (i for i, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), len(text)
    )
    begin = max(0, start - 20)
    return f"{text[begin : start + 20]!r} is {other[begin : start + 20]!r}"


def _words(text: str) -> list[re.Match[str]]:
    return list(WORD.finditer(text))


@wording("a word is lost")
def _(text: str, random: Random) -> str | None:
    found = _words(text)
    word = random.choice(found) if found else None
    return word and f"{text[: word.start()]}{text[word.end() :]}"


@wording("a word is another one")
def _(text: str, random: Random) -> str | None:
    found = _words(text)
    word = random.choice(found) if found else None
    return word and f"{text[: word.start()]}{word[0][::-1]}x{text[word.end() :]}"


@wording("a word is there twice")
def _(text: str, random: Random) -> str | None:
    found = _words(text)
    word = random.choice(found) if found else None
    return word and f"{text[: word.end()]} {text[word.start() :]}"


@wording("two words have changed places")
def _(text: str, random: Random) -> str | None:
    words = text.split(" ")
    found = [
        i for i in range(len(words) - 1) if words[i].isalpha() and words[i + 1] and words[i] != words[i + 1]
    ]
    if not found:
        return None
    index = random.choice(found)
    words[index : index + 2] = words[index + 1], words[index]
    return " ".join(words)


@wording("a letter is another one")
def _(text: str, random: Random) -> str | None:
    found = [match.start() for match in re.finditer(r"[b-y]", text)]
    index = random.choice(found) if found else None
    return None if index is None else f"{text[:index]}{chr(ord(text[index]) + 1)}{text[index + 1 :]}"


@wording("a letter looks like another one")
def _(text: str, random: Random) -> str | None:
    found = [match.start() for match in re.finditer(f"[{''.join(LOOK_ALIKES)}]", text)]
    index = random.choice(found) if found else None
    return None if index is None else f"{text[:index]}{LOOK_ALIKES[text[index]]}{text[index + 1 :]}"


@wording("a digit is another one")
def _(text: str, random: Random) -> str | None:
    found = [match.start() for match in re.finditer(r"\d", text)]
    index = random.choice(found) if found else None
    return None if index is None else f"{text[:index]}{(int(text[index]) + 1) % 10}{text[index + 1 :]}"


@wording("a sign is lost")
def _(text: str, random: Random) -> str | None:
    found = [match.start() for match in re.finditer(r"[^\w\s]", text)]
    index = random.choice(found) if found else None
    return None if index is None else text[:index] + text[index + 1 :]


@wording("a space is lost")
def _(text: str, random: Random) -> str | None:
    found = [match.start() + 1 for match in re.finditer(r"\w \w", text)]
    index = random.choice(found) if found else None
    return None if index is None else text[:index] + text[index + 1 :]


@wording("a space stands in a word")
def _(text: str, random: Random) -> str | None:
    found = [word for word in _words(text) if len(word[0]) > 3]  # initials of a name may stand apart
    word = random.choice(found) if found else None
    return word and f"{text[: word.start() + 1]} {text[word.start() + 1 :]}"


@wording("words are in capitals")
def _(text: str, random: Random) -> str | None:
    return text.upper()


@wording("a sentence is lost")
def _(text: str, random: Random) -> str | None:
    sentences = re.split(r"(?<=[.!?]) ", text)
    if len(sentences) < 2:
        return None
    del sentences[random.randrange(len(sentences))]
    return " ".join(sentences)


@wording("a sentence is there twice")
def _(text: str, random: Random) -> str | None:
    sentences = re.split(r"(?<=[.!?]) ", text)
    if not sentences[-1].endswith((".", "!", "?")):
        return None
    index = random.randrange(len(sentences))
    return " ".join((*sentences[: index + 1], *sentences[index:]))


@wording("two sentences have changed places")
def _(text: str, random: Random) -> str | None:
    sentences = re.split(r"(?<=[.!?]) ", text)
    if len(sentences) < 2:
        return None
    index = random.randrange(len(sentences) - 1)
    sentences[index : index + 2] = sentences[index + 1], sentences[index]
    return " ".join(sentences)


@wording("a sentence is added")
def _(text: str, random: Random) -> str | None:
    return f"{text} This sentence is nobody's."


@wording("a text is cut")
def _(text: str, random: Random) -> str | None:
    end = text.rfind(" ", 0, len(text) // 2)
    return f"{text[:end]}…" if end > 0 else None


@wording("a text has lost its beginning")
def _(text: str, random: Random) -> str | None:
    start = text.find(" ", len(text) // 2)
    return text[start + 1 :] if start > 0 and text[start:].strip() else None


@wording("a negation is lost")
def _(text: str, random: Random) -> str | None:
    other = re.sub(r"\b(?:not|no|never|without) ", "", text, count=1)
    return other if other != text else None


@wording("a negation is added")
def _(text: str, random: Random) -> str | None:
    other = re.sub(r"\b(is|are|can|does|will) (?!not)", r"\1 not ", text, count=1)
    return other if other != text else None


@wording("signs are escaped twice")
def _(text: str, random: Random) -> str | None:
    for sign, escaped in (("&", "&amp;"), ("<", "&lt;"), ("’", "&#8217;"), ("“", "&quot;"), ("–", "&ndash;")):
        if sign in text:
            return text.replace(sign, escaped, 1)
    return None


@wording("signs are taken for markup")
def _(text: str, random: Random) -> str | None:
    for sign in ("&", "<", "*", "_", "`", "[", "\\"):
        if sign in text:
            return text.replace(sign, "", 1)
    return None


@wording("markup is left over")
def _(text: str, random: Random) -> str | None:
    found = _words(text)
    word = random.choice(found) if found else None
    return word and f"{text[: word.start()]}**{word[0]}**{text[word.end() :]}"


@wording("an attribute is left over")
def _(text: str, random: Random) -> str | None:
    return text + " {.faq}"


@wording("quotation marks and dashes are plain")
def _(text: str, random: Random) -> str | None:
    table = {"’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."}
    other = "".join(table.get(sign, sign) for sign in text)
    return other if other != text else None


@wording("quotation marks are curly")
def _(text: str, random: Random) -> str | None:
    other = text.replace("'", "’").replace('"', "”")
    return other if other != text else None


@wording("accents are lost")
def _(text: str, random: Random) -> str | None:
    other = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return other if other != unicodedata.normalize("NFC", text) else None


@wording("something invisible is added")
def _(text: str, random: Random) -> str | None:
    found = _words(text)
    word = random.choice(found) if found else None
    return word and f"{text[: word.start() + 1]}\u200b{text[word.start() + 1 :]}"


@wording("words are turned round")
def _(text: str, random: Random) -> str | None:
    return text[::-1] if len(text.split()) > 1 else None


@wording("bytes are taken for another encoding")
def _(text: str, random: Random) -> str | None:
    return None if text.isascii() else text.encode().decode("cp1252", "replace")
