"""Taking files out of an output folder whose article is withdrawn or whose edition is none any more.

Only files that the manifest owns go: what was changed since it was made is somebody's, and stays.
"""

from collections.abc import Container, Iterable
from pathlib import Path, PurePosixPath

from glossary_publish.build.manifest import Entry
from glossary_publish.build.writing import cannot_write
from glossary_publish.diagnostics import Report, Span
from glossary_publish.publication import sha256


def withdraw(
    root: Path, manifest: dict[str, Entry], articles: Container[tuple[str, str]], report: Report
) -> list[Entry]:
    """Remove the editions of some articles, given by slug and language, and return what they were.

    What was changed since it was made is no longer the manifest's own: it stays, and is reported.
    """
    withdrawn = [entry for _, entry in sorted(manifest.items()) if (entry.slug, entry.language) in articles]
    what = "is an edition of a withdrawn article, and it was changed after it was made"
    return _take_out(root, manifest, withdrawn, ("withdrawn-file-changed", what), report)


def clear_away(
    root: Path, manifest: dict[str, Entry], needless: Iterable[Entry], report: Report
) -> list[Entry]:
    """Remove what is no edition any more, and return what it was; what somebody has changed stays, as above."""
    what = "is no edition any more, and it was changed after it was made"
    return _take_out(root, manifest, needless, ("needless-file-changed", what), report)


def _take_out(
    root: Path, manifest: dict[str, Entry], entries: Iterable[Entry], said: tuple[str, str], report: Report
) -> list[Entry]:
    removed = []
    for entry in entries:
        path = root / entry.path
        if not path.exists():
            continue
        try:
            if _remove(root, entry):
                removed.append(manifest.pop(entry.path))
                continue
        except OSError as error:
            report.extend(cannot_write(path, error).diagnostics)
            continue
        code, what = said
        report.error(code, f"{path} {what}", Span(str(path)), "look at it, then remove it yourself")
    return removed


def _remove(root: Path, entry: Entry) -> bool:
    """Remove a file if it is the one that was made; a folder that is left empty goes with it."""
    path = root / entry.path
    if ".." in PurePosixPath(entry.path).parts or not path.resolve().is_relative_to(root.resolve()):
        return False
    if path.is_symlink() or not path.is_file() or sha256(path.read_bytes()) != entry.sha256:
        return False
    path.unlink()
    if path.parent != root and not any(path.parent.iterdir()):
        path.parent.rmdir()
    return True
