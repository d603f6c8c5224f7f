"""What the files of a manifest say, read without the program."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LIST = re.compile(r"manifest\.json|(manifest|former)\.d/.*")
SHARD = r"{}/(clinics/[^/]+/)?[^/_][^/]*\.json"


def listed(there: Path | Mapping[str, bytes], shards: str = "manifest.d") -> list[dict[str, Any]]:
    """The rows of a manifest, or of what was there before it, in the order of their paths.

    `there` is the folder of finished files, or its files by path.
    """
    files = files_in(there) if isinstance(there, Path) else there
    names = [name for name in files if re.fullmatch(SHARD.format(shards), name)]
    rows: list[dict[str, Any]] = [row for name in names for row in json.loads(files[name])["editions"]]
    for row in rows:
        for name in ("shared", "tools"):
            if name in row:
                row[name] = json.loads(files[f"{shards}/_shared/{row[name]}.json"])
    return sorted(rows, key=lambda row: (row["path"], row["sha256"]))


def former(there: Path | Mapping[str, bytes]) -> list[dict[str, Any]]:
    """What was there before."""
    return listed(there, "former.d")


def is_list(name: str) -> bool:
    """Whether a file of an output folder is one of those that say what lies there or lay there."""
    return LIST.fullmatch(name) is not None


def lists(dist: Path) -> dict[str, bytes]:
    """Those files."""
    return {name: data for name, data in files_in(dist).items() if is_list(name)}


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path there."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
