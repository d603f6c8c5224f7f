"""Images as inline drawings, each with its alternative text."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from glossary_publish.article import Figure
from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Image, sha256
from glossary_publish.render.docx.parts import File
from glossary_publish.render.docx.relations import Relations
from glossary_publish.render.docx.wordml import element, quoted

SVG = "image/svg+xml"
EMBEDDED = {"image/png": "png", "image/jpeg": "jpg"}
REDRAWN = frozenset(("image/gif", "image/webp"))
EMU = 914_400  # to the inch (ECMA-376, 20.1.2.1)
INCH = 25.4
# The extension under which Word looks for the drawing that the picture stands in for ([MS-ODRAWXML], 2.3.1.4).
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


@dataclass(slots=True)
class Pictures:
    """The images of the document; `width` is the measure of the text in millimetres."""

    layout: Layout
    width: float
    relations: Relations
    report: Report
    files: dict[str, File] = field(default_factory=dict)
    count: int = 0

    def run(self, figure: Figure, image: Image, part: str) -> str:
        """The run that shows a figure; nothing, and a diagnostic, for what Word can not show."""
        if image.media_type in EMBEDDED:
            blip = self._blip(self._embed(image.data, image.media_type))
        elif image.media_type in REDRAWN:
            blip = self._blip(self._embed(self._redrawn(figure, image, part), "image/png"))
        elif image.media_type == SVG:
            blip = self._blip(self._embed(self._drawn(image), "image/png"), self._embed(image.data, SVG))
        else:
            message = f"{figure.path} is {image.media_type}"
            help = f"use one of: {', '.join(sorted((*EMBEDDED, *REDRAWN, SVG)))}"
            self.report.error("image-type-not-for-word", message, figure.span, help, part)
            return ""
        return self._drawing(figure, image, blip)

    def _embed(self, data: bytes, media_type: str) -> str:
        """The id of the relationship to an image file; the same bytes are kept once."""
        suffix = {**EMBEDDED, SVG: "svg"}[media_type]
        name = f"/word/media/{sha256(data)[:16]}.{suffix}"
        self.files[name] = File(name, media_type, data)
        return self.relations.to(RELATIONSHIP_TYPE.IMAGE, name)

    def _redrawn(self, figure: Figure, image: Image, part: str) -> bytes:
        from PIL import Image as Pillow

        with Pillow.open(io.BytesIO(image.data)) as picture:
            if getattr(picture, "n_frames", 1) > 1:
                message = f"{figure.path} moves; Word shows its first picture only"
                help = "use a picture that does not move"
                self.report.error("moving-picture", message, figure.span, help, part)
            buffer = io.BytesIO()
            transparent = picture.has_transparency_data
            picture.convert("RGBA" if transparent else "RGB").save(buffer, "PNG", compress_level=6)
        return buffer.getvalue()

    def _drawn(self, image: Image) -> bytes:
        # Drawing an SVG takes WeasyPrint, half a second to load: only for documents that have one.
        from glossary_publish.render.docx.drawing import png_of_svg

        scale = self._options["svg_dots_per_inch"] / self._options["dots_per_inch"]
        return png_of_svg(image, self.layout.fonts, self.layout.theme["type"]["family"], scale)

    @property
    def _options(self) -> Mapping[str, Any]:
        options: Mapping[str, Any] = self.layout.options["picture"]
        return options

    def _blip(self, picture: str, drawing: str = "") -> str:
        if not drawing:
            return element("a:blip", {"r:embed": picture})
        extension = element("a:ext", {"uri": SVG_EXTENSION}, element("asvg:svgBlip", {"r:embed": drawing}))
        return element("a:blip", {"r:embed": picture}, element("a:extLst", content=extension))

    def _drawing(self, figure: Figure, image: Image, blip: str) -> str:
        self.count += 1
        size = dict(zip(("cx", "cy"), map(str, self._size(image)), strict=True))
        named = {"id": str(self.count), "name": f"picture-{self.count}"}
        properties = element("pic:cNvPr", named) + "<pic:cNvPicPr/>"
        place = element("a:off", {"x": "0", "y": "0"}) + element("a:ext", size)
        shape = element("a:xfrm", content=place) + '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        picture = element(
            "pic:pic",
            content=element("pic:nvPicPr", content=properties)
            + element("pic:blipFill", content=blip + "<a:stretch><a:fillRect/></a:stretch>")
            + element("pic:spPr", content=shape),
        )
        uri = quoted("http://schemas.openxmlformats.org/drawingml/2006/picture")
        inline = (
            element("wp:extent", size)
            + element("wp:docPr", {**named, "descr": figure.alt})
            + '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            + f'<a:graphic><a:graphicData uri="{uri}">{picture}</a:graphicData></a:graphic>'
        )
        distance = {"distT": "0", "distB": "0", "distL": "0", "distR": "0"}
        return f"<w:r><w:drawing>{element('wp:inline', distance, inline)}</w:drawing></w:r>"

    def _size(self, image: Image) -> tuple[int, int]:
        """Width and height in EMU: as the image has it, but not beyond the measure."""
        inch = self._options["dots_per_inch"]
        width, height = image.width / inch, image.height / inch
        shrink = min(1.0, self.width / INCH / width, self._options["height"] / INCH / height)
        return round(width * shrink * EMU), round(height * shrink * EMU)
