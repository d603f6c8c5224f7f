"""Where words of a passage stand in the file: composed text has lost its markup, so they are looked for again."""

import re
from collections.abc import Sequence

from glossary_publish.diagnostics import Span

LETTERS = re.compile(r"[^\W_]+")
MARKUP = re.compile(r"\]\([^)\s]*\)|\[\^[^\]\s]*\]|\[[^\]]*@[^\]]*\]|\{[^}\n]*\}|`[^`\n]*`")
FIRST = 5  # so many words tell a sentence from the others
REACH = 400  # lines below the beginning of its block in which a passage can stand


class Places:
    """The lines of an article, in which words are found again."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")

    def find(self, words: Sequence[str], near: Span, nth: int = 0) -> Span:
        """Where some words stand one after the other, the `nth` time at or after a place; else that place.

        Only the part on the first line is marked.
        """
        sought = LETTERS.findall(" ".join(words))
        if not near.line or not sought:
            return near
        tokens = self._tokens(near.line)
        for wanted in (sought, sought[:FIRST]):
            starts = [at for at in _starting(tokens, wanted[0]) if _stands(tokens, at, wanted)]
            if nth < len(starts):
                line, column, _ = tokens[starts[nth]]
                on_line = [
                    start + len(word)
                    for place, start, word in tokens[starts[nth] : starts[nth] + len(wanted)]
                    if place == line
                ]
                return Span(near.path, line, column + 1, on_line[-1] + 1)
        return near

    def _tokens(self, first: int) -> list[tuple[int, int, str]]:
        """Line, column and letters of each word from a line on, without those of markup."""
        found = []
        text = "\n".join(self.lines[first - 1 : first - 1 + REACH])
        masked = MARKUP.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        for number, line in enumerate(masked.split("\n"), first):
            found += [(number, match.start(), match[0]) for match in LETTERS.finditer(line)]
        return found


def _starting(tokens: Sequence[tuple[int, int, str]], word: str) -> list[int]:
    return [at for at, (_, _, letters) in enumerate(tokens) if letters == word]


def _stands(tokens: Sequence[tuple[int, int, str]], at: int, words: Sequence[str]) -> bool:
    following = [letters for _, _, letters in tokens[at : at + len(words)]]
    return following == list(words)
