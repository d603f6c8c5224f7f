"""Files inside the file (ISO 32000-1, 7.11.4)."""

import hashlib

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.links import name_tree
from glossary_publish.verify.inspect.pdf.objects import Object, Ref, Stream
from glossary_publish.verify.inspection import Fault


def read_attachments(document: Document, faults: list[Fault]) -> dict[str, str]:
    """SHA-256 of each embedded file by name, from the name tree and the files associated with the catalog."""
    names = document.table(document.catalog.get("Names"))
    listed: list[Object] = list(name_tree(document, names.get("EmbeddedFiles")).values())
    associated = document.array(document.catalog.get("AF"))
    found: dict[str, str] = {}
    seen: set[Ref] = set()
    for value in [*listed, *associated]:
        if isinstance(value, Ref) and value in seen:
            continue
        if isinstance(value, Ref):
            seen.add(value)
        table = document.table(value)
        name = document.string(table.get("UF")) or document.string(table.get("F"))
        files = document.table(table.get("EF"))
        digests = {_digest(document, item) for item in files.values()}
        if name in found or len(digests) != 1 or "" in digests:
            message = f"the attachment {name!r} is there twice, in two versions or not at all"
            faults.append(Fault("unclear-attachment", message))
            continue
        found[name] = digests.pop()
        if value not in associated:
            faults.append(Fault("unclear-attachment", f"the attachment {name!r} is associated with nothing"))
    return found


def _digest(document: Document, value: Object) -> str:
    stream = document.resolve(value)
    return hashlib.sha256(document.decoded(stream)).hexdigest() if isinstance(stream, Stream) else ""
