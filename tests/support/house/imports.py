"""Which packages of others the code imports."""

import ast
import re
import sys
from collections.abc import Mapping
from importlib.metadata import packages_distributions

NOT_EVERYWHERE = {"fcntl", "grp", "msvcrt", "pty", "pwd", "resource", "termios", "winreg"}
PART_OF = {"pydantic-core": "pydantic"}  # comes with the package that names it, in the one version that fits


def imported_packages(files: Mapping[str, str]) -> set[str]:
    """The packages, by their normalised names on an index, that files import anywhere."""
    modules = {name.partition(".")[0] for text in files.values() for name in _modules(text)}
    known = packages_distributions()
    foreign = modules - set(sys.stdlib_module_names)
    return {normalised(name) for module in foreign for name in known.get(module, [module])}


def unconditional(files: Mapping[str, str]) -> list[str]:
    """Modules that only some systems have, imported where every system would fail."""
    return [
        f"{name}: {module}"
        for name, text in files.items()
        for node in ast.parse(text).body
        for module in _modules(ast.unparse(node))
        if isinstance(node, ast.Import | ast.ImportFrom) and module in NOT_EVERYWHERE
    ]


def normalised(name: str) -> str:
    """A package name as indexes compare it (PEP 503)."""
    plain = re.sub(r"[-_.]+", "-", name).lower()
    return PART_OF.get(plain, plain)


def _modules(text: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import(names=names):
                found += [name.name for name in names]
            case ast.ImportFrom(module=str(module), level=0):
                found.append(module)
            case _:
                pass
    return found
