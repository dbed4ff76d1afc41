// Puts the page together: the graph that lies in it, or, where it is served live, the one that the server gives, looked up
// anew whenever the graph file has changed.
"use strict";

const liveEvery = 4000; // milliseconds

class Page {
  constructor(graph) {
    this.model = readModel(graph);
    this.state = fromAddress(location.hash, this.model);
    this.staged = null; // how far the drawing is folded
    this.drawing = new Drawing(byId("graph"), this.model, (id) => this.choose(id));
    const changed = () => this.refresh();
    fillFilters(this.model, this.state, changed);
    this.slider = new TimeSlider(this.model, this.state, changed);
    startSearch(this.model, (id, how) => this.choose(id, how));
    byId("show-graph").onclick = () => this.view("graph");
    byId("show-table").onclick = () => this.view("table");
    byId("theme").onclick = () => this.switchTheme();
    byId("help").onclick = () => byId("keys").showModal();
    byId("reset").onclick = () => { Object.assign(this.state, beginning(this.model), {theme: this.state.theme}); this.restart(); };
    this.applyTheme();
    this.refresh();
    if (this.state.chosen !== null) this.drawing.reveal(this.state.chosen);
  }

  // After the sets of the state were made anew, the filters must look at the new ones.
  restart() {
    fillFilters(this.model, this.state, () => this.refresh());
    this.refresh();
  }

  refresh() {
    const {model, state} = this;
    const isTable = state.view === "table";
    byId("graph").hidden = isTable;
    byId("table").hidden = !isTable;
    byId("show-graph").setAttribute("aria-pressed", String(!isTable));
    byId("show-table").setAttribute("aria-pressed", String(isTable));
    this.shown = visible(model, state);
    if (this.staged !== state.fold) {
      this.drawing.stage(state.fold);
      this.staged = state.fold;
      this.isFitted = false;
    }
    this.drawing.show(this.shown);
    this.drawing.mark(state.chosen);
    if (!this.isFitted && !isTable) { // a hidden drawing has no size to fit into
      this.drawing.fit();
      this.isFitted = true;
    }
    fillTable(byId("table"), model, this.shown, state, (id) => this.choose(id));
    fillPanel(byId("panel"), model, this.shown, state.chosen, (id) => this.choose(id, "reveal"));
    refreshFilters(model, state, this.shown, () => this.refresh());
    this.slider.refresh();
    byId("summary").textContent = `${this.shown.nodes.size} nodes, ${this.shown.acts} of ${model.acts.length} acts`;
    const address = toAddress(state, model);
    history.replaceState(null, "", address ? "#" + address : location.pathname + location.search);
  }

  choose(id, how) {
    this.state.chosen = id;
    this.refresh();
    if (how === "reveal" && id !== null) this.drawing.reveal(id);
  }

  view(name) {
    this.state.view = name;
    this.refresh();
    if (name === "graph") this.drawing.cy.resize();
  }

  switchTheme() {
    this.state.theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    this.applyTheme();
    this.refresh();
  }

  applyTheme() {
    const usual = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    document.documentElement.dataset.theme = this.state.theme ?? usual;
    this.drawing.repaint();
  }

  // The next node in sight after the one chosen, or the one before it; by number of edges, then name.
  walk(by) {
    const ids = [...this.shown.nodes].sort((a, b) => this.drawing.weight(b) - this.drawing.weight(a) || (a < b ? -1 : 1));
    if (ids.length === 0) return;
    const at = ids.indexOf(this.state.chosen);
    this.choose(ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length], "reveal");
  }

  // The next edge of the node that is chosen or that the chosen edge leaves.
  walkEdges() {
    const chosen = this.model.bundles.get(this.state.chosen);
    const end = chosen ? this.edgesOf ?? chosen.from : this.state.chosen;
    if (end === null) return;
    this.edgesOf = end;
    const bundles = [...this.shown.bundles.keys()].filter((bundle) => bundle.from === end || bundle.to === end);
    const next = bundles[(bundles.indexOf(chosen) + 1) % bundles.length];
    if (next) this.choose(next.id, "reveal");
  }
}

function onKey(page, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  const isTyping = event.target.matches("input:not([type=checkbox]):not([type=range]), textarea");
  if (isTyping) return;
  const inGraph = page.state.view === "graph" && !event.target.matches("input[type=range]");
  const actions = {
    "/": () => byId("words").focus(), "?": () => byId("keys").showModal(),
    g: () => page.view("graph"), t: () => page.view("table"), d: () => page.switchTheme(),
    n: () => page.walk(1), p: () => page.walk(-1), e: () => page.walkEdges(),
    "[": () => page.slider.step(-1), "]": () => page.slider.step(1),
    f: () => page.drawing.fit(), "+": () => page.drawing.zoomBy(1.25), "-": () => page.drawing.zoomBy(0.8),
    Escape: () => page.choose(null),
  };
  if (!event.target.matches("button, summary, input, a")) actions[" "] = () => page.slider.toggle();
  if (inGraph) Object.assign(actions, {
    ArrowLeft: () => page.drawing.move(60, 0), ArrowRight: () => page.drawing.move(-60, 0),
    ArrowUp: () => page.drawing.move(0, 60), ArrowDown: () => page.drawing.move(0, -60)});
  if (!actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
}

function say(text) { byId("summary").textContent = text; }

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

async function start() {
  const lying = byId("data").textContent.trim();
  let page = null, generation = null;
  const open = (graph) => {
    page?.slider.stop();
    page?.drawing.cy.destroy();
    page = new Page(graph);
    window.demarche = page; // for those who look behind the page, and for its tests
  };
  document.addEventListener("keydown", (event) => { if (page) onKey(page, event); });
  window.addEventListener("hashchange", () => { if (page) { Object.assign(page.state, fromAddress(location.hash, page.model)); page.restart(); } });
  window.addEventListener("resize", () => page?.drawing.cy.resize());
  if (lying) return open(JSON.parse(lying));
  const look = async () => {
    try {
      const now = (await fetched("api/generation")).generation;
      if (now !== generation) open(await fetched("api/graph"));
      generation = now;
    } catch (error) {
      say(`The server does not answer: ${error.message}`);
    }
    setTimeout(look, liveEvery);
  };
  return look();
}

start();
