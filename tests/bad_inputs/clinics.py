"""Bad clinics: each fault stands in a clinic of its own, so that all of them can be tried in one build."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import PIL.Image

from tests.bad_inputs.images import gif, huge_png, moving, png, svg, use_bomb
from tests.bad_inputs.project import MARK, Project
from tests.glossary.clinics.sample import CLINIC, LOGO

FOLDER = "content/clinics"
LOGO_LINE = 'logo = "logo.svg"'
COLOUR_LINE = 'colour = "#00594c"'
Files = dict[str, bytes | str]


@dataclass(frozen=True, slots=True)
class Case:
    """A fault of one clinic. `text` is its file, with ▶ where the fault is told; `place` says it of other files.

    `files` lie beside it; `act` does what no file can.
    """

    name: str
    code: str
    text: str | bytes = CLINIC
    files: Files = field(default_factory=dict)
    place: str = ""
    act: Callable[[Path], object] | None = None
    follows: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The name of its clinic."""
        return self.name.lower().replace(" ", "-")

    @property
    def folder(self) -> str:
        """Where its clinic lies."""
        return f"{FOLDER}/{self.slug}"

    def put(self, project: Project) -> None:
        """Write the clinic with its fault."""
        data = self.text.replace(MARK, "") if isinstance(self.text, str) else self.text
        project.write(f"{self.folder}/clinic.toml", data)
        for name, file in {"logo.svg": LOGO, **self.files}.items():
            project.write(f"{self.folder}/{name}", file)
        if self.act:
            self.act(project.root / self.folder)


def _with(name: str, code: str, old: str, new: str) -> Case:
    """A clinic with some words of its file changed."""
    assert old in CLINIC
    return Case(name, code, CLINIC.replace(old, new, 1))


def _logo(name: str, code: str, file: str, data: bytes | str | None = None) -> Case:
    """A clinic with another logo; the fault is told where it is named."""
    text = CLINIC.replace(LOGO_LINE, f'{MARK}logo = "{file}"')
    return Case(name, code, text, {} if data is None else {file: data})


def _brand(name: str, code: str, brand: str) -> Case:
    """A clinic whose logo and colour stand in a brand."""
    text = CLINIC.replace(LOGO_LINE + "\n", "").replace(COLOUR_LINE + "\n", "")
    return Case(name, code, text, {"brand.yml": brand.replace(MARK, "")}, _place_in_brand(brand))


def _place_in_brand(brand: str) -> str:
    before = brand.partition(MARK)[0]
    return f"brand.yml:{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"


def _picture(
    mode: str, format: str, colour: object = 0, size: tuple[int, int] = (60, 40), **options: object
) -> bytes:
    out = io.BytesIO()
    PIL.Image.new(mode, size, colour).save(out, format, **options)  # type: ignore[arg-type]  # any mode has its colours
    return out.getvalue()


def _link(target: str) -> Callable[[Path], object]:
    def make(folder: Path) -> None:
        (folder / "logo.svg").unlink()
        (folder / "logo.svg").symlink_to(target)

    return make


def _folder_in_place_of_file(folder: Path) -> None:
    (folder / "clinic.toml").unlink()
    (folder / "clinic.toml").mkdir()


MARKED_LOGO = CLINIC.replace(LOGO_LINE, MARK + LOGO_LINE)
TOP = MARK + "name = "  # the first line of the file

READING = (
    _with("a name missing", "missing-setting", 'name = "Corner Clinic"\n', ""),
    _with("a name empty", "wrong-setting", 'name = "Corner Clinic"', MARK + 'name = " "'),
    _with("a name that is a number", "wrong-setting", 'name = "Corner Clinic"', MARK + "name = 12"),
    _with("a name too long", "wrong-setting", 'name = "Corner Clinic"', f'{MARK}name = "{"Clinic " * 40}"'),
    _with(
        "a name turned around",
        "direction-control",
        'name = "Corner Clinic"',
        MARK + 'name = "Corner \\u202e Clinic"',
    ),
    _with(
        "a name with a hidden letter",
        "invisible-character",
        'name = "Corner Clinic"',
        MARK + 'name = "Cor\\u200bner"',
    ),
    _with(
        "an address of many lines",
        "wrong-setting",
        'address = ["1 Sample Street", "Exampletown"]',
        MARK + 'address = ["a", "b", "c", "d", "e", "f"]',
    ),
    _with(
        "an address that is one text",
        "wrong-setting",
        'address = ["1 Sample Street", "Exampletown"]',
        MARK + 'address = "1 Sample Street"',
    ),
    _with("an address missing", "missing-setting", 'address = ["1 Sample Street", "Exampletown"]\n', ""),
    _with("no telephone", "missing-setting", '[[phones]]\nlabel = "Appointments"\nnumber = "555-0100"\n', ""),
    _with("a telephone of letters", "wrong-setting", 'number = "555-0100"', MARK + 'number = "CALL-US"'),
    _with(
        "a telephone without label",
        "missing-setting",
        '[[phones]]\nlabel = "Appointments"\n',
        f"[[{MARK}phones]]\n",
    ),
    _with(
        "a telephone with a fax",
        "unknown-setting",
        'number = "555-0100"',
        f'number = "555-0100"\n{MARK}fax = "555-0100"',
    ),
    _with(
        "hours in no language",
        "wrong-setting",
        'hours = "Weekdays, 9 to 5"',
        MARK + 'hours.english = "Weekdays"',
    ),
    _with(
        "hours empty in a language",
        "wrong-setting",
        'hours = "Weekdays, 9 to 5"',
        f'{MARK}hours.en = ""\nhours.es = "De 9 a 17"',
    ),
    _with(
        "a website that is none",
        "wrong-setting",
        'website = "https://corner.example.org"',
        MARK + 'website = "javascript:alert(1)"',
    ),
    _with(
        "feedback to nowhere",
        "wrong-setting",
        'feedback = "sheets@corner.example.org"',
        MARK + 'feedback = "the front desk"',
    ),
    _with("a key misspelt", "unknown-setting", COLOUR_LINE, MARK + 'color = "#00594c"'),
    _with("a region in words", "wrong-setting", COLOUR_LINE, f'{COLOUR_LINE}\n{MARK}region = "Utopia"'),
    _with("a paper unknown", "wrong-setting", COLOUR_LINE, f'{COLOUR_LINE}\n{MARK}paper = "papyrus"'),
    _with("a layout unknown", "wrong-setting", COLOUR_LINE, f'{COLOUR_LINE}\n{MARK}layouts = ["poster"]'),
    _with(
        "large print of no kind",
        "wrong-setting",
        COLOUR_LINE,
        f'{COLOUR_LINE}\n{MARK}layouts = ["large-print"]',
    ),
    _with("references of no mode", "wrong-setting", COLOUR_LINE, f'{COLOUR_LINE}\n{MARK}references = "none"'),
    _with(
        "lines for something else",
        "wrong-setting",
        'write_in = ["questions", ',
        MARK + 'write_in = ["signature", ',
    ),
    _with(
        "a head of half a page", "wrong-setting", COLOUR_LINE, f"{COLOUR_LINE}\n{MARK}preprinted_top = 200"
    ),
    _with("a head in words", "wrong-setting", COLOUR_LINE, f'{COLOUR_LINE}\n{MARK}preprinted_top = "wide"'),
    _with("a patients name", "patient-data", COLOUR_LINE, f'{COLOUR_LINE}\n{MARK}patient_name = "Jo Doe"'),
    _with(
        "a date of birth", "patient-data", COLOUR_LINE, f'{COLOUR_LINE}\n{MARK}date_of_birth = "2000-01-01"'
    ),
    _with(
        "a field of a mail merge",
        "merge-field",
        'hours = "Weekdays, 9 to 5"',
        MARK + 'hours = "For <<First_Name>>"',
    ),
    _with(
        "a placeholder of a template",
        "merge-field",
        'name = "Corner Clinic"',
        MARK + 'name = "Corner {{ patient }}"',
    ),
    _with(
        "an injected template",
        "merge-field",
        'name = "Corner Clinic"',
        MARK + 'name = "{% for x in range(9999999) %}x{% endfor %}"',
    ),
    _with(
        "a field in brackets",
        "merge-field",
        'language_help = "Need',
        MARK + 'language_help = "Dear [patient name], need',
    ),
    _with(
        "a disclaimer of its own",
        "locked-for-clinics",
        COLOUR_LINE,
        f'{COLOUR_LINE}\n{MARK}disclaimer = "Ask nobody."',
    ),
    _with(
        "a crisis notice of its own",
        "locked-for-clinics",
        COLOUR_LINE,
        f'{COLOUR_LINE}\n{MARK}crisis_notice = "Call us."',
    ),
    _with(
        "strings of its own", "locked-for-clinics", COLOUR_LINE, f'{COLOUR_LINE}\n{MARK}strings = "mine.toml"'
    ),
    Case("boilerplate of its own", "locked-for-clinics", CLINIC, {"disclaimer.en.md": "Ask nobody."}),
    Case(
        "a file that is no toml",
        "malformed-toml",
        CLINIC.replace('name = "Corner Clinic"', 'name = "Corner Clinic'),
        place="clinic.toml:1:22",
    ),
    Case(
        "a file in another encoding",
        "not-utf-8",
        CLINIC.replace("Corner", "Córner").encode("latin-1"),
        place="clinic.toml:1:10",
    ),
    Case("a file that is nested without end", "malformed-toml", "name = " + "[" * 5000),
    Case("a file that is a folder", "not-a-file", act=_folder_in_place_of_file),
    Case("no file", "clinic-without-file", act=lambda folder: (folder / "clinic.toml").unlink()),
    Case(
        "a file that leads out", "path-outside-project", act=lambda folder: _elsewhere(folder / "clinic.toml")
    ),
    Case("Upper_Case", "clinic-misnamed"),
)


def _elsewhere(file: Path) -> None:
    file.unlink()
    file.symlink_to("/etc/hostname")


LOGOS = (
    _logo("a logo on the web", "logo-elsewhere", "https://north.example.org/logo.png"),
    _logo("a logo without a scheme", "logo-elsewhere", "//north.example.org/logo.png"),
    _logo("a logo in the text", "logo-elsewhere", "data:image/png;base64,AAAA"),
    _logo("a logo by its path", "logo-elsewhere", "/etc/passwd"),
    _logo("a logo of another clinic", "logo-elsewhere", "../good/logo.svg"),
    _logo("a logo far above", "logo-elsewhere", "../../../../../../etc/logo.png"),
    _logo("a logo with an escape", "image-outside-content", "lo%2Fgo.png"),
    _logo("a logo missing", "missing-image", "lost.png"),
    _logo("a logo in upper case", "missing-image", "LOGO.svg"),
    _logo("a logo that is a document", "unsupported-image", "logo.pdf", b"%PDF-1.4"),
    _logo("a logo without an ending", "unsupported-image", "logo", b"x"),
    Case("a logo that leads out", "path-outside-project", MARKED_LOGO, act=_link("/etc/hostname")),
    Case("a logo that leads to itself", "not-a-file", MARKED_LOGO, act=_link("logo.svg")),
    Case("a logo that leads nowhere", "missing-image", MARKED_LOGO, act=_link("lost.svg")),
    _logo("a logo of 60000 pixels", "image-too-large", "large.png", huge_png(60_000)),
    _logo("a logo that is wide", "image-too-large", "wide.png", _picture("1", "PNG", size=(60_000, 2))),
    _logo("a logo cut short", "damaged-image", "short.png", png(300, 200)[:80]),
    _logo("a logo that is text", "damaged-image", "text.png", b"This is no picture."),
    _logo("a logo misnamed", "misnamed-image", "other.png", gif()),
    _logo("a logo that moves", "moving-image", "moving.gif", moving()),
    _logo("a logo all white", "blank-logo", "white.png", _picture("RGB", "PNG", (255, 255, 255))),
    _logo("a logo all clear", "blank-logo", "clear.png", _picture("RGBA", "PNG", (0, 0, 0, 0))),
    _logo("a logo without shapes", "blank-logo", "empty.svg", svg("<title>Nothing</title>")),
    _logo("a logo with a script", "unsafe-svg", "script.svg", svg("<script>alert(1)</script>")),
    _logo(
        "a logo with a handler",
        "unsafe-svg",
        "handler.svg",
        svg('<rect width="9" height="9" onload="alert(1)"/>'),
    ),
    _logo(
        "a logo that loads a picture",
        "unsafe-svg",
        "loads.svg",
        svg('<image href="https://north.example.org/x.png"/>'),
    ),
    _logo(
        "a logo that loads a style",
        "unsafe-svg",
        "style.svg",
        svg("<style>@import url(https://north.example.org/x.css);</style><rect/>"),
    ),
    _logo(
        "a logo with an entity",
        "unsafe-svg",
        "entity.svg",
        svg("<text>&a;</text>", '<!DOCTYPE svg [<!ENTITY a "b">]>'),
    ),
    _logo(
        "a logo of entities without end",
        "unsafe-svg",
        "laughs.svg",
        svg(
            "<text>&c;</text>", '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'
        ),
    ),
    _logo("a logo that is a bomb", "unsafe-svg", "bomb.svg", use_bomb()),
    _logo("a logo in circles", "unsafe-svg", "circle.svg", svg('<g id="a"><use xlink:href="#a"/></g>')),
    _logo(
        "a logo of foreign words",
        "unsafe-svg",
        "foreign.svg",
        svg("<foreignObject><p>Call us</p></foreignObject>"),
    ),
    _logo(
        "a logo without size",
        "unsafe-svg",
        "size.svg",
        '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
    ),
    _logo("a logo that is no xml", "unsafe-svg", "broken.svg", "<svg><rect>"),
)

BRANDS = (
    _with("a colour too light", "faint-colour", COLOUR_LINE, MARK + 'colour = "#7fb8ad"'),
    _with("a colour nearly dark enough", "faint-colour", COLOUR_LINE, MARK + 'colour = "#777777"'),
    _with("a colour that is white", "faint-colour", COLOUR_LINE, MARK + 'colour = "#fff"'),
    _with("a colour by name", "wrong-colour", COLOUR_LINE, MARK + 'colour = "teal"'),
    _with("a colour that is a function", "wrong-colour", COLOUR_LINE, MARK + 'colour = "rgb(0, 90, 80)"'),
    _with(
        "a colour with more in it",
        "wrong-colour",
        COLOUR_LINE,
        MARK + 'colour = "#00594c; } body { display: none"',
    ),
    _with("a colour with a clear part", "wrong-colour", COLOUR_LINE, MARK + 'colour = "#00594c80"'),
    _brand("a brand with a faint colour", "faint-colour", f'color:\n  primary: {MARK}"#ffe680"\n'),
    _brand(
        "a brand in circles", "wrong-brand", f"color:\n  palette:\n    a: b\n    b: {MARK}a\n  primary: a\n"
    ),
    _brand("a brand with no colour", "wrong-brand", f"color:\n  primary:\n    {MARK}light: a\n"),
    _brand("a brand whose colour is gone", "unquoted-hash", f"color:\n  primary: {MARK}#00594c\n"),
    _brand("a brand without a logo file", "missing-image", f"logo: {MARK}lost.png\n"),
    _brand(
        "a brand with a logo on the web",
        "logo-elsewhere",
        f"logo:\n  medium: {MARK}https://north.example.org/logo.png\n",
    ),
    _brand("a brand that is misspelt", "unknown-key", f"{MARK}colour:\n  primary: navy\n"),
    _brand("a brand with an alias", "yaml-alias", f"logo: {MARK}*logo\n"),
    _brand("a brand that is no mapping", "yaml-without-keys", f"{MARK}- logo\n"),
)
CASES = (*READING, *LOGOS, *BRANDS)
