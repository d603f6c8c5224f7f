"""Markdown at random, of everything that an author can write and much that looks like it."""

from random import Random

INLINES = (
    "word",
    "two words",
    "*em*",
    "**st**",
    "***both***",
    "_em_",
    "un*be*lievable",
    "snake_case_word",
    "2 * 3",
    "a*b",
    "*",
    "**",
    "_",
    "`code`",
    "`` a`b ``",
    "`x * y`",
    r"\*lit\*",
    r"\_",
    r"\\",
    r"\`",
    "&amp;",
    "&lt;b&gt;",
    "&#42;",
    "&nbsp;",
    "&unknown;",
    "AT&T",
    "[link](https://example.org/a_b_c)",
    "[*em* link](article:x-y)",
    "[link](<https://example.org/a(b)>)",
    "[a [b] c](tel:988)",
    "[ref][one]",
    "[one]",
    "[one][]",
    "[not a link]",
    "[@key]",
    "[see @key, p. 4; @other, and more]",
    "[@key2018, pp. 3-5]",
    "[mot *juste*]{lang=fr}",
    "[^n1]",
    "[^n2]",
    "<https://example.org/x>",
    "<a@b.org>",
    "“q”",
    "r = 0.24",
    "80–87",
    "التحالف العلاجي",
    "治疗联盟",
    "line\nbreak",
    "hard  \nbreak",
    "hard\\\nbreak",
    "1. not list",
    "- not",
    "# not",
    "+ x",
    "a | b",
    "x < y",
    ": colon",
    "e\u0301",
    "so\u00adft",
    "*a **b** c*",
    "**a *b* c**",
    "*a*b*c*",
    "**bold**text",
    "text**bold**",
    "_a_b_",
    "__x__",
    "*(paren)*",
    "'q'",
    '"dq"',
    "!",
    "![",
    "]",
    "[",
    "(x)",
    "{x}",
    "1*2*3",
    "a_b",
    "*a",
    "b*",
    "**a",
    "b**",
    "``",
    "`",
    r"\@key",
    "a@b.com",
    "<",
    "5 > 3",
    "&",
    r"\&amp;",
    "*a [l*](tel:1)",
    "~",
    "a~b",
    "***a** b*",
    "***a* b**",
    "*a***b**",
    "**a***b*",
    "foo*bar*baz",
    "*foo*bar",
    "** is not",
    "*foo\nbar*",
    "[a\nb](tel:1)",
    "`a\nb`",
    r"\- x",
)
DEEPEST = 4


def manuscript(random: Random) -> str:
    """A text with its notes and addresses."""
    text = _blocks(random, 0, random.randint(1, 5))
    notes = "\n\n".join(_note(random, label) for label in ("n1", "n2") if f"[^{label}]" in text)
    text = f"{notes}\n\n{text}" if random.random() < 0.2 else f"{text}\n\n{notes}"
    if "[ref]" in text or "[one]" in text:
        text += "\n\n[one]: https://example.org/one"
    return text.strip() + "\n"


def _note(random: Random, label: str) -> str:
    text = random.choice((_words(random, 3), f"{_words(random, 2)}\n\n{_words(random, 2)}"))
    return f"[^{label}]: {_indented(text.replace('[^n1]', 'x').replace('[^n2]', 'y'), '    ')}"


def _words(random: Random, most: int, *, one_line: bool = False) -> str:
    text = " ".join(random.choice(INLINES) for _ in range(random.randint(1, most)))
    return text.replace("\n", " ") if one_line else text


def _indented(text: str, indent: str, first: str = "") -> str:
    head, *others = text.split("\n")
    return "\n".join((first + head, *(indent + line if line else "" for line in others)))


def _blocks(random: Random, depth: int, count: int) -> str:
    text = _block(random, depth)
    for _ in range(count - 1):
        text += random.choice(("\n\n", "\n\n", "\n\n", "\n")) + _block(random, depth)
    return text


def _block(random: Random, depth: int) -> str:
    chance = random.random()
    if chance < 0.35:
        return _words(random, 5)
    if chance < 0.7 and depth < DEEPEST:
        return _list(random, depth, numbered=chance > 0.55)
    if chance < 0.78 and depth < DEEPEST - 1:
        text = _indented(
            _blocks(random, depth + 1, random.choice((1, 2))), random.choice(("> ", "> ", ">")), "> "
        )
        return text.replace("\n\n", "\n>\n")
    if chance < 0.83:
        return "```\n" + random.choice(("code * x", "  a\n\n b", r"\* &amp; [x]")) + "\n```"
    if chance < 0.85:
        return "    " + random.choice(("code *x*", "a\n    b", "x\n\n    y"))
    return _words(random, 3) if depth else _at_top(random, chance)


def _list(random: Random, depth: int, *, numbered: bool) -> str:
    start, mark = random.choice((1, 1, 3, 7)), random.choice(".)" if numbered else "-*+")
    space = " " * random.choice((1, 1, 1, 2, 3))
    items = []
    for number in range(start, start + random.randint(1, 3)):
        lead = (f"{number}{mark}" if numbered else mark) + space
        inner = _blocks(random, depth + 1, random.choice((1, 1, 1, 2)))
        items.append(_indented(inner, " " * len(lead), lead))
    return random.choice(("\n", "\n\n")).join(items)


def _at_top(random: Random, chance: float) -> str:
    """What may stand in nothing else."""
    if chance < 0.9:
        anchor = f" {{#abc{random.randint(1, 9999)}}}"
        return f"## {_words(random, 3, one_line=True)}" + random.choice(("", " {.faq}", " ##", anchor))
    if chance < 0.94:
        return _table(random)
    if chance < 0.97:
        return "\n\n".join(_entry(random) for _ in range(random.randint(1, 2)))
    return r"![alt *x* \* y](images/a_b.png" + random.choice(("", ' "Cap *x* &amp; [@key]"', " 'cap'")) + ")"


def _table(random: Random) -> str:
    width, rule = random.randint(1, 3), random.choice(("|---", "|:--", "|:-:", "| - "))
    rows = []
    for _ in range(random.randint(2, 3)):
        cells = (_words(random, 2, one_line=True).replace("|", "\\|") for _ in range(width))
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join((rows[0], rule * width + "|", *rows[1:]))


def _entry(random: Random) -> str:
    meanings = (
        _indented(_blocks(random, 1, random.choice((1, 1, 2))), "  ", ": ")
        for _ in range(random.randint(1, 2))
    )
    return _words(random, 2, one_line=True) + random.choice(("\n", "\n\n")) + "\n".join(meanings)
