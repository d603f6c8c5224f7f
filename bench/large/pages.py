"""The handouts of a project as the HTML and the style sheet that we give to WeasyPrint, written into a folder.

python -m bench.large.pages PROJECT FOLDER
"""

import sys
from pathlib import Path
from urllib.parse import quote

from glossary_publish.build.material import Material
from glossary_publish.render.pdf.document import document, stylesheet

LAYOUT = "handout"


def write_pages(project: Path, folder: Path) -> None:
    """One page for each article, and what they fetch under the last part of its address."""
    material = Material(project)
    layout = material.layout(LAYOUT).layout
    files = {font.path: font.data for font in layout.fonts}
    pages = {}
    for edition in material.editions():
        if edition.layout == LAYOUT:
            pages[f"{edition.slug}.html"] = document(material.compose(edition), layout, files)
    folder.mkdir()
    (folder / "files").mkdir()
    for name, page in {**pages, "handout.css": stylesheet("ltr", layout)}.items():
        (folder / name).write_text(page, "utf-8")
    for name, data in files.items():
        (folder / "files" / quote(name, safe="")).write_bytes(data)


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]), Path(sys.argv[2]))
