#!/usr/bin/python3
"""Every export format read back by a reader that is not ours: python3 tests/export/readers_test.py PROGRAM. One graph with
names as hostile as they come goes out in all formats, and must come back whole."""
import csv
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
         "=HYPERLINK(\"http://x\")": "organisation", "; DROP, TABLE|x;#35;": "organisation", "'); MATCH (n) //": "organisation"}
PLANS = ["plan {a: \"b\"} \\", "-2+3 <plan> & 'deal'", "@sum plan\u2028é"]
MODALITIES = ["actual", "denied", "planned"]
RELATIONS = ["proposed", "accepted", "rejected", "supported", "opposed"]


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


def check_graph_reader(what, graph, whole):
    """A graph that networkx has read, against the JSON."""
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
    check("GEXF keeps every name", names == {node["id"]: node["name"] for node in whole["nodes"]}, names)


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
    return json.loads(done.stdout)


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


def check_dna(program, whole):
    folder = program.export("dna")
    events = sqlite_rows(folder / "events.csv", "events", ";")
    sides = {"proposed": "1", "accepted": "1", "supported": "1", "rejected": "0", "opposed": "0", "withdrew": "0"}
    actual = [link for link in whole["links"] if link.get("modality") == "actual" and link["type"].lower() in sides]
    check("the list of events has every stance", sorted((row["statement ID"], row["agreement"]) for row in events)
          == sorted((link["id"], sides[link["type"].lower()]) for link in actual))
    matrices = {}
    for name in ("congruence", "conflict", "subtract"):
        with open(folder / f"{name}.csv", newline="") as file:
            matrices[name] = [[int(cell) for cell in row[1:]] for row in list(csv.reader(file, delimiter=";"))[1:]]
    check("the networks are of actors among themselves", all(matrix == [list(row) for row in zip(*matrix)]
                                                             for matrix in matrices.values()))
    check("subtract is congruence less conflict", matrices["subtract"] == [
        [a - b for a, b in zip(*rows)] for rows in zip(matrices["congruence"], matrices["conflict"])])
    stances = {}
    for link in actual:
        stances.setdefault(link["target"], set()).add((link["source"], sides[link["type"].lower()]))
    pairs = sum(1 for side in stances.values() for a in side for b in side if a < b and a[0] != b[0] and a[1] == b[1])
    check("congruence counts the proposals with one opinion", sum(map(sum, matrices["congruence"])) == 2 * pairs, pairs)


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


def check_cypher(program, whole):
    """A reader of the literals; a database would need a server."""
    lines = program.export("cypher").read_text().split("\n")[:-1]
    literal = re.compile(r"'((?:[^'\\]|\\.)*)'")
    unescaped = {"n": "\n", "t": "\t", "r": "\r"}
    values = {re.sub(r"\\(.)", lambda m: unescaped.get(m[1], m[1]), found) for line in lines for found in literal.findall(line)}
    check("a statement each", len(lines) == len(whole["nodes"]) + len(whole["links"]) and all(line.endswith(";") for line in lines))
    missing = {node["name"] for node in whole["nodes"]} - values
    check("the script keeps every name", not missing, missing)


def check_extractions(program, whole):
    again = Program(program.command[0], program.folder / "again")
    again.folder.mkdir()
    again.command[2] = again.folder / "again.db"
    again.run("load", "-", text=program.export("extractions").read_text())
    check("Extractions make the same graph again", json.loads(again.run("export", "json")) == whole)


def check_cuts(program):
    acts = {}
    for format in ("json", "graphml", "cypher", "csv"):
        text = program.export(format, "--relations", "rejected", "--modality", "actual", "--as-of", "2025-11-14").read_text()
        acts[format] = set(re.findall(r"s:[0-9a-f]{12}", text))
    check("every format is cut alike", acts["json"] and len(set(map(frozenset, acts.values()))) == 1, acts)


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = Program(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder))
        program.run("load", "-", text="\n".join(hostile_graph()))
        whole = check_node_link(program)
        check("the graph is as hostile as it should be", {node["name"] for node in whole["nodes"]} >= {"back\\slash\\"})
        for checked in (check_graphml, check_gexf, check_json_ld, check_csv, check_neo4j, check_dna, check_cypher, check_extractions):
            checked(program, whole)
        check_dot(program)
        check_mermaid(program)
        check_cuts(program)
    return verdict("Every format comes back whole.")


if __name__ == "__main__":
    sys.exit(main())
