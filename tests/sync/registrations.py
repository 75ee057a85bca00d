# SPDX-License-Identifier: MIT
"""registrations.py CHANGE SNAPSHOT: prints the document that IANA would serve
after one change more, made of a snapshot."""

import sys
import xml.etree.ElementTree as ET

IANA = "http://www.iana.org/assignments"
OURS = "urn:wsclose:1"
ET.register_namespace("", IANA)


def tag(name):
    return f"{{{IANA}}}{name}"


def bounds(record):
    first, _, last = record.find(tag("value")).text.partition("-")
    return int(first), int(last or first)


def set_bounds(record, first, last):
    value = f"{first}-{last}" if last > first else str(first)
    record.find(tag("value")).text = value


def child(record, name, text=None, **attributes):
    element = ET.SubElement(record, tag(name), attributes)
    element.text = text


class Registry:
    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        for element in list(self.root.iter()):
            for name in [key for key in element.attrib if OURS in key]:
                del element.attrib[name]
            for ours in [it for it in element if OURS in it.tag]:
                element.remove(ours)
        self.codes = self.root.find(tag("registry"))

    def record(self, code):
        for record in self.codes.findall(tag("record")):
            first, last = bounds(record)
            if first <= code <= last:
                return record
        return None

    def take_out(self, code):
        """The code becomes nobody's; what is left of a range stays."""
        record = self.record(code)
        if record is None:
            return
        first, last = bounds(record)
        if code < last:
            behind = ET.fromstring(ET.tostring(record))
            set_bounds(behind, code + 1, last)
            self.codes.append(behind)
        if first < code:
            set_bounds(record, first, code - 1)
        else:
            self.codes.remove(record)

    def is_free(self, code):
        record = self.record(code)
        text = "Unassigned"
        return record is None or record.find(tag("description")).text == text

    def assign(self, code, description):
        self.take_out(code)
        record = ET.SubElement(self.codes, tag("record"), date="2027-01-02")
        child(record, "value", str(code))
        child(record, "description", description)
        child(record, "contact", "Alex Example")

    def assign_free(self, first, last, description):
        code = next(it for it in range(first, last + 1) if self.is_free(it))
        self.assign(code, description)


def all_of_3000(registry):
    for code in range(3000, 4000):
        if registry.is_free(code):
            registry.assign(code, f"Purpose {code}")


CHANGES = {
    "3xxx": lambda it: it.assign_free(3000, 3999, "Quota Exceeded"),
    "1016": lambda it: it.assign_free(1016, 2999, "Payment Due"),
    "reference": lambda it: child(it.record(1000), "xref", type="rfc",
                                  data="rfc9999"),
    "contact": lambda it: child(it.record(3000), "contact", "Sam Example"),
    "reworded": lambda it: setattr(
        it.record(3000).find(tag("description")), "text", "Not Authorized"),
    "1004": lambda it: it.assign(1004, "Slow Down"),
    "all": all_of_3000,
}


def main():
    registry = Registry(sys.argv[2])
    CHANGES[sys.argv[1]](registry)
    year = int(registry.root.find(tag("updated")).text[:4])
    registry.root.find(tag("updated")).text = f"{max(year, 2026) + 1}-01-02"
    ET.ElementTree(registry.root).write(sys.stdout.buffer, "UTF-8", True)


main()
