"""What the citation engine answered, kept for the next build: an edit of a text seldom changes what it cites.

There is room for so many answers and no more: each has one place by the hash of its question, and the last one stays.
"""

from hashlib import sha256

from glossary_publish.build.cache.shelf import Shelf

PLACES = 4  # hexadecimal digits of the hash


class Answers:
    """Answers by their whole questions."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def get(self, question: str) -> str | None:
        """The answer to a question, if it is kept."""
        mark = sha256(question.encode()).hexdigest()
        data = self._shelf.get(_name(mark)) or b""
        found, _, answer = data.partition(b"\n")
        return answer.decode() if found == mark.encode() else None

    def __setitem__(self, question: str, answer: str) -> None:
        mark = sha256(question.encode()).hexdigest()
        self._shelf.put(_name(mark), f"{mark}\n{answer}".encode())


def _name(mark: str) -> str:
    return f"answer-{mark[:PLACES]}"
