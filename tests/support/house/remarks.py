"""What may not stand in any file: work left undone, checks switched off, and traces of a machine."""

import re
from collections.abc import Callable, Mapping

UNDONE = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
SWITCHED_OFF = re.compile(r"\b(?:pytest\.(?:mark\.)?(?:skip|skipif|xfail|importorskip)|unittest\.skip)\b")
SILENCED = re.compile(
    r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover)(?P<codes>[^\s#]*(?:\s*[A-Z]+\d+,?)*)(?P<reason>.*)"
)
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|Users|work|workspace|mnt|media)/[\w.]|[A-Z]:\\\\?Users")
HOST = re.compile(
    r"\b(?:registry|pypi|files|proxy|mirror|artifactory|nexus)\.[a-z0-9-]+\.[a-z]{2,}\b|\bpypi\.org\b"
)


def undone(files: Mapping[str, str]) -> list[str]:
    """Work that was put off, and tests that are switched off."""
    return _lines(files, lambda line: bool(UNDONE.search(line) or SWITCHED_OFF.search(line)))


def silenced(files: Mapping[str, str]) -> list[str]:
    """Checkers that are silenced in a line without a reason beside it or in the line above."""

    def unreasoned(line: str) -> bool:
        found = SILENCED.search(line)
        return found is not None and len(re.findall(r"[A-Za-z]{2,}", found["reason"])) < 2

    return _lines(files, unreasoned)


def traces(files: Mapping[str, str]) -> list[str]:
    """Folders of one machine, and hosts of package registries."""
    return _lines(files, lambda line: bool(MACHINE.search(line) or HOST.search(line)))


def addresses(lock: str) -> list[str]:
    """Addresses in a lock file; where a package asks for money is no place to fetch it from."""
    lines = [line.strip() for line in lock.splitlines()]
    return [line for line in lines if '"resolved"' in line or ("://" in line and not _funding(line))]


def _funding(line: str) -> bool:
    return line.startswith('"url": "https://') or re.fullmatch(r'"https://[^"]*",?', line) is not None


def _lines(files: Mapping[str, str], breaks: Callable[[str], bool]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if breaks(line)
    ]
