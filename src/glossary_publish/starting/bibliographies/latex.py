"""LaTeX in the values of BibTeX: letters with accents, signs and emphasis, as text with the markup of CSL."""

import re
import unicodedata
from dataclasses import dataclass

ACCENTS = dict(
    zip(
        "`'^\"~=.uvHckrdb",
        "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0328\u030a\u0323\u0331",
        strict=True,
    )
)
LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§", "textregistered": "®",
    "texttrademark": "™", "textdegree": "°", "textbackslash": "\\", "textasciitilde": "~", "textunderscore": "_",
    "slash": "/", "relax": "",
}  # fmt: skip
SIGNS = "&%$#_{} "
STYLES = {
    "emph": "i",
    "textit": "i",
    "textbf": "b",
    "textsuperscript": "sup",
    "textsubscript": "sub",
    "textsc": "sc",
}
PLAIN = ("mbox", "text", "textrm", "textup", "url", "href", "enquote")
COMMAND = re.compile(r"\\([A-Za-z]+) ?|\\(.)", re.DOTALL)
DASHES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))


class UnknownLatex(Exception):
    """LaTeX that is not understood; its argument is what stands there."""


def text_of(latex: str) -> str:
    """The text that LaTeX stands for; raises `UnknownLatex`."""
    reader = _Reader(latex)
    text = reader.run("")
    return unicodedata.normalize("NFC", text)


@dataclass(slots=True)
class _Reader:
    latex: str
    position: int = 0

    def run(self, end: str) -> str:
        """The text up to an end."""
        pieces = []
        while self.position < len(self.latex):
            letter = self.latex[self.position]
            if letter == end:
                self.position += 1
                break
            pieces.append(self._next(letter))
        return "".join(pieces)

    def _next(self, letter: str) -> str:
        if letter == "\\":
            return self._command()
        for written, meant in DASHES:
            if self.latex.startswith(written, self.position):
                self.position += len(written)
                return meant
        self.position += 1
        if letter == "{":
            return self.run("}")
        if letter == "$":
            raise UnknownLatex("$")
        return " " if letter == "~" else letter

    def _command(self) -> str:
        found = COMMAND.match(self.latex, self.position)
        if found is None:
            raise UnknownLatex("\\")
        self.position = found.end()
        name = found[1] or found[2]
        if name in ACCENTS and not (found[1] and name in LETTERS):
            return self._accented(ACCENTS[name])
        if name in LETTERS:
            return LETTERS[name]
        if name in STYLES:
            return f"<{STYLES[name]}>{self._argument()}</{STYLES[name]}>"
        if name in PLAIN:
            return self._argument()
        if found[2] and name in SIGNS:
            return name
        if found[2] in ("-", "/"):  # where a word may be broken, and where a ligature may not stand
            return ""
        raise UnknownLatex(found[0].strip())

    def _accented(self, accent: str) -> str:
        letter = self._argument()
        return letter[:1] + accent + letter[1:]

    def _argument(self) -> str:
        while self.latex[self.position : self.position + 1] == " ":
            self.position += 1
        letter = self.latex[self.position : self.position + 1]
        return self._next(letter) if letter else ""
