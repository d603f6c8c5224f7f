"""One YAML text: what may not stand in any, then the quick way for plain ones and the parser for all others."""

from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.characters import check_characters
from glossary_publish.read.yaml.plain import read_plain
from glossary_publish.read.yaml.tree import Tree

LARGEST = 4 * 1024 * 1024


def read_yaml(text: str, path: str, first_line: int, report: Report, language: str = "en") -> Tree | None:
    """Read one YAML mapping; None after errors. `first_line` is the line of the file on which `text` begins."""
    found = Report()
    tree = _read(text, path, first_line, found, language)
    report.extend(found)
    return None if found.failed else tree


def _read(text: str, path: str, first_line: int, report: Report, language: str) -> Tree | None:
    if len(text) > LARGEST:
        message = f"the YAML has {len(text):,} characters; at most {LARGEST:,} are read"
        report.error("yaml-too-large", message, Span(path, first_line), "split the file")
        return None
    if not check_characters(text, path, first_line, report, language):
        return None
    if "\t" in text:
        before = text[: text.index("\t")]
        column = len(before.rpartition("\n")[2]) + 1
        span = Span(path, first_line + before.count("\n"), column, column + 1)
        report.error("tab-in-yaml", "a tab stands in the YAML", span, "use spaces; a tab has no fixed width")
        return None
    plain = read_plain(text, path, first_line)
    if plain is not None:
        return plain
    from glossary_publish.read.yaml.composing import compose_yaml

    return compose_yaml(text, path, first_line, report, language)
