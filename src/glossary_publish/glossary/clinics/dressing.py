"""A layout as a clinic's own sheets wear it: its colour, its way with references, the room that its paper needs."""

from glossary_publish.diagnostics import PublishError, fault
from glossary_publish.glossary.clinics.colours import contrast, nearest
from glossary_publish.glossary.clinics.model import ON_REQUEST, SHORT, Clinic
from glossary_publish.layout import Brand, Layout, branded

FORMS = {SHORT: "address", ON_REQUEST: "request"}  # of the references, by what a clinic wants
PAPER = "pdf"  # the format that is printed; files are read on a screen, where a list costs nothing


def dressed(layout: Layout, clinic: Clinic) -> Layout:
    """The layout for a clinic; raises `PublishError` when its colour cannot be read there."""
    colour = clinic.colour if layout.minima.colours else ""
    if colour:
        _refuse_faint(layout, clinic)
    form = FORMS.get(clinic.references, "") if layout.format == PAPER else ""
    return branded(layout, Brand(colour, form, clinic.preprinted_top))


def _refuse_faint(layout: Layout, clinic: Clinic) -> None:
    paper, wanted = layout.theme["colour"]["paper"], layout.minima.contrast
    found = contrast(clinic.colour, paper)
    if found < wanted:
        message = (
            f"the colour {clinic.colour} has a contrast of {found:.2f} to 1 on paper; "
            f"the layout {layout.name!r} needs {wanted:g} to 1"
        )
        help = f'the nearest one that passes is "{nearest(clinic.colour, paper, wanted)}"'
        raise fault(PublishError, "faint-colour", message, clinic.place("colour"), help)
