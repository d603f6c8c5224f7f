"""How deeply blocks may be nested. Beyond its own limit the parser would drop text without a word."""

from markdown_it.token import Token

from glossary_publish.read.markdown.source import Source

DEEPEST = 8  # lists in lists, or quotes in quotes
DEEPEST_LEVEL = 50  # of tokens of any kind; far below `parser.DEEPEST_PARSED`
LISTS = ("bullet_list", "ordered_list", "dl")


def too_deep(tokens: list[Token], source: Source) -> bool:
    """Report the first block that is nested too deeply; whether there was one."""
    depth = {"list": 0, "quote": 0}
    last = tokens[0] if tokens else None
    for token in tokens:
        last = token if token.map else last
        name, _, side = token.type.rpartition("_")
        kind = "list" if name in LISTS else "quote" if name == "blockquote" else ""
        if kind:
            depth[kind] += 1 if side == "open" else -1
        if last and (token.level > DEEPEST_LEVEL or (kind and depth[kind] > DEEPEST)):
            message = f"more than {DEEPEST} levels of lists or quotes stand inside each other"
            source.error("nested-too-deep", message, source.block(last), "make the text flatter")
            return True
    return False
