"""Reads a finished PDF back, twice: as a screen reader follows its structure tree, and as it is painted."""

from glossary_publish.verify.inspect.pdf.inspector import inspect

__all__ = ["inspect"]
