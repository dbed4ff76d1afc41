#!/usr/bin/python3
"""The shell of `demarche query` on a terminal, key by key: python3 tests/cli/shell_test.py PROGRAM."""
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "page"))
from checks import check, verdict  # noqa: E402
from documents import document  # noqa: E402

PROMPT, CONTINUED, PATIENCE = "demarche> ", "...> ", 60  # seconds
REPORT = document("one", "2025-11-20", "Wire", "https://wire.example/one",
                  ("Syldavia", "rejected", "harbour plan", "actual", "Syldavia rejected the harbour plan."))


class Terminal:
    def __init__(self, program, graph, home):
        self.process, self.keys = pty.fork()
        if self.process == 0:
            os.environ.update(HOME=str(home), TERM="xterm", NO_COLOR="1")
            os.execv(program, [str(program), "--graph", str(graph), "query"])
        self.read_to(PROMPT)

    def read_to(self, pattern):
        seen, end = "", time.monotonic() + PATIENCE
        while not re.search(pattern, seen, re.DOTALL):
            if not select.select([self.keys], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError(f"{pattern!r} does not come: {seen!r}")
            seen += os.read(self.keys, 1 << 16).decode()

    def write(self, keys):
        os.write(self.keys, keys.encode())

    def answers(self, keys, line):
        """Waits for this line of an answer and for the prompt behind it, which the shell also shows while keys are typed."""
        self.write(keys)
        self.read_to(rf"\n\s*{re.escape(line)}\s*\r\n.*{PROMPT}")

    def end(self):
        """Ctrl-D until the shell ends: one typed before it reads keys again is lost."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            os.write(self.keys, b"\x04")
            for _ in range(10):
                done, status = os.waitpid(self.process, os.WNOHANG)
                if done:
                    return os.waitstatus_to_exitcode(status)
                time.sleep(0.05)
        raise TimeoutError("Ctrl-D does not end the shell")


def complete(terminal):
    terminal.answers("MATCH (a:Act\t) RETURN count(a) AS n;\r", "1")
    terminal.answers("MATCH ()-[r:REJ\t]->() RETURN type(r) AS t;\r", "REJECTED")
    terminal.answers("MATCH (a:Actor) RETURN a.na\t AS n;\r", "Syldavia")
    terminal.answers("RETURN toUp\t'x') AS n;\r", "X")


def interrupt(terminal):
    """Ctrl-C gives up what is typed, not the shell."""
    for typed, shown in (("RETURN 'half", "half"), ("RETURN 3\r", CONTINUED)):
        terminal.write(typed)
        terminal.read_to(shown)
        terminal.write("\x03")
        terminal.read_to(PROMPT)
        terminal.answers("RETURN 'whole' + '!';\r", "whole!")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        home, graph = pathlib.Path(folder), pathlib.Path(folder) / "shell.db"
        subprocess.run([program, "--graph", graph, "load", "-"], input=REPORT, text=True, check=True, stdout=subprocess.DEVNULL)
        terminal = Terminal(program, graph, home)
        complete(terminal)
        interrupt(terminal)
        terminal.answers("RETURN 5 AS\rn;\r", "5")
        check("Ctrl-D ends the shell", terminal.end() == 0)
        terminal = Terminal(program, graph, home)
        terminal.answers("\x1b[A\r", "5")  # another shell remembers, a query of several lines too
        terminal.write("\0")  # what the terminal makes of a Ctrl-D before the shell reads keys again
        check("Ctrl-D ends it too", terminal.end() == 0)
    return verdict("The shell does all that it should.")


if __name__ == "__main__":
    sys.exit(main())
