"""Reading typed values from a TOML file; whatever is wrong is reported at its line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from glossary_publish.diagnostics import Report, Span
from glossary_publish.glossary.likeness import did_you_mean
from glossary_publish.glossary.toml import TomlFile
from glossary_publish.read.characters import check_decoded


@dataclass(frozen=True, slots=True)
class TableReader:
    """One table of a TOML file: the top one, `[name]`, or the `index`th `[[name]]`."""

    file: TomlFile
    report: Report
    values: Mapping[str, Any]
    name: str = ""
    index: int = 0

    def place(self, key: str) -> Span:
        """Where a key of this table stands."""
        return self.file.place(key, self.name, self.index)

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Report every key that is not known."""
        for key in self.values:
            if key not in known:
                help = did_you_mean(key, known, f"known are: {', '.join(known)}")
                message = f"{self._called(key)} is no setting"
                self.report.error("unknown-setting", message, self.place(key), help)

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty; without a default it has to be there."""
        value: str = self._value(key, str, "a text in quotation marks", default)
        if not value.strip() and self.values.get(key) == value:
            self.wrong(key, "is empty", "write something between the quotation marks, or leave it out")
        check_decoded(value, self.place(key), self.report, str(self.file.table.get("language", "en")))
        return value

    def flag(self, key: str) -> bool:
        """True or false; false if it is not there."""
        return bool(self._value(key, bool, "true or false", False))

    def number(self, key: str) -> float:
        """A number above 0; 0 if it is not there."""
        value = self.values.get(key, 0)
        if type(value) not in (int, float) or (key in self.values and not 0 < value < inf):
            self.wrong(key, f"is {value!r}", "it has to be a number above 0")
            return 0
        return float(value)

    def texts(self, key: str, default: tuple[str, ...] | None = ()) -> tuple[str, ...]:
        """A list of texts."""
        kind = 'a list of texts, such as ["one", "two"]'
        value = self._value(key, list, kind, default)
        if not all(isinstance(one, str) for one in value):
            self.wrong(key, f"is not {kind}", "put each of them in quotation marks")
            return ()
        return tuple(value)

    def tables(self, key: str) -> Iterable["TableReader"]:
        """The tables of an array of tables."""
        rows = self._value(key, list, f"tables that begin with [[{key}]]", ())
        for index, row in enumerate(rows):
            if isinstance(row, dict):
                yield TableReader(self.file, self.report, row, key, index)
            else:
                self.wrong(key, "is not made of tables", f"begin each with [[{key}]]")

    def table(self, key: str) -> "TableReader":
        """A table; its values are reported as missing if it is not there."""
        values = self._value(key, dict, f"a table that begins with [{key}]", {})
        return TableReader(self.file, self.report, values, key)

    def wrong(self, key: str, what: str, help: str) -> None:
        """Report a value that cannot be used."""
        self.report.error("wrong-setting", f"{self._called(key)} {what}", self.place(key), help)

    def _value(self, key: str, kind: type, called: str, default: Any) -> Any:
        if key not in self.values:
            if default is None:
                message = f"{self._called(key)} is missing"
                help = f"add a line {key} = …, with {called}"
                self.report.error("missing-setting", message, self.place(key), help)
            return kind() if default is None else default
        value = self.values[key]
        if type(value) is not kind:
            self.wrong(key, f"is {value!r}", f"it has to be {called}")
            return kind() if default is None else default
        return value

    def _called(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key
