"""Cuts the maths font of the formulas out of STIX Two Math: www/formulas/maths.woff2, with the characters that
www/formulas/formulas.css names in its `unicode-range`, and with the MATH table that fractions, sums and brackets need.

    npm pack @fontsource/stix-two-math@5.3.0 && tar xzf fontsource-stix-two-math-5.3.0.tgz
    pip install fonttools==4.68.0 brotli==1.2.1
    python scripts/maths-font.py package/files/stix-two-math-latin-400-normal.woff2

Needed only when a formula uses a character that none has used before; a test says so.
"""

import re
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PLACE = Path(__file__).parent.parent / "www" / "formulas"


def characters():
    (ranges,) = re.findall(r"unicode-range:([^;]*);", (PLACE / "formulas.css").read_text())
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges, re.I):
        yield from range(int(first, 16), int(last or first, 16) + 1)


options = Options()
options.layout_features = []
options.hinting = False
options.name_IDs = [0, 1, 2, 13, 14]  # names, copyright and licence
options.glyph_names = False
options.notdef_outline = True

font = TTFont(sys.argv[1])
subsetter = Subsetter(options)
subsetter.populate(unicodes=set(characters()))
subsetter.subset(font)
font.flavor = "woff2"
font.save(PLACE / "maths.woff2")
