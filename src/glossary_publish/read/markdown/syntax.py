"""Inlines of our own: citations (`[@key, p. 4]`), words in another language (`[mot]{lang=fr}`), note marks (`[^1]`)."""

import re

from markdown_it.rules_inline import StateInline

BRACKETS = re.compile(r"\[([^\[\]`]*)\](?!\()")
CITED = re.compile(r"(?<![\w\\])@")
MARK = re.compile(r"\[\^([^\s\[\]]+)\]")
ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")


def citation(state: StateInline, silent: bool) -> bool:
    """A pair of brackets with an `@key` in it; its text is taken apart later."""
    if state.src[state.pos] != "[":
        return False
    match = BRACKETS.match(state.src, state.pos, state.posMax)
    if match is None or not CITED.search(match[1]) or state.src.startswith("{", match.end()):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True


def language_span(state: StateInline, silent: bool) -> bool:
    """Bracketed words with attributes in braces; which attributes is judged later."""
    if state.src[state.pos] != "[" or state.src.find("]{", state.pos) < 0:
        return False
    start, maximum = state.pos, state.posMax
    end = state.md.helpers.parseLinkLabel(state, start)
    if end < 0:
        return False
    match = ATTRIBUTES.match(state.src, end + 1, maximum)
    if match is None:
        return False
    if not silent:
        state.posMax = end
        opening = state.push("span_open", "span", 1)
        opening.info = match[1].strip()
        state.pos = start + 1
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = match.end(), maximum
    return True


def note_mark(state: StateInline, silent: bool) -> bool:
    """The mark of a footnote, whether or not there is a note of that name."""
    match = MARK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("note_mark", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True
