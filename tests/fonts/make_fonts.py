"""Makes the fonts in templates/fonts/ from the families' own packages, the same bytes each time.

Not part of the tests, since it needs what nothing else here does. In an environment of its own, with Debian's fonts-liberation installed:

    pip install fonttools brotli fontpkg-literata fontpkg-manrope fontpkg-fraunces fontpkg-eb-garamond
    python tests/fonts/make_fonts.py templates/fonts

All four families are under the SIL Open Font License 1.1, without a reserved font name. Each file keeps its copyright and licence in its name table, and the licence lies beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import files
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib.instancer import instantiateVariableFont

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x18F, 0x192, *range(0x218, 0x21C), 0x1E9E, 0x259, 0x2BB, 0x2BC, 0x2C6, 0x2DA, 0x2DC, 0x300, 0x301, 0x308,
         *range(0x2010, 0x2016), *range(0x2018, 0x201F), *range(0x2020, 0x2023), 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2116,
         0x2122, *range(0x2190, 0x2194), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265]  # fmt: skip
"""Latin of Europe's languages, with the signs of typography."""
GREEK = list(range(0x370, 0x400))
CYRILLIC = [*range(0x400, 0x460), *range(0x490, 0x494), 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4AE, 0x4AF, 0x4B0, 0x4B1, 0x4BA, 0x4BB, 0x4D8, 0x4D9, 0x4E8, 0x4E9]
KERNED = [*range(0x21, 0x7F), *range(0xC0, 0x100), *range(0x2010, 0x201F), 0x2026, *range(0x386, 0x3CF), *range(0x410, 0x450)]
MOST_PAIRS = 4500

NAMES = {"literata": "Literata", "fraunces": "Fraunces", "garamond": "EB Garamond", "manrope": "Manrope"}
PACKAGES = {"literata": "fontpkg-literata", "fraunces": "fontpkg-fraunces", "garamond": "fontpkg-eb-garamond", "manrope": "fontpkg-manrope"}
AXES: Mapping[str, Mapping[str, Any]] = {
    "literata": {"wght": (400, 400, 700), "opsz": 18},
    "fraunces": {"wght": (400, 400, 700), "opsz": 48, "SOFT": 0, "WONK": 0},
    "garamond": {"wght": (400, 400, 700)},
    "manrope": {"wght": (400, 400, 800)},
}
"""How far each family's axes are kept: minimum, default and maximum, or one value."""
OF_CARDS: Mapping[str, Mapping[str, Any]] = {"literata": {"wght": (400, 400, 700), "opsz": 60}, "manrope": {"wght": (400, 400, 800)}}
"""The same for the fonts of cards, which are set large."""

ENLARGED = {"garamond": 1.08}
"""How much larger a family is set than its size says, since its small letters are low."""

FALLBACKS = {"manrope": ("Arial", "Liberation Sans", "LiberationSans-Regular.ttf")}
SERIF_FALLBACK = ("Times New Roman", "Liberation Serif", "LiberationSerif-Regular.ttf")
"""What stands in until a font has come: a font that nearly every computer has, and the one of the same widths by which it is measured."""
LIBERATION = Path("/usr/share/fonts/truetype/liberation")

OFTEN = {" ": 18.0, "e": 10.2, "t": 7.5, "a": 6.5, "o": 6.2, "i": 5.7, "n": 5.7, "s": 5.3, "r": 5.0, "h": 5.0, "l": 3.3, "d": 3.3, "u": 2.3, "c": 2.2, "m": 2.0, "f": 2.0, "w": 1.7,
         "g": 1.6, "p": 1.5, "y": 1.4, "b": 1.3, "v": 0.8, "k": 0.5, ".": 0.8, ",": 1.0, "I": 0.4, "T": 0.4, "S": 0.3, "A": 0.3}  # fmt: skip
"""How often each letter stands in English text, in hundredths."""


def source(family: str) -> TTFont:
    """Give a family's upright font as it is published."""
    name = next(file for file in files(PACKAGES[family]) or () if str(file).endswith(".ttf") and "Italic" not in str(file))
    return TTFont(name.locate(), recalcTimestamp=False)


def licence(family: str) -> bytes:
    """Give the text of a family's licence."""
    return next(Path(str(file.locate())) for file in files(PACKAGES[family]) or () if file.name == "LICENSE").read_bytes()


def made(family: str, axes: Mapping[str, Any], letters: list[int], features: list[str]) -> TTFont:
    """Give a font with these letters and axes only."""
    font = source(family)
    options = Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.hinting = options.glyph_names = False
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "MVAR", "VVAR", "vhea", "vmtx", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font = instantiateVariableFont(font, dict(axes))
    del font["STAT"]
    return font


def pairs(font: TTFont) -> Iterator[tuple[str, str, int]]:
    """Give the pairs of letters that the font moves together or apart, by how much, at its default weight; the first lookup that names a pair tells."""
    names = {name for code, name in font.getBestCmap().items() if code in KERNED}
    table = font["GPOS"].table
    lookups = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "kern" for index in record.Feature.LookupListIndex}
    seen: set[tuple[str, str]] = set()
    for index in sorted(lookups):
        for part in table.LookupList.Lookup[index].SubTable:
            rule = part.ExtSubTable if part.LookupType == 9 else part
            for left in [name for name in rule.Coverage.glyphs if name in names]:
                if rule.Format == 1:
                    records = rule.PairSet[rule.Coverage.glyphs.index(left)].PairValueRecord
                    found = {record.SecondGlyph: record.Value1 for record in records if record.SecondGlyph in names}
                else:
                    row = rule.Class1Record[rule.ClassDef1.classDefs.get(left, 0)].Class2Record
                    found = {right: row[rule.ClassDef2.classDefs.get(right, 0)].Value1 for right in names}
                for right, value in found.items():
                    if (left, right) not in seen and (rule.Format == 1 or rule.ClassDef2.classDefs.get(right, 0)):
                        seen.add((left, right))
                        if value is not None and getattr(value, "XAdvance", 0):
                            yield left, right, value.XAdvance


def with_old_kerning(font: TTFont) -> TTFont:
    """Put the strongest pairs into the table that is read without a layout engine (OpenType 1.9, `kern`), and leave out what no card uses."""
    strongest = sorted(pairs(font), key=lambda pair: (-abs(pair[2]), pair))[:MOST_PAIRS]
    table = KernTable_format_0()
    table.version = table.coverage = table.tupleIndex = 0
    table.coverage, table.apple = 1, False
    table.kernTable = {(left, right): value for left, right, value in strongest}
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [table]
    for tag in ("GPOS", "GSUB", "GDEF"):
        if tag in font:
            del font[tag]
    return font


def average(font: TTFont) -> float:
    """Give the width of an average letter as a part of the size."""
    names, widths = font.getBestCmap(), font["hmtx"]
    total = sum(widths[names[ord(letter)]][0] * often for letter, often in OFTEN.items())
    return total / sum(OFTEN.values()) / font["head"].unitsPerEm


def style_sheet(family: str, font: TTFont) -> str:
    """Give the family's two faces: the font itself, and what stands in until it has come, made as wide and as high."""
    name, (low, _, high) = NAMES[family], AXES[family]["wght"]
    local, alike, file = FALLBACKS.get(family, SERIF_FALLBACK)
    wider = average(font) / average(TTFont(LIBERATION / file))
    hhea, units, enlarged = font["hhea"], font["head"].unitsPerEm, ENLARGED.get(family, 1)
    larger = f" size-adjust: {enlarged:.0%};" if family in ENLARGED else ""

    def part(value: float) -> str:
        return f"{value / units / wider * 100:.2f}%"

    ranges = "U+0-17F,U+18F,U+192,U+218-21B,U+259,U+2BB-2DC,U+300-308,U+1E9E,U+2010-2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2212-2265"
    return (
        f"/* {name}, {font['name'].getDebugName(0)}; SIL Open Font License 1.1: {family}.txt. Written by tests/fonts/make_fonts.py. */\n"
        f'@font-face {{ font-family: "{name}"; src: url({family}.woff2) format("woff2"); font-weight: {low} {high}; font-display: swap;{larger} unicode-range: {ranges}; }}\n'
        f'@font-face {{ font-family: "{name} fallback"; src: local("{local}"), local("{alike}"); size-adjust: {wider * enlarged * 100:.2f}%; '
        f"ascent-override: {part(hhea.ascent)}; descent-override: {part(-hhea.descent)}; line-gap-override: {part(hhea.lineGap)}; }}\n"
    )


def main(folder: Path) -> None:
    """Write every file into a folder, and print how large it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for family, axes in AXES.items():
        font = made(family, axes, LATIN, ["kern", "liga", "calt", "ccmp", "locl", "mark", "tnum"])
        font.flavor = "woff2"
        font.save(folder / f"{family}.woff2")
        (folder / f"{family}.css").write_text(style_sheet(family, font), encoding="utf-8")
        (folder / f"{family}.txt").write_bytes(licence(family))
    for family, axes in OF_CARDS.items():
        with_old_kerning(made(family, axes, [*LATIN, *GREEK, *CYRILLIC], ["kern"])).save(folder / f"{family}.ttf")
    for file in sorted(folder.iterdir()):
        print(f"{file.stat().st_size:>8,}  {file.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
