#!/usr/bin/python3
"""`demarche serve` as programs and browsers meet it: python3 tests/page/serve_test.py PROGRAM."""
import http.client
import json
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from browser import Browser
from checks import check, verdict
from documents import document

HERE = pathlib.Path(__file__).resolve().parent
READERS, REQUESTS, WRITTEN = 50, 10, 60


def report(number):
    return document(f"d{number:03}", "2025-11-20", "Wire", f"https://wire.example/{number}",
                    (f"Actor{number:03}", "rejected", "harbour ferry plan", "actual", f"Actor{number:03} rejected the harbour ferry plan."))


class Server:
    def __init__(self, program, graph):
        self.process = subprocess.Popen([program, "--graph", graph, "serve", "--port", "0", "--timeout", "2"], stdout=subprocess.PIPE, text=True)
        self.address = re.search(r"http://127\.0\.0\.1:(\d+)/", self.process.stdout.readline())
        self.port = int(self.address[1])

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, body

    def rows(self, path):
        status, _, body = self.ask(path)
        return json.loads(body) if status == 200 else (status, body)

    def end(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


def check_answers(server, program, graph):
    printed = subprocess.run([program, "--graph", graph, "--json", "who", "rejected"], capture_output=True, text=True).stdout
    check("it answers what the command line prints", server.ask("/api/who?relations=rejected")[2] == printed)
    status, headers, body = server.ask("/api/who?limit=2&offset=1")
    check("answers come in pages", (status, headers["X-Total-Count"], len(json.loads(body))) == (200, "5", 2), body)
    check("the last page is what is left", len(server.rows("/api/who?offset=4")) == 1)
    check("beyond the last page is nothing", server.ask("/api/who?offset=99")[2] == "[]\n")
    check("search finds documents", len(server.rows("/api/search?words=harbour")) == 5)
    check("names are found as on the command line", server.rows("/api/what?actor=Actor003")[0]["actor"]["name"] == "Actor003")


def check_queries(server):
    def asked(text, **more):
        return server.ask("/api/query?" + urllib.parse.urlencode({"cypher": text, **more}, doseq=True))

    status, headers, body = asked("MATCH (a:Actor)-[:REJECTED]->(p) RETURN a.name AS name ORDER BY name", limit=2, offset=1)
    check("a query's rows come in pages", (headers["X-Total-Count"], json.loads(body)) ==
          ("5", [{"name": "Actor001"}, {"name": "Actor002"}]), body)
    check("parameters are put in", json.loads(asked("RETURN $a + $b AS c", param=["a=1", "b=2"])[2]) == [{"c": 3}])
    check("filters cut the graph", json.loads(asked("MATCH ()-[r:REJECTED]->() RETURN count(r) AS n",
                                                    **{"as-of": "2025-11-19"})[2]) == [{"n": 0}])
    for text in ("MATCH (n RETURN n", "CREATE (n:Actor)", "MATCH (n) DELETE n", "RETURN nothing"):
        status, _, body = asked(text)
        check(f"{text} is refused", status == 400 and json.loads(body)["error"]["why"], (status, body))
    began = time.monotonic()
    status, _, body = asked("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)")
    check("a query without end is ended", status == 503 and time.monotonic() - began < 8, (status, body))


def check_refusals(server):
    for path, wanted in [("/api/who?limit=1001", 400), ("/api/who?relation=rejected", 400), ("/api/who?as-of=yesterday", 400),
                         ("/api/what", 400), ("/api/what?actor=Nobody", 404), ("/api/nothing", 404), ("/../../etc/passwd", 404),
                         ("/api/who?limit=1&limit=2", 400), ("/api/who?modality=certain", 400), ("/api/who?" + "x" * 9000, 414)]:
        status, _, body = server.ask(path)
        check(f"{path[:40]} is refused and says why", status == wanted and json.loads(body)["error"]["why"], (status, body))


def check_strangers(server):
    own = f"127.0.0.1:{server.port}"
    strange = [{"Host": "evil.example"}, {"Host": f"evil.example:{server.port}"}, {"Host": "127.0.0.1"},
               {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"}]
    for headers in strange:
        check(f"a stranger is refused: {headers}", server.ask("/api/who", **headers)[0] == 403)
    check("its own page may ask", server.ask("/api/who", Host=own, Origin="http://" + own, Sec_Fetch_Site="same-origin")[0] == 200)
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        check(f"{method} is refused", server.ask("/api/who", method)[0] == 405, server.ask("/api/who", method))
    _, headers, _ = server.ask("/api/who")
    check("no other origin is allowed in", "Access-Control-Allow-Origin" not in headers)


def check_bodies(server):
    """What a refused request carries is neither waited for nor taken for the next request."""
    host = f"Host: 127.0.0.1:{server.port}\r\n"
    carried = "x" * 8192 + f"GET /api/generation HTTP/1.1\r\n{host}\r\n"
    for request, wanted in [("POST /api/who", 405), ("GET /api/who", 413), ("GET /nowhere", 413)]:
        for length, sent in ((len(carried), carried), (10 ** 9, "")):
            with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
                connection.sendall(f"{request} HTTP/1.1\r\n{host}Content-Length: {length}\r\n\r\n{sent}".encode())
                answer = b""
                try:
                    while piece := connection.recv(1 << 16):
                        answer += piece
                except ConnectionResetError:  # the rest of the body found nobody
                    pass
            check(f"{request} with a body of {length} is refused at once", answer.startswith(f"HTTP/1.1 {wanted}".encode())
                  and answer.count(b"HTTP/1.1") == 1, answer)


def check_description(server):
    described = json.loads(server.ask("/openapi.json")[2])
    source = (HERE.parent.parent / "cli" / "serve_routes.cpp").read_text()
    check("the description has every route and no other", set(described["paths"]) == set(re.findall(r'\{"(/api/[a-z]+)"', source)))
    values = {"cypher": "MATCH%20(a:Actor)%20RETURN%20a.name", "name": "Actor001", "actor": "Actor001", "since": "2025-01-01", "words": "plan"}
    usual = {"as-of": "2025-12-01", "from": "2025-01-01", "to": "2025-12-31", "modality": "all", "relations": "any",
             "speaker": "Actor001", "source": "Wire", "first-hand": "false", "min-confidence": "0.5", "in-force": "true",
             "limit": "5", "offset": "0", "proposal": "harbour ferry plan", "alone": "true", "param": "a%3D1", "about": "Actor001", "depth": "2", **values}
    for path, methods in described["paths"].items():
        names = [p.get("name") or p["$ref"].rsplit("/", 1)[1] for p in methods["get"]["parameters"]]
        needed = "&".join(f"{p['name']}={values[p['name']]}" for p in methods["get"]["parameters"] if p.get("required"))
        status, _, body = server.ask(f"{path}?{needed}")
        check(f"{path} answers as described", status == 200, body)
        for name in names:
            query = needed if f"{name}=" in needed else f"{needed}&{name}={usual[name]}".lstrip("&")
            status, _, body = server.ask(f"{path}?{query.replace(' ', '%20')}")
            check(f"{path} takes {name}", status == 200, body)


def check_crowd(server, program, graph):
    """Fifty read while one writes."""
    wrong = []

    def read():
        for number in range(REQUESTS):
            status, _, body = server.ask(("/api/who", "/api/graph", "/api/actors", "/")[number % 4])
            if status != 200:
                wrong.append((status, body))

    readers = [threading.Thread(target=read) for _ in range(READERS)]
    writer = subprocess.Popen([program, "--graph", graph, "load", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    for reader in readers:
        reader.start()
    for number in range(5, WRITTEN):
        writer.stdin.write(report(number) + "\n")
        writer.stdin.flush()
    for reader in readers:
        reader.join()
    writer.stdin.close()
    check("the ingestion ends well", writer.wait(60) == 0)
    check("no reader met an error", wrong == [], wrong[:3])


def check_live(server, program, graph):
    with Browser() as page:
        page.open(f"http://127.0.0.1:{server.port}/")
        page.wait_for(f"window.demarche && window.demarche.model.acts.length === {WRITTEN}")
        check("the live page opens without a complaint", page.complaints() == [], page.complaints())
        subprocess.run([program, "--graph", graph, "load", "-"], input=report(WRITTEN), text=True, stdout=subprocess.DEVNULL)
        page.wait_for(f"window.demarche.model.acts.length === {WRITTEN + 1}")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        graph = pathlib.Path(folder) / "live.db"
        subprocess.run([program, "--graph", graph, "load", "-"], input="\n".join(map(report, range(5))), text=True, check=True,
                       stdout=subprocess.DEVNULL)
        server = Server(program, graph)
        try:
            check_answers(server, program, graph)
            check_queries(server)
            check_refusals(server)
            check_strangers(server)
            check_bodies(server)
            check_description(server)
            taken = subprocess.run([program, "--graph", graph, "serve", "--port", str(server.port)], capture_output=True, text=True, timeout=20)
            check("a port that is taken is an error", taken.returncode == 2 and "--port" in taken.stderr, taken.stderr)
            check_crowd(server, program, graph)
            check_live(server, program, graph)
        finally:
            status = server.end()
        check("Ctrl-C ends it cleanly", status == 0, status)
    return verdict("The server does all that it should.")


if __name__ == "__main__":
    sys.exit(main())
