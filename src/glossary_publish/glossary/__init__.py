"""The glossary: everything in `content/`, read, checked against each other, and ready to be composed."""

from glossary_publish.glossary.loading import load_glossary
from glossary_publish.glossary.model import Boilerplate, EditionRow, Glossary, Settings

__all__ = ["Boilerplate", "EditionRow", "Glossary", "Settings", "load_glossary"]
