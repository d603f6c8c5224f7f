"""Random edits of what editions look like: layouts, their words, citation styles, fonts, and the brand of a clinic."""

import shutil

from tests.build.desk import BRANDED, EBOOKS, PRINTED, Desk, Edit
from tests.glossary.clinics.sample import png
from tests.support.house.sources import ROOT
from tests.support.own_font import FILE, HAN, OWN, ROW, font

SHARED = (
    "theme.toml",
    "strings/en.toml",
    "citation-styles/ama.csl",
    "fonts/NotoSans-Bold.ttf",
    "finder/page.css",
)
OF_LAYOUTS = (
    "ebook/style.css",
    "ebook/text.xhtml",
    "ebook/layout.toml",
    "word/styles.xml",
    "handout/handout.css",
)
COLOURS = ("#00594c", "#333366", "#663333")


def looks(desk: Desk) -> str:
    """A file of the layouts, of which the tool has one too."""
    name = desk.chance.choice((*SHARED, *OF_LAYOUTS))
    path = desk.root / "layouts" / name
    if path.exists():
        path.unlink()
        return f"{name} goes"
    path.parent.mkdir(parents=True, exist_ok=True)
    data = (ROOT / "layouts" / name).read_bytes()
    endings = {".css": b"\n/* other */\n", ".toml": b"\n# other\n", ".csl": b"\n<!-- other -->\n"}
    if name.endswith(".ttf"):
        data = (ROOT / "layouts/fonts/NotoSans-Regular.ttf").read_bytes()
    path.write_bytes(data + endings.get(path.suffix, b"\n"))
    return f"{name} comes"


def a_layout(desk: Desk) -> str:
    folder = desk.root / "layouts/paperback"
    if folder.exists():
        desk.rows(EBOOKS)
        shutil.rmtree(folder)
        return "a layout goes"
    desk.write("layouts/paperback/layout.toml", 'extends = "ebook"\ntitle = "Paperback"\n')
    desk.rows(EBOOKS.replace('"ebook"', '"ebook", "paperback"'))
    return "a layout comes"


def words_of_the_layouts(desk: Desk) -> str:
    language, words = desk.chance.choice(
        (
            ("en", ('updated = "Updated"', 'updated = "Changed"', 'updated = "Edited"')),
            ("es", ('updated = "Actualizado"', 'updated = "Cambiado"', 'updated = "Editado"')),
        )
    )
    return desk.swap(desk.own_layouts(f"strings/{language}.toml"), *words)


def a_file_of_citation_styles(desk: Desk) -> str:
    """The style or the terms of a language are the project's own, and say something else."""
    name, words = desk.chance.choice(
        (
            ("ama.csl", ('<group delimiter="; ">', '<group delimiter=", ">')),
            ("apa.csl", ('<text value="', '<text  value="')),
            ("locales-en-US.xml", ('<term name="accessed">', '<term name="accessed" >')),
            ("locales-es-ES.xml", ('<term name="accessed">', '<term name="accessed" >')),
        )
    )
    return desk.swap(desk.own_layouts(f"citation-styles/{name}"), *words)


def an_own_font(desk: Desk) -> str:
    """A font of the project comes, is replaced, or goes, and most often its file with it."""
    if desk.once_in(2):
        desk.rows(PRINTED)
    listed, file = desk.root / OWN, desk.root / FILE
    if listed.exists() and desk.once_in(3):
        listed.unlink()
        if desk.once_in(2):
            file.unlink(missing_ok=True)
        return "a font goes"
    if listed.exists() and desk.once_in(6):
        file.unlink(missing_ok=True)
        return "the file of a font goes"
    letters, narrowest = desk.chance.choice((HAN, HAN[0], f"一{HAN}")), desk.chance.choice((500, 600, 700))
    desk.put(FILE, font(letters, narrowest=narrowest))
    desk.write(OWN, ROW.replace("Sample", desk.chance.choice(("Sample", "Other"))))
    return f"a font of {letters}, {narrowest}"


def a_clinic(desk: Desk) -> str:
    if not (desk.root / BRANDED).exists():
        desk.open_clinic()
        return "a clinic comes"
    if "clinics" not in desk.read("content/glossary.toml") and desk.chance.randrange(2):
        shutil.rmtree(desk.root / BRANDED)
        return "a clinic goes"
    number = ('number = "555-0100"', 'number = "555-0109"', 'number = "555-0108"')
    return desk.swap(f"{BRANDED}/clinic.toml", *number)


def a_logo(desk: Desk) -> str:
    """A logo is drawn otherwise, is another file, is named no more, or is gone."""
    desk.open_clinic()
    if desk.once_in(6):
        (desk.root / BRANDED / "logo.svg").unlink(missing_ok=True)
        return "a logo goes"
    if not (desk.root / BRANDED / "logo.svg").exists() or desk.once_in(2):
        radius = desk.chance.choice((60, 70, 84))
        drawn = (ROOT / BRANDED / "logo.svg").read_text("utf-8").replace('r="84"', f'r="{radius}"')
        desk.write(f"{BRANDED}/logo.svg", drawn)
        return f"a logo of {radius}"
    desk.put(f"{BRANDED}/logo.png", png(desk.chance.choice((40, 50, 60)), 50))
    return desk.swap(
        f"{BRANDED}/clinic.toml", 'logo = "logo.svg"', 'logo = "logo.png"', "# no logo in this file"
    )


def a_brand(desk: Desk) -> str:
    """The brand of a clinic: in its file or in one of two beside it, of which one goes before the other."""
    desk.open_clinic()
    done = desk.swap(f"{BRANDED}/clinic.toml", *(f'colour = "{one}"' for one in COLOURS), "# no colour here")
    path = desk.root / BRANDED / desk.chance.choice(("brand.yml", "_brand.yml"))
    if path.exists() and desk.once_in(2):
        path.unlink()
        return f"{done}, {path.name} goes"
    path.write_text(f"color:\n  primary: '{desk.chance.choice(COLOURS)}'\nlogo: logo.svg\n", "utf-8")
    return f"{done}, {path.name} comes"


LOOKS: tuple[Edit, ...] = (
    looks,
    a_layout,
    words_of_the_layouts,
    a_file_of_citation_styles,
    an_own_font,
    a_clinic,
    a_logo,
    a_brand,
)
