"""What the tool has to say to its user: diagnostics, gathered in a report, and the errors that stop an edition."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How grave a diagnostic is; the verdict over many is the gravest of them."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file: project-relative POSIX path, 1-based line and column; 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column or 1}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that a user should know. `part` and `format` are set where a finished file is at fault."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    help: str = ""
    part: str = ""
    format: str = ""


@dataclass(slots=True)
class Report:
    """The diagnostics of one run or phase, in the order in which they were found."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    _known: set[Diagnostic] = field(default_factory=set, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._known.update(self.diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __contains__(self, diagnostic: object) -> bool:
        return diagnostic in self._known

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic; the same one twice is kept once."""
        if diagnostic not in self._known:
            self._known.add(diagnostic)
            self.diagnostics.append(diagnostic)

    def clear(self) -> None:
        """Forget everything that was found."""
        self.diagnostics.clear()
        self._known.clear()

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep each of several diagnostics."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def error(
        self, code: str, message: str, span: Span | None = None, help: str = "", part: str = ""
    ) -> None:
        """Add an error: the edition it belongs to is not made."""
        self.add(Diagnostic(code, Severity.ERROR, message, span, help, part))

    def warning(
        self, code: str, message: str, span: Span | None = None, help: str = "", part: str = ""
    ) -> None:
        """Add a warning: the edition is made."""
        self.add(Diagnostic(code, Severity.WARNING, message, span, help, part))

    def note(self, code: str, message: str, span: Span | None = None, help: str = "", part: str = "") -> None:
        """Add a note: worth knowing, nothing to mend."""
        self.add(Diagnostic(code, Severity.NOTE, message, span, help, part))

    @property
    def failed(self) -> bool:
        """Whether an error was reported."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    def stop_if_failed(self) -> None:
        """Raise `PublishError` with all diagnostics if one of them is an error."""
        if self.failed:
            raise PublishError(tuple(self.diagnostics))


class PublishError(Exception):
    """Stops one article or edition; the others go on. Carries every diagnostic found up to that point."""

    exit_code = 1

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "; ".join(f"{diagnostic.code}: {diagnostic.message}" for diagnostic in self.diagnostics)

    def __reduce__(self) -> tuple[type["PublishError"], tuple[tuple[Diagnostic, ...]]]:
        return type(self), (self.diagnostics,)


class UsageError(PublishError):
    """Wrong usage, bad configuration, or nothing matched."""

    exit_code = 2


class EnvironmentFault(PublishError):
    """A missing library, a full disk, a folder that may not be written: the machine is at fault, not the content."""

    exit_code = 3


def fault(
    kind: type[PublishError], code: str, message: str, span: Span | None = None, help: str = ""
) -> PublishError:
    """Make an error of one diagnostic, ready to raise."""
    return kind((Diagnostic(code, Severity.ERROR, message, span, help),))
