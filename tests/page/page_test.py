#!/usr/bin/python3
"""The page in a real browser: python3 tests/page/page_test.py PROGRAM. One browser serves all checks; each says in a word
what it saw where it fails. With SCREENSHOTS=FOLDER set, pictures are kept there."""
import os
import pathlib
import subprocess
import sys
import tempfile

from browser import Browser
from checks import check, verdict
from documents import document

TALKS = [
    document("one", "2025-11-20", "Continental Wire", "https://wire.example/one",
             ("Borduria", "proposed", "harbour plan", "actual", "Borduria tabled the harbour plan 🚢 in the morning."),
             ("Syldavia", "rejected", "harbour plan", "actual", "Syldavia would not hear of the harbour plan."),
             ("Klow Port", "accepted", "harbour plan", "denied", "It is not true that Klow Port agreed to the harbour plan.")),
    document("two", "2025-11-22", "Meridian Post", "https://post.example/two",
             ("Syldavia", "accepted", "harbour plan", "actual", "In the end Syldavia signed the harbour plan."),
             ("Syldavia", "proposed", "customs union", "actual", "Syldavia also offered a customs union.")),
]

SCRIPT = "</script><script>window.caught = 1</script><!--<script>"
HOSTILE = [
    document("evil" + SCRIPT, "2025-11-20", SCRIPT, "javascript:window.caught=2",
             ("<img src=x onerror=window.caught=3>", "proposed", "plan \u2028 \"'` ]]> \\ " + SCRIPT, "actual",
              "<img src=x onerror=window.caught=3> tabled plan \u2028 \"'` ]]> \\ " + SCRIPT + " & \u202eback\\")),
    document("two", "2025-11-21", "\u202eright to left", "https://x.example/\"><script>window.caught=4</script>",
             ("مجلس الأمن", "rejected", "{{data}} {{scripts}}", "actual", "مجلس الأمن refused {{data}} {{scripts}} 🙂.")),
]


def export(program, folder, name, lines):
    graph, page = folder / f"{name}.db", folder / f"{name}.html"
    subprocess.run([program, "--graph", graph, "load", "-"], input="\n".join(lines), text=True, check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run([program, "--graph", graph, "export", "html", "-o", page], check=True)
    return page.as_uri()


def keep(page, name):
    if os.environ.get("SCREENSHOTS"):
        page.picture(f"{os.environ['SCREENSHOTS']}/{name}.png")


def text(page, id):
    return page.run(f"document.getElementById('{id}').textContent")


def edges(page):
    return page.run("demarche.drawing.cy.edges().not('.away').map(edge => edge.data('label')).sort()")


def place_of(page, chooser):
    """Where on the screen a node or edge of the drawing is."""
    return page.run(f"(() => {{ const item = {chooser}, frame = document.getElementById('graph').getBoundingClientRect();"
                    "const at = item.isNode() ? item.renderedPosition() : item.renderedMidpoint();"
                    "return [frame.x + at.x, frame.y + at.y]; })()")


def check_loading(page, address):
    page.open(address)
    check("the page opens without a complaint", page.complaints() == [], page.complaints())
    check("it shows all", text(page, "summary") == "5 nodes, 5 of 5 acts", text(page, "summary"))
    check("every bundle has its edge", edges(page) == ["accepted", "accepted (denied)", "proposed", "proposed", "rejected"],
          edges(page))
    keep(page, "loaded")


def check_search(page):
    page.press("/")
    page.type("syldav")
    check("search finds a beginning of a name", page.run("document.querySelector('#hits li').textContent")
          == "Syldavia organisation", text(page, "hits"))
    page.press("Enter")
    check("what was found is chosen", page.run("document.querySelector('#panel h2').textContent") == "Syldavia",
          text(page, "panel"))
    page.press("/")
    page.run("document.getElementById('words').value = ''")
    page.type("morning")
    check("search finds quotations", "Borduria tabled" in text(page, "hits"), text(page, "hits"))
    page.press("Escape")


def check_filters(page):
    page.run("document.querySelector('#relations input[value=rejected]').click()")
    check("a relation can be hidden", "rejected" not in edges(page), edges(page))
    page.run("document.querySelector('#modalities input[value=denied]').click()")
    check("a modality can be hidden", edges(page) == ["accepted", "proposed", "proposed"], edges(page))
    page.run("document.querySelector('#sources input[value=\"Continental Wire\"]').click()")
    check("a source can be hidden", edges(page) == ["accepted", "proposed"], edges(page))
    page.run("document.getElementById('reset').click()")
    check("reset shows all again", len(edges(page)) == 5, edges(page))
    page.run("const box = document.getElementById('actor'); box.value = 'borduria'; box.onchange()")
    check("one actor can be asked for", edges(page) == ["proposed"], edges(page))
    page.run("document.querySelector('#actors button').click()")
    page.run("document.getElementById('in-force').click()")
    check("a replaced stance is no longer in force", edges(page) == ["accepted", "proposed", "proposed"], edges(page))
    page.run("document.getElementById('reset').click()")


def check_slider(page):
    page.run("const day = document.getElementById('day'); day.value = 0; day.oninput()")
    check("the first day knows the first report", edges(page) == ["accepted (denied)", "proposed", "rejected"], edges(page))
    check("the day is told", text(page, "as-of") == "as of 2025-11-20", text(page, "as-of"))
    page.run("document.activeElement.blur()")
    page.press(" ")
    page.wait_for("document.getElementById('as-of').textContent === 'everything'")
    check("the replay ends with everything", len(edges(page)) == 5, edges(page))


def check_evidence(page):
    page.press("Escape")
    page.press("f")
    page.click(*place_of(page, "demarche.drawing.cy.edges('.rejected')[0]"))
    check("a click on an edge shows its quotation", page.run("document.querySelector('#panel blockquote').textContent")
          == "Syldavia would not hear of the harbour plan.", text(page, "panel"))
    marks = page.run("[...document.querySelectorAll('#panel mark')].map(mark => mark.className + ' ' + mark.textContent)")
    check("its ends are marked", marks == ["actor Syldavia", "proposal harbour plan"], marks)
    check("it links its source", page.run("document.querySelector('#panel a').href") == "https://wire.example/one")
    keep(page, "edge")
    page.click(*place_of(page, "demarche.drawing.cy.nodes().filter(node => node.data('label') === 'Borduria')"))
    marks = page.run("[...document.querySelectorAll('#panel mark')].map(mark => mark.textContent)")
    check("a click on a node shows its acts, marked also after a sign outside the basic plane",
          marks == ["Borduria", "harbour plan"], marks)


def check_motion(page):
    place = "demarche.drawing.motion.renderer.data.canvases[2].style.transform"
    page.run(f"demarche.drawing.motion.cost = 99; demarche.drawing.move(40, -8); window.gliding = {place}")
    check("what takes long to draw is moved as a picture", page.run("gliding") == "translate(40px, -8px) scale(1)",
          page.run("gliding"))
    page.wait_for(f"{place} === ''")
    check("and drawn anew when it rests", page.run("!demarche.drawing.motion.isGliding"))
    page.run("demarche.drawing.motion.cost = 0")
    page.press("f")


def check_table(page):
    page.press("t")
    cells = page.run("[...document.querySelectorAll('#table tbody tr')].map(row => "
                     "[...row.children].map(cell => cell.textContent))")
    check("the table says who stands where", sorted(cells) ==
          [["customs union", "Syldavia proposed, 2025-11-22", "", "", ""],
           ["harbour plan", "Borduria proposed, 2025-11-20", "Syldavia accepted, 2025-11-22", "", ""]], cells)
    page.press("[")
    page.press("[")
    against = page.run("document.querySelector('#table td[data-title=Against]').textContent")
    check("as of a day the table says who stood where", against == "Syldavia rejected, 2025-11-20", against)
    keep(page, "table")


def check_permalink(page):
    page.press("d")
    state = page.run("location.hash")
    check("the address keeps the view", all(word in state for word in ("view=table", "day=2025-11-20", "theme=")), state)
    address = page.run("location.href")
    page.open("about:blank")
    page.open(address)
    check("the address brings it back", text(page, "as-of") == "as of 2025-11-20"
          and not page.run("document.getElementById('table').hidden"))
    page.press("g")
    x, y = place_of(page, "demarche.drawing.cy.nodes().not('.away')[0]")
    check("a graph that was hidden at first is in sight", 230 < x < 1000 and 50 < y < 830, (x, y))
    keep(page, "dark")
    page.press("n")
    check("keys go from node to node", page.run("demarche.state.chosen !== null"))
    page.press("e")
    check("and along its edges", page.run("demarche.model.bundles.has(demarche.state.chosen)"))


def check_small(page, empty, single):
    page.open(empty)
    check("a graph without acts has its page", page.complaints() == [] and text(page, "summary") == "0 nodes, 0 of 0 acts",
          (page.complaints(), text(page, "summary")))
    for key in "tnepf ":
        page.press(key)
    check("keys do no harm there", page.complaints() == [], page.complaints())
    page.open(single)
    check("a single act has its page", page.complaints() == [] and edges(page) == ["proposed"], (page.complaints(), edges(page)))
    room = page.run("(() => { const [a, b] = demarche.drawing.cy.nodes().map(node => node.boundingBox());"
                    "return Math.max(a.x1 - b.x2, b.x1 - a.x2, a.y1 - b.y2, b.y1 - a.y2); })()")
    check("there is room between the two ends for a word", room > 40, room)


def check_phone(page, address):
    page.call("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=2, mobile=True)
    page.open("about:blank")
    page.open(address)
    check("on a phone nothing is wider than the screen", page.run("document.documentElement.scrollWidth") == 390)
    tops = page.run("['graph', 'panel', 'filters'].map(id => document.getElementById(id).getBoundingClientRect().top)")
    check("on a phone the graph comes first", tops == sorted(tops) and tops[0] < 200, tops)
    keep(page, "phone")
    page.run("demarche.view('table')")
    wide = page.run("[...document.querySelectorAll('#table *')].filter(item => item.getBoundingClientRect().right > 391).length")
    check("on a phone the table fits", wide == 0, wide)
    keep(page, "phone-table")
    page.call("Emulation.clearDeviceMetricsOverride")


def check_print(page, address):
    page.open("about:blank")
    page.open(address)
    page.call("Emulation.setEmulatedMedia", media="print")
    seen = page.run("['graph', 'table', 'panel', 'filters', 'search'].map(id => getComputedStyle(document.getElementById(id)).display)")
    check("on paper are graph, table and evidence, and no controls", seen == ["block", "block", "block", "none", "none"], seen)
    page.call("Emulation.setEmulatedMedia", media="")


def check_hostile(page, address):
    page.open(address)
    complaints = page.complaints()
    check("a hostile document breaks nothing", complaints == [], complaints)
    check("all of it is there", page.run("demarche.model.acts.length") == 2)
    page.run("for (const id of demarche.model.bundles.keys()) { demarche.choose(id); demarche.view('table'); }")
    page.run("demarche.choose([...demarche.model.bundles.keys()][0])")
    page.press("/")
    page.type("<img")
    keep(page, "hostile")
    check("no script of it ran", page.run("window.caught === undefined"), page.run("window.caught"))
    check("no element of it came to be", page.run("document.querySelectorAll('img, iframe, object').length") == 0)
    links = page.run("[...demarche.model.bundles.keys()].flatMap(id => { demarche.choose(id); "
                     "return [...document.querySelectorAll('#panel a')].map(link => link.protocol); })")
    check("only web addresses can be followed", links == ["https:"], links)
    check("a placeholder in a name stays a name", page.run("[...demarche.model.nodes.values()]"
          ".some(node => node.aliases.includes('{{data}} {{scripts}}'))"))
    page.run("const late = document.createElement('script'); late.textContent = 'window.caught = 5'; document.body.append(late)")
    check("the policy stops scripts that come later", page.run("window.caught === undefined"))


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder, Browser() as page:
        folder = pathlib.Path(folder)
        check_loading(page, export(program, folder, "talks", TALKS))
        check_search(page)
        check_filters(page)
        check_slider(page)
        check_evidence(page)
        check_motion(page)
        check_table(page)
        check_permalink(page)
        check_small(page, export(program, folder, "empty", [document("none", "2025-11-20", "Wire", None)]),
                    export(program, folder, "single", [document("one", "2025-11-20", "Wire", None, ("Borduria", "proposed", "harbour plan",
                                                                "actual", "Borduria tabled the harbour plan."))]))
        check_phone(page, (folder / "talks.html").as_uri())
        check_print(page, (folder / "talks.html").as_uri())
        check_hostile(page, export(program, folder, "hostile", HOSTILE))
    return verdict("The page does all that it should.")


if __name__ == "__main__":
    sys.exit(main())
