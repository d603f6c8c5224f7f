"""Paths of images: inside `content/`, by a plain name, without a detour."""

import posixpath
import re

ROOT = "content"
ELSEWHERE = re.compile(r"[\\:%?#\x00-\x1f\x7f]")  # other systems' separators, schemes, escapes, queries


def outside_content(path: str) -> bool:
    """Whether a project-relative path is anything but the plain name of a file below `content/`."""
    inside = path.startswith(f"{ROOT}/") and posixpath.normpath(path) == path
    return not inside or ELSEWHERE.search(path) is not None
