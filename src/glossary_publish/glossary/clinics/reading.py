"""Reads the clinics: `content/clinics/<slug>/clinic.toml`, a brand beside it, and the logo that one of them names."""

from glossary_publish.diagnostics import EnvironmentFault, PublishError, Report, Span
from glossary_publish.glossary.clinics.brand import NO_BRAND, read_brand
from glossary_publish.glossary.clinics.logo import read_logo
from glossary_publish.glossary.clinics.model import FOLDER, FULL, LARGE_PRINT, MODES, WRITE_IN, Clinic
from glossary_publish.glossary.clinics.refusals import locked_texts, patients
from glossary_publish.glossary.clinics.values import Found, Values
from glossary_publish.glossary.model import Settings
from glossary_publish.glossary.settings import LANGUAGE, NAME, REGION
from glossary_publish.glossary.tables import TableReader
from glossary_publish.glossary.toml import TomlFile, read_toml_file
from glossary_publish.layout import layout_names, layout_papers
from glossary_publish.workspace import Workspace

KEYS = (
    "name language address phones hours language_help website feedback region paper layouts large_print references"
    " write_in logo colour preprinted_top"
).split()
FILE, BRANDS = "clinic.toml", ("_brand.yml", "brand.yml")
PREPRINTED = (10.0, 120.0)  # millimetres; more would push the crisis notice off the first page


def clinic_slugs(workspace: Workspace) -> tuple[str, ...]:
    """The names of the folders of clinics, sorted."""
    return tuple(name.rstrip("/") for name in workspace.names(FOLDER) if name.endswith("/"))


def read_clinics(workspace: Workspace, settings: Settings, report: Report) -> tuple[Clinic, ...]:
    """Every clinic without faults; those of the others are reported."""
    found = []
    for slug in clinic_slugs(workspace):
        faults = Report()
        clinic = _read(workspace, slug, settings, faults)
        report.extend(faults)
        if clinic is not None and not faults.failed:
            found.append(clinic)
    return tuple(found)


def _read(workspace: Workspace, slug: str, settings: Settings, report: Report) -> Clinic | None:
    path = f"{FOLDER}/{slug}/{FILE}"
    if not NAME.fullmatch(slug):
        help = "call the folder by small letters, digits and hyphens: finished files lie in one of its name"
        report.error("clinic-misnamed", f"a clinic may not be called {slug!r}", Span(path), help)
        return None
    if not {FILE, f"{FILE}/"} & {*workspace.names(f"{FOLDER}/{slug}")}:
        help = "write one, or take the folder away; docs/clinics.md shows what stands in it"
        report.error("clinic-without-file", f"there is no {path}", Span(path), help)
        return None
    try:
        return _clinic(workspace, slug, read_toml_file(workspace, path), settings, report)
    except EnvironmentFault:
        raise
    except PublishError as error:
        report.extend(error.diagnostics)
        return None


def _clinic(workspace: Workspace, slug: str, file: TomlFile, settings: Settings, report: Report) -> Clinic:
    names = workspace.names(f"{FOLDER}/{slug}")
    reader = TableReader(file, report, file.table)
    reader.refuse_unknown([*KEYS, *patients(reader), *locked_texts(reader, settings.roles, names)])
    values = Values(reader, _language(reader, settings))
    layouts = values.choices("layouts", (*layout_names(workspace), LARGE_PRINT), ("handout",))
    beside = next((f"{FOLDER}/{slug}/{name}" for name in BRANDS if name in names), "")
    brand = read_brand(workspace, beside, report) if beside else NO_BRAND
    logo, colour = values.found("logo", brand.logo), values.found("colour", brand.colour)
    image = read_logo(workspace, f"{FOLDER}/{slug}", logo, report) if logo else None
    places = {key: reader.place(key) for key in file.table}
    sources = [file.path, *filter(None, [beside])]
    return Clinic(
        slug=slug,
        name=values.line("name"),
        language=values.language,
        address=values.address(),
        phones=values.phones(),
        hours=values.wording("hours"),
        language_help=values.wording("language_help"),
        website=values.web_address("website"),
        feedback=values.contact("feedback"),
        region=values.matching("region", REGION, 'two capital letters, such as "US"', settings.region),
        paper=_paper(workspace, values, layouts, settings.paper),
        layouts=layouts,
        large_print=_large_print(workspace, values, layouts, settings.large_print),
        references=values.one_of("references", MODES, FULL),
        write_in=values.choices("write_in", WRITE_IN, ()),
        logo=image,
        colour=values.colour(colour),
        preprinted_top=values.measure("preprinted_top", *PREPRINTED),
        path=file.path,
        places=tuple((places | _places(logo=logo, colour=colour)).items()),
        sources=tuple((name, workspace.read(name)) for name in sources),
    )


def _language(reader: TableReader, settings: Settings) -> str:
    """The language that the clinic's own words are in."""
    return Values(reader, settings.language).matching(
        "language", LANGUAGE, 'a tag such as "en" or "pt-BR"', settings.language
    )


def _large_print(workspace: Workspace, values: Values, layouts: tuple[str, ...], usual: str) -> str:
    """The layout that `large-print` means to the clinic; it or the glossary has to say so if it prints that."""
    known = [name for name in layout_names(workspace) if name.startswith(LARGE_PRINT)]
    said = usual or "large_print" in values.reader.values
    if LARGE_PRINT in layouts and LARGE_PRINT not in known and not said:
        help = f"the rules for large print conflict; choose with large_print = one of: {', '.join(known) or 'none'}"
        values.reader.wrong("layouts", "names 'large-print', which is none of its own", help)
    return values.one_of("large_print", [*known, usual], usual)


def _paper(workspace: Workspace, values: Values, layouts: tuple[str, ...], usual: str) -> str:
    """The paper that the clinic prints on, which one of its layouts has to know."""
    there = [name for name in layouts if name in layout_names(workspace)]
    papers = sorted({paper for name in there for paper in layout_papers(workspace, name)})
    return values.one_of("paper", papers, usual) if papers else usual


def _places(**found: Found | None) -> dict[str, Span]:
    """The places of values that may stand in a brand."""
    return {key: value.span for key, value in found.items() if value is not None}
