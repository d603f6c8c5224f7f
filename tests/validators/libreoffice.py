"""Word documents opened by LibreOffice, which is not ours and makes a PDF of what it understood."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.validators import Finding
from tests.validators.processes import broke_down, program, run_all


def convert(documents: Iterable[Path], folder: Path) -> list[Path]:
    """Make a PDF of each Word document in a folder; raises `RuntimeError` for one that is not opened.

    Two documents of one name would overwrite each other: they must differ.
    """
    files = [document.resolve() for document in documents]
    pdfs = [folder.resolve() / f"{file.stem}.pdf" for file in files]
    if len(set(pdfs)) < len(pdfs):
        raise ValueError(f"two of these have the same name: {', '.join(map(str, files))}")
    with TemporaryDirectory() as home:
        # A profile of its own: LibreOffice refuses to start twice in one.
        profile = f"-env:UserInstallation={(Path(home) / 'profile').as_uri()}"
        options = (profile, "--headless", "--norestore", "--convert-to", "pdf:writer_pdf_Export")
        (ended,) = run_all([(program("soffice"), *options, "--outdir", folder.resolve(), *files)], Path(home))
    if not all(pdf.is_file() for pdf in pdfs):
        raise broke_down(ended)
    return pdfs


def validate(documents: Iterable[Path]) -> list[Finding]:
    """Which Word documents LibreOffice does not open."""
    found = []
    for document in documents:
        with TemporaryDirectory() as folder:
            try:
                convert([document], Path(folder))
            except RuntimeError as error:
                found.append(Finding(str(document), "not-opened", str(error)))
    return found
