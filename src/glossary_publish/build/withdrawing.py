"""Taking the editions of withdrawn articles out of an output folder: files that its manifest owns, and no others."""

from collections.abc import Container
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
    removed = []
    for path, entry in sorted(manifest.items()):
        if (entry.slug, entry.language) in articles and (root / path).exists():
            try:
                if _remove(root, entry):
                    removed.append(manifest.pop(path))
                    continue
            except OSError as error:
                report.extend(cannot_write(root / path, error).diagnostics)
                continue
            message = (
                f"{root / path} is an edition of a withdrawn article, and it was changed after it was made"
            )
            help = "look at it, then remove it yourself"
            report.error("withdrawn-file-changed", message, Span(str(root / path)), help)
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
