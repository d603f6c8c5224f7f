"""Flow style splits at commas: sentences and names in brackets or braces fall apart."""

from collections.abc import Sequence as Items

from ruamel.yaml.events import Event, ScalarEvent

from glossary_publish.diagnostics import Report
from glossary_publish.read.yaml.traps import quoted
from glossary_publish.read.yaml.tree import Mapping, Scalar, Sequence


def report_split_list(sequence: Sequence, events: Items[Event], line: str, report: Report) -> None:
    """Report the first entry of a `[a, b]` that holds more than one word and no quotation marks."""
    for item, event in zip(sequence.items, events, strict=True):
        if (
            isinstance(item, Scalar)
            and isinstance(event, ScalarEvent)
            and not event.style
            and " " in item.text
        ):
            texts = [entry for entry in sequence.items if isinstance(entry, Scalar)]
            entries = ", ".join(quoted(entry.text) if " " in entry.text else entry.text for entry in texts)
            before = line[: sequence.span.column - 1].strip()
            help = f"write: {before} [{entries}], or each entry on a line of its own after a dash"
            message = "words without quotation marks in a list in brackets, which YAML splits at each comma"
            report.error("words-in-flow-list", message, item.span, help)
            return


def report_split_entries(mapping: Mapping, report: Report) -> None:
    """Report an entry of a `{key: value}` that has no value: the second half of a value with a comma."""
    before = None
    for key, value in mapping.entries:
        if value == Scalar("", key.span):
            help = "give it a value"
            if before and isinstance(before[1], Scalar):
                help = f"write: {before[0].text}: {quoted(f'{before[1].text}, {key.text}')}"
            message = f"{key.text!r} has no value: YAML splits what stands in braces at each comma"
            report.error("value-split-at-comma", message, key.span, help)
        before = (key, value)
