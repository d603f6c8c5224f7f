"""What became of an edition."""

from dataclasses import dataclass, field

from glossary_publish.build.plan import Edition
from glossary_publish.build.workers import WorkerDied, WorkerTooSlow
from glossary_publish.diagnostics import Diagnostic, PublishError, Severity, Span

TOOL_FAULT = 70


@dataclass(frozen=True, slots=True)
class Outcome:
    """An edition with its bytes' SHA-256 when it was made, or with the reasons and exit code when it was not.

    `fault` is an exception that nobody foresaw: the tool is at fault. `sheets` is the path of the sheets to fold, of an
    edition that has them. `current` says that what was there already is what would be made.
    """

    edition: Edition
    sha256: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_code: int = 0
    fault: BaseException | None = field(default=None, compare=False)
    sheets: str = ""
    current: bool = False

    @property
    def made(self) -> bool:
        """Whether it was made just now."""
        return bool(self.sha256) and not self.current


def failed(edition: Edition, source: str, error: BaseException) -> Outcome:
    """The outcome of an edition whose making ended with an exception; `source` is the path of its article."""
    if isinstance(error, PublishError):
        return Outcome(edition, "", error.diagnostics, error.exit_code)
    if isinstance(error, WorkerDied):
        help = "look for what is unusual in the article, its images or its tables; report it if nothing is"
        return _one(edition, source, "renderer-died", str(error), help)
    if isinstance(error, WorkerTooSlow):
        help = "look for very large tables or images in the article, or make it shorter"
        return _one(edition, source, "renderer-too-slow", str(error), help)
    words = f"the tool failed ({type(error).__name__}: {error})"
    return _one(edition, source, "tool-fault", words, "report it with the file that is named below", error)


def _one(
    edition: Edition, source: str, code: str, reason: str, help: str, fault: BaseException | None = None
) -> Outcome:
    message = f"{edition.path} was not made: {reason}"
    found = Diagnostic(code, Severity.ERROR, message, Span(source), help, format=edition.format)
    return Outcome(edition, "", (found,), TOOL_FAULT if fault else 1, fault)
