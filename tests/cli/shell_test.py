#!/usr/bin/python3
"""The shell of `demarche query` on a terminal, key by key: python3 tests/cli/shell_test.py PROGRAM."""
import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "page"))
from documents import document  # noqa: E402

PROMPT, PATIENCE = "demarche> ", 60  # seconds
REPORT = document("one", "2025-11-20", "Wire", "https://wire.example/one",
                  ("Syldavia", "rejected", "harbour plan", "actual", "Syldavia rejected the harbour plan."))
failures = 0


def check(what, is_so, seen=None):
    global failures
    if not is_so:
        failures += 1
        print(f"FAILED: {what}: {seen!r}")


class Terminal:
    def __init__(self, program, graph, home):
        self.process, self.keys = pty.fork()
        if self.process == 0:
            os.environ.update(HOME=str(home), TERM="xterm", NO_COLOR="1")
            os.execv(program, [str(program), "--graph", str(graph), "query"])
        self.read_to(PROMPT)

    def read_to(self, words):
        seen, end = "", time.monotonic() + PATIENCE
        while words not in seen:
            if not select.select([self.keys], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError(f"{words!r} does not come: {seen!r}")
            seen += os.read(self.keys, 1 << 16).decode()
        return seen

    def type(self, keys):
        """What is shown until the next prompt."""
        os.write(self.keys, keys.encode())
        return self.read_to(PROMPT)

    def end(self):
        os.write(self.keys, b"\x04")
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


def check_completion(terminal):
    for keys, wanted in [("MATCH (a:Act\t) RETURN count(a) AS n;\r", "1"),
                         ("MATCH ()-[r:REJ\t]->() RETURN type(r) AS t;\r", "REJECTED"),
                         ("MATCH (a:Actor) RETURN a.na\t AS n;\r", "Syldavia"),
                         ("RETURN toUp\t'x') AS n;\r", "X")]:
        lines = terminal.type(keys).split("\r\n")
        check(f"{keys!r} is completed", wanted in map(str.strip, lines), lines)


def check_interrupt(terminal):
    terminal.type("RETURN 'half\x03")
    check("Ctrl-C gives up what was typed, not the shell", "\r\n2\r\n" in terminal.type("RETURN 2;\r").replace(" ", ""))
    terminal.type("RETURN 3\r\x03")
    check("and a query of several lines", "\r\n4\r\n" in terminal.type("RETURN 4;\r").replace(" ", ""))


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        home, graph = pathlib.Path(folder), pathlib.Path(folder) / "shell.db"
        subprocess.run([program, "--graph", graph, "load", "-"], input=REPORT, text=True, check=True, stdout=subprocess.DEVNULL)
        terminal = Terminal(program, graph, home)
        check_completion(terminal)
        check_interrupt(terminal)
        terminal.type("RETURN 5 AS\rn;\r")
        check("Ctrl-D ends the shell", terminal.end() == 0)
        terminal = Terminal(program, graph, home)
        check("another shell remembers, a query of several lines too", "5" in terminal.type("\x1b[A\r").split("\r\n")[-2],
              home.iterdir())
        terminal.end()
    print("The shell does all that it should." if not failures else f"{failures} checks failed.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
