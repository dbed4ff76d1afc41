#!/usr/bin/python3
"""Every export format read back by a reader that is not ours: python3 tests/export/readers_test.py PROGRAM. One graph with
names as hostile as they come goes out in all formats, and must come back whole; and every filter must cut all alike."""
import collections
import csv
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import networkx
from networkx.readwrite.gexf import GEXF
from pyld import jsonld

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "page"))
from checks import check, verdict  # noqa: E402
from documents import document  # noqa: E402

NAMES = {"quotes \" ' ` « “": "organisation", "two\nlines\tand a tab": "organisation", "<b>&amp; ]]> <!-- -->": "person",
         "🚢 ship 👩‍🚀": "organisation", "مجلس الأمن \u202eback": "organisation", "back\\slash\\": "organisation",
         "=HYPERLINK(\"http://x\")": "organisation", "; DROP, TABLE|x;#35;": "organisation", "'); MATCH (n) //": "organisation", "bell\x07 escape\x1b[31m\x7f": "organisation",
         "</script><script>alert(1)</script>": "organisation", "e\u0301 \u200b\ufeff nothing": "organisation"}
PLANS = ["plan {a: \"b\"} \\", "-2+3 <plan> & 'deal'", "@sum plan\u2028é"]
MODALITIES = ["actual", "denied", "planned"]
RELATIONS = ["proposed", "accepted", "rejected", "supported", "opposed"]
SIDES = {"PROPOSED": "1", "ACCEPTED": "1", "SUPPORTED": "1", "REJECTED": "0", "OPPOSED": "0", "WITHDREW": "0"}
CUTS = [["--about", "back\\slash\\", "--depth", "2"], ["--relations", "rejected,opposed"], ["--modality", "denied"],
        ["--relations", "rejected", "--modality", "actual", "--as-of", "2025-11-14"]]


def hostile_graph():
    for i, name in enumerate(NAMES):
        plan = PLANS[i % len(PLANS)]
        yield document(f"doc {i} \"<&>\\", f"2025-11-{10 + i}", "Wire & \"Post\"" if i % 2 else None, f"https://x.example/{i}?a=1&b=2",
                       (name, RELATIONS[i % 5], plan, MODALITIES[i % 3], f"{name} did it to {plan} at last."),
                       (name, RELATIONS[(i + 1) % 5], plan, "actual", f"Later {name} did more to {plan}."))


class Program:
    def __init__(self, program, folder):
        self.command = [program, "--graph", folder / "hostile.db"]
        self.folder = folder

    def run(self, *arguments, text=None):
        done = subprocess.run([*self.command, *arguments], input=text, capture_output=True, check=True,
                              encoding="utf-8", errors="strict")
        return done.stdout

    def export(self, format, *arguments):
        file = self.folder / f"graph.{format}"
        self.run("export", format, "-o", file, *arguments)
        return file


def attributes_of(links):
    return sorted(json.dumps([link["source"], link["target"], link["type"], link["id"], link.get("quote"), link.get("modality"),
                              link.get("date"), link.get("document"), link.get("start"), link.get("end")]) for link in links)


def check_node_link(program):
    whole = json.loads(program.run("export", "json"))
    graph = networkx.node_link_graph(whole, directed=True, multigraph=True)
    check("networkx reads node-link JSON", (graph.number_of_nodes(), graph.number_of_edges())
          == (len(whole["nodes"]), len(whole["links"])))
    return whole


def in_xml(value):
    """XML has no room for control characters; each becomes the sign for what cannot be shown."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", value) if isinstance(value, str) else value


def check_graph_reader(what, graph, whole):
    """A graph that networkx has read from XML, against the JSON."""
    whole = {kind: [{key: in_xml(value) for key, value in item.items()} for item in items] for kind, items in whole.items()}
    check(f"{what} has every node", set(graph.nodes) == {node["id"] for node in whole["nodes"]})
    names = {node["id"]: node["name"] for node in whole["nodes"]}
    spoilt = {id: data.get("name") for id, data in graph.nodes(data=True) if data.get("name") != names[id]}
    check(f"{what} keeps every name", not spoilt, spoilt)
    links = [{"source": source, "target": target, "id": key if isinstance(key, str) else data.get("id"), **data}
             for source, target, key, data in graph.edges(keys=True, data=True)]
    check(f"{what} has every edge", len(links) == len(whole["links"]), len(links))
    check(f"{what} keeps every edge whole", attributes_of(links) == attributes_of(whole["links"]),
          set(attributes_of(links)) ^ set(attributes_of(whole["links"])))


def check_graphml(program, whole):
    file = program.export("graphml")
    graph = networkx.MultiDiGraph(networkx.read_graphml(file, force_multigraph=True))
    check_graph_reader("GraphML", graph, whole)
    acts = [data for *_, data in graph.edges(data=True) if "confidence" in data]
    check("GraphML has typed numbers", acts and all(isinstance(act["confidence"], float) and isinstance(act["start"], int)
                                                    for act in acts))
    subprocess.run(["xmllint", "--noout", "--relaxng", HERE / "graphml.rng", file], check=True, capture_output=True)


def check_gexf(program, whole):
    file = program.export("gexf")
    subprocess.run(["xmllint", "--noout", "--relaxng", HERE / "gexf.rng", file], check=True, capture_output=True)
    if "1.3" not in GEXF.versions:  # networkx before 3.0 reads the elements of 1.3, but does not know its name
        GEXF.versions["1.3"] = {**GEXF.versions["1.2draft"], "NS_GEXF": "http://gexf.net/1.3", "VERSION": "1.3"}
    graph = networkx.read_gexf(file, version="1.3")
    check("GEXF has every node and edge", (graph.number_of_nodes(), graph.number_of_edges())
          == (len(whole["nodes"]), len(whole["links"])), (graph.number_of_nodes(), graph.number_of_edges()))
    space = {"g": "http://gexf.net/1.3"}
    tree = ElementTree.parse(file)
    kinds = sorted(edge.get("kind") for edge in tree.iterfind(".//g:edge", space))
    check("GEXF tells kinds of parallel edges", kinds == sorted(link["type"] for link in whole["links"]))
    starts = {edge.get("id"): edge.get("start") for edge in tree.iterfind(".//g:edge", space)}
    wrong = [link["id"] for link in whole["links"] if "modality" in link and starts[link["id"]] != link["date"]]
    check("GEXF begins every act on its day", not wrong, wrong)
    names = {node.get("id"): node.get("label") for node in tree.iterfind(".//g:node", space)}
    check("GEXF keeps every name", names == {node["id"]: in_xml(node["name"]) for node in whole["nodes"]}, names)


def check_json_ld(program, whole):
    expanded = jsonld.expand(json.loads(program.export("jsonld").read_text()))
    quads = jsonld.to_rdf(expanded)["@default"]
    quoted = [quad for quad in quads if quad["predicate"]["value"] == "http://www.w3.org/ns/prov#wasQuotedFrom"]
    acts = [link for link in whole["links"] if "modality" in link]
    check("JSON-LD quotes every act from its document",
          len({quad["subject"]["value"] for quad in quoted} & {"urn:demarche:" + act["id"] for act in acts}) == len(acts))
    exact = sorted(quad["object"]["value"] for quad in quads if quad["predicate"]["value"] == "http://www.w3.org/ns/oa#exact")
    check("JSON-LD keeps every quotation", exact == sorted(link["quote"] for link in whole["links"] if "quote" in link))
    labels = {quad["object"]["value"] for quad in quads if quad["predicate"]["value"].endswith("rdf-schema#label")}
    names = {node["name"] for node in whole["nodes"] if node["labels"] != ["Document"]}
    check("JSON-LD keeps every name", labels == names, labels ^ names)
    check("every property of JSON-LD is defined", len(expanded) == len(whole["nodes"]) + len(whole["links"]), len(expanded))


def sqlite_rows(file, table, separator=","):
    script = f".mode csv\n.separator {separator!r}\n.import {file} {table}\n.mode json\nSELECT * FROM {table};\n"
    done = subprocess.run(["sqlite3", ":memory:"], input=script, capture_output=True, text=True, check=True)
    check(f"sqlite3 imports {table} without complaint", done.stderr == "", done.stderr)
    return json.loads(done.stdout or "[]")


def check_csv(program, whole):
    rows = sqlite_rows(program.export("csv"), "acts")
    acts = {link["id"]: link for link in whole["links"] if "modality" in link}
    check("CSV has every act", sorted(row["id"] for row in rows) == sorted(acts), len(rows))
    risky = [value for row in rows for value in row.values() if value[:1] in tuple("=+-@\t\r")]
    check("no field of CSV is a formula", not risky, risky)
    spoilt = [row["quote"] for row in rows if row["quote"] not in (acts[row["id"]]["quote"], "'" + acts[row["id"]]["quote"])]
    check("CSV keeps every quotation", not spoilt, spoilt)


def check_neo4j(program, whole):
    folder = program.export("neo4j")
    nodes, edges = sqlite_rows(folder / "nodes.csv", "nodes"), sqlite_rows(folder / "relationships.csv", "edges")
    check("neo4j has every node by name", {row["id:ID"]: row["name:string"] for row in nodes}
          == {node["id"]: node["name"] for node in whole["nodes"]})
    check("neo4j has every edge", sorted((row[":START_ID"], row[":TYPE"], row[":END_ID"], row["id:string"]) for row in edges)
          == sorted((link["source"], link["type"], link["target"], link["id"]) for link in whole["links"]))


def stances_in(whole):
    return [link for link in whole["links"] if link.get("modality") == "actual" and link["type"] in SIDES]


def check_dna(program, whole):
    folder = program.export("dna")
    events = sqlite_rows(folder / "events.csv", "events", ";")
    check("the list of events has every stance", sorted((row["statement ID"], row["agreement"]) for row in events)
          == sorted((link["id"], SIDES[link["type"]]) for link in stances_in(whole)))
    opinions, congruence = collections.defaultdict(set), collections.Counter()
    for link in stances_in(whole):
        opinions[link["target"]].add((link["source"], SIDES[link["type"]]))
    conflict = collections.Counter()
    for opinion in opinions.values():
        for one, side in opinion:
            for other, other_side in opinion:
                if one != other:
                    (congruence if side == other_side else conflict)[one, other] += 1
    actors = sorted({link["source"] for link in stances_in(whole)})
    for name, weight in {"congruence": lambda pair: congruence[pair], "conflict": lambda pair: conflict[pair],
                         "subtract": lambda pair: congruence[pair] - conflict[pair]}.items():
        with open(folder / f"{name}.csv", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        check(f"{name} is as counted from the edges", [[int(cell) for cell in row[1:]] for row in rows[1:]]
              == [[weight((one, other)) for other in actors] for one in actors], rows)
        names = {node["id"]: node["name"] for node in whole["nodes"]}
        check(f"{name} names the actors", [row[0].removeprefix("'") for row in rows[1:]]
              == [names[actor].removeprefix("'") for actor in actors], rows)


def check_dot(program):
    file = program.export("dot", "--whole")
    drawn = json.loads(subprocess.run(["dot", "-Tjson0", file], capture_output=True, check=True).stdout)
    labels = "\n".join(item.get("label", "") for item in drawn["objects"])
    check("dot reads its own language", "back\\" in labels.replace("\\\\", "\\") and "🚢 ship" in labels, labels)
    tree = ElementTree.parse(program.export("svg", "--whole"))
    check("SVG links only web addresses", all(value.startswith("http") for item in tree.iter() for key, value in item.items()
                                              if key.endswith("href")))


def check_mermaid(program):
    lines = program.export("mermaid", "--whole").read_text().splitlines()
    node = re.compile(r'  n\d+(\(\["[^"]*"\]\)|\["[^"]*"\])')
    edge = re.compile(r'  n\d+ (-->|--x|--o|-\.->|-\.-x|-\.-o)\|"[^"]*"\| n\d+')
    strange = [line for line in lines[1:] if not (node.fullmatch(line) or edge.fullmatch(line)
                                                 or re.fullmatch(r"  linkStyle \d+ stroke:#[0-9a-fA-F]{6}", line))]
    check("every line of Mermaid is a node, an edge or a style", lines[0] == "flowchart LR" and not strange, strange)


class Script:
    """A reader of the statements that the script of openCypher is made of, by openCypher's grammar."""
    VALUE = r"'(?:[^'\\]|\\(?:[\\'nrt]|u[0-9A-F]{4}))*'|-?\d+(?:\.\d+)?"
    MAP = rf"\{{\w+: (?:{VALUE}|\[(?:{VALUE})(?:, (?:{VALUE}))*\])(?:, \w+: (?:{VALUE}|\[(?:{VALUE})(?:, (?:{VALUE}))*\]))*\}}"
    NODE = re.compile(rf"CREATE \(:(\w+) ({MAP})\);")
    EDGE = re.compile(rf"MATCH \(a:(\w+) ({MAP})\), \(b:(\w+) ({MAP})\) CREATE \(a\)-\[:(\w+) ({MAP})\]->\(b\);")

    def __init__(self, text):
        self.nodes, self.edges = {}, []
        for line in text.split("\n")[:-1]:
            if node := self.NODE.fullmatch(line):
                values = self.map(node[2])
                self.nodes[values["id"]] = {"label": node[1], **values}
            elif edge := self.EDGE.fullmatch(line):
                ends = [self.map(edge[2])["id"], self.map(edge[4])["id"]]
                check("the script joins nodes that it has made", [self.nodes[end]["label"] for end in ends] == [edge[1], edge[3]])
                self.edges.append({"source": ends[0], "target": ends[1], "type": edge[5], **self.map(edge[6])})
            else:
                check("every statement is one of two kinds", False, line)

    def map(self, text):
        found = re.finditer(rf"(\w+): (?:({self.VALUE})|\[((?:{self.VALUE})(?:, (?:{self.VALUE}))*)\])", text)
        return {name: self.value(one) if one else [self.value(v) for v in re.findall(self.VALUE, many)]
                for name, one, many in (part.groups() for part in found)}

    @staticmethod
    def value(text):
        if text[0] != "'":
            return float(text) if "." in text else int(text)
        plain = {"n": "\n", "t": "\t", "r": "\r"}
        return re.sub(r"\\(u....|.)", lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else plain.get(m[1], m[1]), text[1:-1])


def check_cypher(program, whole):
    script = Script(program.export("cypher").read_text())
    check("the script makes every node", {id: (node["label"], node["name"]) for id, node in script.nodes.items()}
          == {node["id"]: (node["labels"][0], node["name"]) for node in whole["nodes"]}, script.nodes)
    check("the script makes every edge whole", attributes_of(script.edges) == attributes_of(whole["links"]),
          set(attributes_of(script.edges)) ^ set(attributes_of(whole["links"])))


def loaded_again(program, extractions):
    with tempfile.TemporaryDirectory() as folder:
        again = Program(program.command[0], pathlib.Path(folder))
        again.run("load", "-", text=extractions)
        return json.loads(again.run("export", "json"))


def check_extractions(program, whole):
    check("Extractions make the same graph again", loaded_again(program, program.run("export", "extractions")) == whole)


class Page(html.parser.HTMLParser):
    """Reads the graph out of the page, as a browser would find it."""
    def __init__(self, text):
        super().__init__()
        self.is_inside, self.data = False, ""
        self.feed(text)
        self.graph = json.loads(self.data)

    def handle_starttag(self, tag, attributes):
        self.is_inside = ("id", "data") in attributes

    def handle_endtag(self, tag):
        self.is_inside = False

    def handle_data(self, data):
        self.data += data if self.is_inside else ""


def acts_of(links):
    return {link["id"] for link in links if link["id"].startswith("s:")}


def read_back(program, cut):
    """Ids of nodes (None where the format has no nodes of its own) and of acts, as readers of the formats find them."""
    def graph(nodes, links):
        return {node["id"] for node in nodes}, acts_of(links)

    def edges(networkx_graph):
        return set(networkx_graph.nodes), {key for *_, key in networkx_graph.edges(keys=True) if str(key).startswith("s:")}

    yield "graphml", edges(networkx.MultiDiGraph(networkx.read_graphml(program.export("graphml", *cut), force_multigraph=True)))
    gexf = ElementTree.parse(program.export("gexf", *cut))
    yield "gexf", graph(*([item.attrib for item in gexf.iterfind(f".//{{http://gexf.net/1.3}}{kind}")] for kind in ("node", "edge")))
    expanded = jsonld.expand(json.loads(program.export("jsonld", *cut).read_text()))
    things = {item["@id"].removeprefix("urn:demarche:") for item in expanded}
    yield "jsonld", (None, {thing for thing in things if thing.startswith("s:")})
    yield "csv", (None, {row["id"] for row in sqlite_rows(program.export("csv", *cut), "acts")})
    folder = program.export("neo4j", *cut)
    yield "neo4j", ({row["id:ID"] for row in sqlite_rows(folder / "nodes.csv", "nodes")},
                    acts_of({"id": row["id:string"]} for row in sqlite_rows(folder / "relationships.csv", "edges")))
    script = Script(program.export("cypher", *cut).read_text())
    yield "cypher", (set(script.nodes), acts_of(script.edges))
    page = Page(program.export("html", *cut).read_text()).graph
    yield "html", graph(page["nodes"], page["links"])
    yield "extractions", (None, acts_of(loaded_again(program, program.run("export", "extractions", *cut))["links"]))


def check_cut(program, cut, whole):
    left = json.loads(program.run("export", "json", *cut))
    nodes, acts = {node["id"] for node in left["nodes"]}, acts_of(left["links"])
    check(f"{cut} leaves some, not all", 0 < len(acts) < len(acts_of(whole["links"])), len(acts))
    for format, (nodes_back, acts_back) in read_back(program, cut):
        check(f"{format} is cut by {cut} as JSON is", acts_back == acts and nodes_back in (None, nodes), (acts ^ acts_back, nodes_back))
    events = sqlite_rows(program.export("dna", *cut) / "events.csv", "events", ";")
    check(f"dna is cut by {cut} as JSON is", {row["statement ID"] for row in events}
          == {link["id"] for link in stances_in(left)}, events)
    ends = {id for link in left["links"] if link["id"] in acts for id in (link["source"], link["target"])}
    drawn = [node for node in left["nodes"] if node["id"] in ends]
    objects = json.loads(subprocess.run(["dot", "-Tjson0", program.export("dot", "--whole", *cut)], capture_output=True,
                                        check=True).stdout, strict=False)["objects"]
    shapes = collections.Counter(item.get("shape") for item in objects if item["name"].startswith("n"))
    check(f"dot is cut by {cut} as JSON is", shapes == collections.Counter(
        "ellipse" if node["labels"] == ["Actor"] else "box" for node in drawn), (shapes, len(drawn)))
    mermaid = program.export("mermaid", "--whole", *cut).read_text()
    check(f"mermaid is cut by {cut} as JSON is", len(re.findall(r"^  n\d+\(?\[", mermaid, re.MULTILINE)) == len(drawn), mermaid)
    svg = ElementTree.parse(program.export("svg", "--whole", *cut))
    is_node = "{http://www.w3.org/2000/svg}g[@class='node']"
    check(f"svg is cut by {cut} as JSON is", sum(title.text.startswith("n") for title in svg.iterfind(
        f".//{is_node}/{{http://www.w3.org/2000/svg}}title")) == len(drawn))


def check_broken_text(program):
    """Bytes that are no text are refused when they come in, so that no format has to hold them."""
    line = document("broken", "2025-11-10", "Wire", "https://x.example", ("Borduria", "rejected", "plan", "actual", "Borduria rejected plan."))
    for name, bytes_in in {"a byte of no text": line.encode().replace(b"Borduria", b"Bor\xffuria"),
                           "half a surrogate pair": line.replace("Borduria", "Bor\\ud800uria").encode(),
                           "an overlong sign": line.encode().replace(b"Borduria", b"Bor\xc0\xafuria")}.items():
        done = subprocess.run([*program.command[:2], program.folder / "broken.db", "load", "-"], input=bytes_in, capture_output=True)
        check(f"{name} is refused", done.returncode == 1 and b"standard input:1" in done.stderr, done.stderr)


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = Program(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder))
        program.run("load", "-", text="\n".join(hostile_graph()))
        whole = check_node_link(program)
        check("the graph is as hostile as it should be", {node["name"] for node in whole["nodes"]} >= {"back\\slash\\"})
        for checked in (check_graphml, check_gexf, check_json_ld, check_csv, check_neo4j, check_dna, check_cypher, check_extractions):
            checked(program, whole)
        check_broken_text(program)
        check_dot(program)
        check_mermaid(program)
        for cut in CUTS:
            check_cut(program, cut, whole)
    return verdict("Every format comes back whole.")


if __name__ == "__main__":
    sys.exit(main())
