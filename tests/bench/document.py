# SPDX-License-Identifier: MIT
"""document.py CODES [OTHERS]: a document in the shape of IANA's WebSocket
registry, on stdout. CODES is a list like 1000-1015,3000; OTHERS says how many
times the size of IANA's own the other registries have (default: once)."""
import sys
import xml.etree.ElementTree as ET
from itertools import permutations
from pathlib import Path

NAMESPACE = "http://www.iana.org/assignments"
SNAPSHOT = Path(__file__).parents[2] / "gen/data/close-codes.xml"
FIRST = "Cached Remote Stale Early Shared Nested Local Signed Mirrored Idle"
SECOND = "Session Token Stream Quota Channel Ticket Upload Lease Shard Room"
THIRD = "Expired Missing Closed Moved Denied Exceeded Revoked Locked Full Lost"
SUBPROTOCOLS = 90

HEAD = f"""<?xml version='1.0' encoding='UTF-8'?>
<?xml-stylesheet type="text/xsl" href="websocket.xsl"?>
<registry xmlns="{NAMESPACE}" id="websocket">
  <title>WebSocket Protocol Registries</title>
  <created>2011-10-21</created>
  <updated>2026-06-10</updated>
"""
SUBPROTOCOL = """    <record date="2021-04-{day:02}">
      <id>v{n}.feed.example.org</id>
      <common>Feed {n} of the readings of one sensor</common>
      <definition>
        <xref type="uri" data="https://example.org/feed/{n}"/>
      </definition>
      <xref type="person" data="Person_{n}"/>
    </record>
"""
CODE = """    <record date="2024-02-{day:02}">
      <value>{code}</value>
      <description>{name}</description>
      <contact><xref type="person" data="Person_{person}"/></contact>
      <xref type="rfc" data="rfc6455"/>
    </record>
"""
CLOSE_CODES = """  <registry id="close-code-number">
    <title>WebSocket Close Code Number Registry</title>
    <xref type="rfc" data="rfc6455"/>
    <range>
      <value>1000-2999</value>
      <registration_rule>Standards Action</registration_rule>
    </range>
    <range>
      <value>3000-3999</value>
      <registration_rule>First Come First Served</registration_rule>
    </range>
"""
RESERVED = """    <record>
      <value>4000-4999</value>
      <description>Reserved for Private Use</description>
      <xref type="rfc" data="rfc6455"/>
    </record>
"""
PERSON = """    <person id="Person_{n}">
      <name>Person {n}</name>
      <uri>mailto:person.{n}&amp;example.org</uri>
      <updated>2021-04-{day:02}</updated>
    </person>
"""


def registered_names():
    """What IANA calls the codes that it has."""
    names = {}
    for record in ET.parse(SNAPSHOT).iter(f"{{{NAMESPACE}}}record"):
        value = record.findtext(f"{{{NAMESPACE}}}value")
        names[value] = record.findtext(f"{{{NAMESPACE}}}description")
    return names


def invented_name(code):
    words = [FIRST.split()[code // 100 % 10], SECOND.split()[code // 10 % 10],
             THIRD.split()[code % 10]]
    return " ".join(list(permutations(words))[code // 1000])


def codes_of(text):
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def write(codes, others, out):
    names = registered_names()
    people = SUBPROTOCOLS * others
    out.write(HEAD)
    out.write('  <registry id="subprotocol-name">\n'
              "    <title>WebSocket Subprotocol Name Registry</title>\n")
    for n in range(people):
        out.write(SUBPROTOCOL.format(n=n, day=n % 28 + 1))
    out.write("  </registry>\n" + CLOSE_CODES)
    for i, code in enumerate(codes):
        name = names.get(str(code)) or invented_name(code)
        out.write(CODE.format(code=code, name=name, day=code % 28 + 1,
                              person=i % people))
    if not any(code >= 4000 for code in codes):
        out.write(RESERVED)
    out.write("  </registry>\n  <people>\n")
    for n in range(people):
        out.write(PERSON.format(n=n, day=n % 28 + 1))
    out.write("  </people>\n</registry>\n")


if __name__ == "__main__":
    write(list(codes_of(sys.argv[1])),
          int(sys.argv[2]) if len(sys.argv) > 2 else 1, sys.stdout)
