"""Which part a painted run belongs to: worked out only when something is wrong with one."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from glossary_publish.verify.expected import Expected
from glossary_publish.verify.inspection import Painted


class Places:
    """Painted words laid against expected ones."""

    def __init__(self, expected: Sequence[Expected], painted: Sequence[Painted]) -> None:
        self._wanted = [(word, one) for one in expected for word in one.item.text.split()]
        self._starts: list[int] = []
        seen: list[str] = []
        visible: list[bool] = []
        for run in painted:
            self._starts.append(len(seen))
            words = run.text.split()
            seen += words
            visible += [run.visible] * len(words)
        matcher = SequenceMatcher(None, [word for word, _ in self._wanted], seen, autojunk=False)
        self._rows: dict[int, int] = {}
        painted_rows: set[int] = set()
        for row, column, size in matcher.get_matching_blocks():
            for offset in range(size):
                self._rows[column + offset] = row + offset
                if visible[column + offset]:
                    painted_rows.add(row + offset)
        self._unpainted = [pair for row, pair in enumerate(self._wanted) if row not in painted_rows]

    def of_painted(self, index: int) -> Expected | None:
        """The item that a run shows, or the one before it; none for the first lines of a page."""
        end = self._starts[index + 1] if index + 1 < len(self._starts) else self._starts[index] + 1
        for column in [*range(self._starts[index], end), *range(self._starts[index] - 1, -1, -1)]:
            if column in self._rows:
                return self._wanted[self._rows[column]][1]
        return None

    def of_unpainted(self, word: str) -> Expected | None:
        """The item of a word that no painted word stands for."""
        return next((one for other, one in [*self._unpainted, *self._wanted] if word in other), None)
