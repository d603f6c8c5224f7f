"""What the parser would change in lists without a word: numbers that do not count up, and boxes to tick."""

import re

from markdown_it.token import Token

from glossary_publish.read.markdown.source import Source

TASK = re.compile(r"\[[ xX]\](?=\s|$)")


def check_numbers(items: list[Token], source: Source) -> None:
    """Report a numbered list whose numbers neither count up nor are all the same: it would be numbered anew."""
    numbers = [int(item.info) for item in items]
    counted = list(range(numbers[0], numbers[0] + len(numbers)))
    if numbers in (counted, [numbers[0]] * len(numbers)):
        return
    for item, number, right in zip(items, numbers, counted, strict=True):
        if number != right:
            message = f"the item is numbered {number}, and would be printed as {right}"
            help = "number the items one after the other; write \\. after a number that is none"
            source.error("list-numbering", message, source.block(item), help)
            return


def check_task(item: list[Token], source: Source) -> None:
    """Report a box to tick at the beginning of a list item."""
    text = item[2] if len(item) > 3 else None
    if text is not None and text.type == "inline" and TASK.match(text.content):
        help = "delete the brackets, or write \\[ for a bracket"
        source.error("task-list", "a box to tick stands in a list", source.block(item[0]), help)
