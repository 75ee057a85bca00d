# SPDX-License-Identifier: MIT
"""make_enum.py DOCUMENT: the assigned close codes as a C enum, on stdout."""
import re
import sys
import xml.etree.ElementTree as ET

IANA = "{http://www.iana.org/assignments}"


def text(record, name):
    return " ".join(record.findtext(IANA + name, "").split())


def codes(document):
    for registry in ET.parse(document).iter(IANA + "registry"):
        if registry.get("id") != "close-code-number":
            continue
        for record in registry.findall(IANA + "record"):
            value = text(record, "value")
            if "-" not in value:
                yield int(value), text(record, "description")


def symbol(description):
    return "CLOSE_" + re.sub(r"[^A-Z0-9]+", "_", description.upper())


print("enum close_code {")
for code, description in sorted(codes(sys.argv[1])):
    print(f"    /* {description} */")
    print(f"    {symbol(description)} = {code},")
print("};")
