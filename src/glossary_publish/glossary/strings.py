"""The strings of the layouts, by language."""

from collections.abc import Mapping

from glossary_publish.diagnostics import Report, UsageError
from glossary_publish.glossary.languages import broader
from glossary_publish.glossary.toml import read_toml_file
from glossary_publish.read.characters import check_decoded
from glossary_publish.workspace import Workspace

FOLDER = "layouts/strings"


def string_paths(language: str, there: Mapping[str, object], folder: str = FOLDER) -> list[str]:
    """The files with the strings of a language, the closest first: British English may add to English."""
    paths = (f"{folder}/{tag}.toml" for tag in broader(language))
    return [path for path in paths if path in there]


def read_strings(workspace: Workspace, language: str, folder: str = FOLDER) -> dict[str, str] | None:
    """The strings of a language; None if there are none. Raises `UsageError` for a file that cannot be used."""
    names = dict.fromkeys(f"{folder}/{name}" for name in workspace.names(folder))
    paths = string_paths(language, names, folder)
    strings: dict[str, str] = {}
    report = Report()
    for path in reversed(paths):
        file = read_toml_file(workspace, path)
        for key, value in file.table.items():
            place = file.place(key)
            if isinstance(value, str) and value.strip():
                check_decoded(value, place, report, language)
                strings[key] = value
            else:
                message = f"the string {key!r} is {value!r}"
                report.error("wrong-string", message, place, "write a text in quotation marks")
    if report.failed:
        raise UsageError(report)
    return strings if paths else None
