"""What a document says of itself in its properties (ECMA-376, Part 2, clause 11; Part 1, 22.2 and 22.3)."""

from collections.abc import Iterator

from lxml import etree

from glossary_publish.verify.inspect.docx.package import Package
from glossary_publish.verify.inspect.markup import text_of
from glossary_publish.verify.inspection import Fault

CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that users name (22.3.2.2)
CORE_KEYS = {"title": f"{DC}title", "description": f"{DC}description", "language": f"{DC}language"}
CUSTOM_KEYS = tuple(
    "identifier publisher reviewer licence version updated slug source_hash code direction".split()
)
MORE = frozenset(("licence_url", "review_due", "address"))
CORE = frozenset(
    (
        *CORE_KEYS.values(),
        *(DC + name for name in ("creator", "subject", "identifier")),
        *(CP + name for name in ("category", "keywords", "version", "lastModifiedBy")),
        *(TERMS + name for name in ("created", "modified")),
    )
)
APP = frozenset(("Application", "AppVersion", "Company", "DocSecurity"))


def read_metadata(package: Package, faults: list[Fault]) -> dict[str, str]:
    """The facts by their keys; what is said twice must be the same."""
    core, custom = _core(package, faults), _custom(package, faults)
    found = {key: core.get(tag, "") for key, tag in CORE_KEYS.items()}
    found |= {key: custom.get(key, "") for key in CUSTOM_KEYS}
    faults += _app_faults(package, found["publisher"])
    midnight = f"{found['updated']}T00:00:00Z"
    for tag, value in (
        (f"{DC}creator", found["publisher"]),
        (f"{CP}lastModifiedBy", found["publisher"]),
        (f"{DC}identifier", found["identifier"]),
        (f"{CP}version", found["version"]),
        (f"{TERMS}created", midnight),
        (f"{TERMS}modified", midnight),
    ):
        if core.get(tag, "") != value:
            name = etree.QName(tag).localname
            message = f"the {name} is {core.get(tag, '')!r} in one place and {value!r} in another"
            faults.append(Fault("properties-disagree", message, "core.xml"))
    return found


def _core(package: Package, faults: list[Fault]) -> dict[str, str]:
    root = package.root(package.part("core", ""))
    found: dict[str, str] = {}
    for element in () if root is None else root:
        tag = str(element.tag)
        if tag not in CORE or tag in found or len(element):
            message = f"the property {tag!r} is strange or there twice: {text_of(element)!r}"
            faults.append(Fault("unknown-property", message, "core.xml"))
        found[tag] = text_of(element)
    return found


def _custom(package: Package, faults: list[Fault]) -> dict[str, str]:
    root = package.root(package.part("custom", ""))
    found: dict[str, str] = {}
    for number, element in enumerate(() if root is None else root, 2):
        name, known = element.get("name") or "", (*CUSTOM_KEYS, *MORE)
        plain = len(element) == 1 and element[0].tag == f"{VT}lpwstr" and element.tag == f"{CUSTOM}property"
        numbered = element.get("pid") == str(number) and element.get("fmtid") == FORMAT_ID
        if name not in known or name in found or not plain or not numbered:
            message = (
                f"the property {name!r} is strange, numbered wrongly or there twice: {text_of(element)!r}"
            )
            faults.append(Fault("unknown-property", message, "custom.xml"))
        found[name] = text_of(element)
    return found


def _app_faults(package: Package, publisher: str) -> Iterator[Fault]:
    root = package.root(package.part("app", ""))
    for element in () if root is None else root:
        name, text = str(element.tag).removeprefix(EXTENDED), text_of(element)
        if name not in APP:
            yield Fault("unknown-property", f"the property {name!r} is strange: {text!r}", "app.xml")
        elif name == "Company" and text != publisher:
            message = f"the company is {text!r}, the publisher {publisher!r}"
            yield Fault("properties-disagree", message, "app.xml")
