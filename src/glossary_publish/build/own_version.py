"""Which program this is: in a checkout of its sources more than a version number says.

Whoever changes the program there leaves its version as it is, and no file that the program made before is current
any more.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from glossary_publish import __version__

PACKAGE = Path(__file__).parents[1]
SOURCES = frozenset({".py", ".toml", ".css", ".js", ".conf"})


def own_version() -> str:
    """The version; in a checkout with the hash of everything that the package consists of."""
    if (PACKAGE.parents[1] / "pyproject.toml").is_file():
        return f"{__version__}+{hash_of(PACKAGE)}"
    return __version__


@lru_cache
def hash_of(folder: Path) -> str:
    """A short hash of names and contents of the sources in a folder."""
    found = sha256()
    for path in _sources(folder):
        found.update(f"{path.relative_to(folder)}\0".encode())
        found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()[:12]


def _sources(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _sources(path)
        elif path.suffix in SOURCES:
            yield path
