"""Whether what was made once is an edition of the glossary still."""

from collections.abc import Mapping
from functools import cached_property

from glossary_publish.build.manifest import Entry
from glossary_publish.build.material import Material
from glossary_publish.build.plan import Edition


def edition_of(entry: Entry) -> Edition:
    """What a finished file is an edition of."""
    one = entry
    return Edition(one.slug, one.language, one.layout, one.paper, one.format, one.path, one.clinic)


class Rows:
    """What a glossary has editions of, to be asked about the entries of a manifest.

    An article or a clinic that is there and has faults keeps its files: they may be made again when it is mended.
    """

    def __init__(self, material: Material, entries: Mapping[str, Entry]) -> None:
        self.material = material
        self._owners = {one.sheets: one for one in entries.values() if one.sheets}

    @cached_property
    def _present(self) -> frozenset[tuple[str, str]]:
        return self.material.present

    @cached_property
    def _layouts(self) -> frozenset[str]:
        return frozenset(self.material.layout_names)

    @cached_property
    def _clinics(self) -> frozenset[str]:
        return frozenset(self.material.clinic_slugs)

    @cached_property
    def _planned(self) -> Mapping[str, Edition]:
        return {edition.path: edition for edition in self.material.editions()}

    def why_needless(self, entry: Entry) -> str:
        """Why a file is no edition any more; empty if it is one."""
        edition = self._owners.get(entry.path, entry)  # sheets to fold belong to their edition
        if (entry.slug, entry.language) not in self._present:
            return "its article is gone"
        if entry.clinic and entry.clinic not in self._clinics:
            return "its clinic is gone"
        if entry.layout not in self._layouts:
            return "its layout is gone"
        sound = (entry.slug, entry.language) in self.material.sound
        usable = not entry.clinic or entry.clinic in self.material.clinics
        if not sound or not usable or edition.path in self._planned:
            return ""
        return "" if entry.asked else "no row of [[editions]] names it any more"
