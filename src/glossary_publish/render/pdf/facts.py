"""What a PDF says of itself and carries along: metadata, colours, the source of the article."""

from datetime import date
from functools import lru_cache
from hashlib import md5
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

import pydyf

from glossary_publish import __version__
from glossary_publish.layout import Layout
from glossary_publish.publication import Metadata, Publication, sha256
from glossary_publish.render.pdf.press import WEASYPRINT
from glossary_publish.render.pdf.xmp import packet

PRODUCER = f"WeasyPrint {WEASYPRINT}"
PROFILE = "sRGB2014.icc"  # of the International Color Consortium


def add_facts(pdf: Any, publication: Publication, layout: Layout) -> None:
    """Add metadata, output intent and the article's source to a PDF under construction."""
    metadata = publication.metadata
    catalog = pdf.catalog
    catalog["Lang"] = pydyf.String(metadata.language)
    catalog["ViewerPreferences"] = viewer_preferences(metadata, layout)
    catalog["OutputIntents"] = pydyf.Array([_output_intent(pdf)])
    _add_metadata(pdf, metadata)
    _add_source(pdf, publication)


def viewer_preferences(metadata: Metadata, layout: Layout) -> Any:
    """How a reader shows the file, and what it offers when it prints (ISO 32000-1, table 150)."""
    printing = layout.options["print"]
    preferences = {
        "DisplayDocTitle": "true",
        "PrintScaling": f"/{printing['scaling']}",
        "Duplex": f"/{printing['duplex']}",
    }
    if metadata.direction == "rtl":
        preferences["Direction"] = "/R2L"
    return pydyf.Dictionary(preferences)


def _add_metadata(pdf: Any, metadata: Metadata) -> None:
    information = {
        "Title": metadata.title,
        "Author": metadata.publisher,
        "Subject": metadata.description,
        "Keywords": ", ".join((metadata.category, metadata.term, *metadata.keywords)),
        "Creator": f"glossary-publish {__version__}",
        "Producer": PRODUCER,
    }
    pdf.info.update({key: pydyf.String(value) for key, value in information.items() if value})
    day = stamp(metadata.updated)
    pdf.info["CreationDate"] = pdf.info["ModDate"] = day
    text = packet(metadata, information, f"{metadata.updated.isoformat()}T00:00:00Z")
    # Not compressed, so that programs that know nothing of PDF find it (ISO 19005-3, 6.6.2.1).
    stream = pydyf.Stream([text], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(stream)
    pdf.catalog["Metadata"] = stream.reference


def _output_intent(pdf: Any) -> Any:
    """What the colours mean (ISO 19005-3, 6.2.3)."""
    profile = pydyf.Stream([_profile()], {"N": 3}, compress=True)
    pdf.add_object(profile)
    return pydyf.Dictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pydyf.String("sRGB"),
            "Info": pydyf.String("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile.reference,
        }
    )


@lru_cache(maxsize=1)
def _profile() -> bytes:
    return (files("weasyprint.pdf") / PROFILE).read_bytes()


def _add_source(pdf: Any, publication: Publication) -> None:
    """The article as its author wrote it, so that the handout never parts from it (ISO 19005-3, 6.8)."""
    metadata = publication.metadata
    path, data = next(item for item in publication.sources if sha256(item[1]) == metadata.source_hash)
    name, day = PurePosixPath(path).name, stamp(metadata.updated)
    check = md5(data, usedforsecurity=False).hexdigest()  # ISO 32000-1, table 46, names the algorithm
    parameters = {"Size": len(data), "CreationDate": day, "ModDate": day, "CheckSum": f"<{check}>"}
    file = pydyf.Stream(
        [data],
        {"Type": "/EmbeddedFile", "Subtype": "/text#2Fmarkdown", "Params": pydyf.Dictionary(parameters)},
        compress=True,
    )
    pdf.add_object(file)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(name),
            "UF": pydyf.String(name),
            "EF": pydyf.Dictionary({"F": file.reference, "UF": file.reference}),
            "Desc": pydyf.String(metadata.title),
            "AFRelationship": "/Source",
        }
    )
    pdf.add_object(specification)
    names = pydyf.Array([pydyf.String(name), specification.reference])
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = pydyf.Dictionary({"Names": names})
    pdf.catalog["AF"] = pydyf.Array([specification.reference])


def stamp(day: date) -> Any:
    """A day of the content as a PDF date: the clock stands in no file."""
    return pydyf.String(f"D:{day:%Y%m%d}000000Z")
