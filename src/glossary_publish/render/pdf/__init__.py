"""PDF: a handout that every reader opens, a screen reader reads and an archive keeps."""

from glossary_publish.render.pdf.press import load_weasyprint

# Before anything else imports a part of it: WeasyPrint looks for fonts when it is imported.
load_weasyprint()

from glossary_publish.render.pdf.edition import impose, prepare, render  # noqa: E402  the import above has to come first

__all__ = ["impose", "prepare", "render"]
