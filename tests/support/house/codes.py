"""Diagnostic codes: those that are raised, found in the code itself.

A code is a text that is handed to a parameter or field called `code`, or bound to a variable of that name.
"""

import ast
from collections.abc import Iterator, Mapping


def raised_codes(files: Mapping[str, str]) -> dict[str, str]:
    """Every code that stands in the code, and a file that raises it."""
    trees = {name: ast.parse(text) for name, text in files.items()}
    takers = {name: place for tree in trees.values() for name, place in _takers(tree)}
    return {code: name for name, tree in trees.items() for code in _codes(tree, takers)}


def literals(files: Mapping[str, str]) -> set[str]:
    """Every text that stands in the code."""
    return {
        node.value
        for text in files.values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _takers(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Functions and records that take a code, and at which place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg not in ("self", "cls")]
            if "code" in names:
                yield node.name, names.index("code")
        elif isinstance(node, ast.ClassDef):
            fields = [
                line.target.id
                for line in node.body
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
            ]
            if "code" in fields and _is_text(node):
                yield node.name, fields.index("code")


def _is_text(record: ast.ClassDef) -> bool:
    """Whether the field is a diagnostic code: the edition code of a record has the same name and is none."""
    return not any(
        isinstance(line, ast.AnnAssign)
        and isinstance(line.target, ast.Name)
        and line.target.id == "source_hash"
        for line in record.body
    )


def _codes(tree: ast.AST, takers: Mapping[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)) if called in takers:
                place = takers[called]
                if place < len(node.args):
                    yield from _texts(node.args[place])
                for keyword in node.keywords:
                    if keyword.arg == "code":
                        yield from _texts(keyword.value)
            case ast.Assign(targets=[target], value=value):
                yield from _bound(target, value)
            case _:
                pass


def _bound(target: ast.expr, value: ast.expr) -> Iterator[str]:
    """The texts that an assignment gives to `code`."""
    match target, value:
        case ast.Name(id="code"), _:
            yield from _texts(value)
        case ast.Tuple(elts=names), ast.Tuple(elts=values) if len(names) == len(values):
            for name, part in zip(names, values, strict=True):
                yield from _bound(name, part)
        case _:
            pass


def _texts(value: ast.expr) -> Iterator[str]:
    match value:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.IfExp(body=first, orelse=second):
            yield from _texts(first)
            yield from _texts(second)
        case _:
            pass
