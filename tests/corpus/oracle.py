"""A second opinion that shares no code with the tool: are all words of an article's text in a file?

The words are cut out of the source with a few patterns and no Markdown parser. The files are read by poppler's
`pdftotext`, and by the zip and XML modules of Python.
"""

import html
import io
import re
import subprocess
import unicodedata
import zipfile
from collections import Counter
from xml.dom import minidom

from tests.validators.processes import program

WORD = re.compile(r"[^\W_]+")
RIGHT_TO_LEFT = ("R", "AL")
LINE = 60  # letters: longer words are broken

# What is no text of the article: pairs of a pattern and what stays of it.
DROPPED = (
    (r"\A---\n.*?\n---\n", ""),
    (r'!\[[^\]]*\]\(\S+?(?: "([^"]*)")?\)', r"\1"),  # a picture, all but its caption
    (r"\[\^[^\]]+\]:?", ""),  # the mark of a note
    (r"\[(?:[^\]@]*[\s;])?@[^\]]*\]", ""),  # a citation
    (r"\]\((?:[^()\s]|\([^()\s]*\))*\)", "]"),  # where a link leads
    (r"\{[^}\n]*\}", ""),  # attributes
    (r"(?m)^[\s>*-]*\d+\. ", ""),  # the number of a list item
)


def missing_words(article: str, data: bytes, format: str) -> list[str]:
    """The words that stand in the source of an article more often than in a file."""
    found = _letters(READERS[format](data))
    wanted = Counter(words(article))
    return sorted(word for word, count in wanted.items() if _times(word, found) < count)


def words(article: str) -> list[str]:
    """Every word of an article's own text."""
    for pattern, left in DROPPED:
        article = re.sub(pattern, left, article, flags=re.DOTALL)
    return WORD.findall(_plain(html.unescape(article)))


def _times(word: str, found: str) -> int:
    """How often a word is there; poppler gives right-to-left words in pieces, and a long word may go over a page end."""
    size = len(word)
    if any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in word):
        return sum(sorted(found[start : start + size]) == sorted(word) for start in range(len(found)))
    if size > LINE and word not in found:
        return int(any(word[:end] in found and word[end:] in found for end in range(LINE // 2, size)))
    return found.count(word)


def _letters(text: str) -> str:
    """Letters and digits only: where a line ends, a hyphen or a space tells nothing."""
    return "".join(WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.replace("\u00ad", ""))


def _pdf(data: bytes) -> str:
    command = (program("pdftotext"), "-raw", "-enc", "UTF-8", "-", "-")
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def _epub(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        pages = [name for name in book.namelist() if name.endswith(".xhtml") and "nav" not in name]
        return " ".join(_text(minidom.parseString(book.read(name))) for name in pages)


def _docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as document:
        names = {"word/document.xml", "word/footnotes.xml"}.intersection(document.namelist())
        trees = [minidom.parseString(document.read(name)) for name in sorted(names)]
    return " ".join(_text(element) for tree in trees for element in tree.getElementsByTagName("w:t"))


def _text(node: minidom.Node) -> str:
    if isinstance(node, minidom.Text):
        return node.data
    return "".join(map(_text, node.childNodes))


READERS = {"pdf": _pdf, "epub": _epub, "docx": _docx}
