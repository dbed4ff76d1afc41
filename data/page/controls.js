// The filters, the search and the slider over time. Each control reads and writes the state, and calls `changed`.
"use strict";

const byId = (id) => document.getElementById(id);
const stepTime = 900; // milliseconds a day of the replay

// A check box for each value; what is unticked is in `without`.
function fillChoices(place, values, without, count, changed) {
  place.replaceChildren(...values.map((value) => {
    const box = make("input", {type: "checkbox", checked: !without.has(value), value, onchange: () => {
      if (box.checked) without.delete(value);
      else without.add(value);
      changed();
    }});
    return make("label", {className: "choice"}, box, make("span", {className: `relation ${value}`}, value),
                make("small", {}, String(count(value))));
  }));
}

function fillFilters(model, state, changed) {
  const counted = (key) => (value) => model.acts.filter((act) => act[key] === value).length;
  const found = (values, key) => values.filter((value) => counted(key)(value) > 0);
  fillChoices(byId("relations"), found(relations, "relation"), state.withoutRelations, counted("relation"), changed);
  fillChoices(byId("modalities"), found(modalities, "modality"), state.withoutModalities, counted("modality"), changed);
  fillChoices(byId("sources"), model.sources, state.withoutSources, counted("source"), changed);
  const actors = [...model.nodes.values()].filter((node) => node.isActor && node.bundles.some((bundle) => !isLink(bundle)));
  actors.sort((a, b) => a.name.localeCompare(b.name, "en"));
  byId("actor-names").replaceChildren(...actors.map((node) => make("option", {value: node.name})));
  byId("actor").onchange = () => {
    const meant = actors.filter((node) => folded(node.name) === folded(byId("actor").value));
    for (const node of meant) state.actors.add(node.id);
    if (meant.length === 0) return;
    byId("actor").value = "";
    changed();
  };
  byId("in-force").onchange = () => { state.inForce = byId("in-force").checked; changed(); };
  byId("fold").onchange = () => {
    state.fold = Math.min(99, Math.max(1, Math.round(Number(byId("fold").value)) || 1));
    changed();
  };
}

// What filters show of the state beyond their boxes.
function refreshFilters(model, state, shown, changed) {
  for (const [id, without] of [["relations", state.withoutRelations], ["modalities", state.withoutModalities],
                               ["sources", state.withoutSources]])
    for (const box of byId(id).querySelectorAll("input")) box.checked = !without.has(box.value);
  byId("actors").replaceChildren(...[...state.actors].map((id) => make("button", {type: "button", className: "chip",
    title: "Take away", onclick: () => { state.actors.delete(id); changed(); }}, model.nodes.get(id).name + " ×")));
  byId("in-force").checked = state.inForce;
  byId("fold").value = state.fold;
  const proposals = [...model.nodes.values()].filter((node) => !node.isActor && crowdOf(node) > 0);
  const away = proposals.filter((node) => crowdOf(node) < state.fold).length;
  byId("folded").textContent = away ? `${away} of ${proposals.length} proposals folded away` : "";
}

function startSearch(model, choose) {
  const words = byId("words"), list = byId("hits");
  let at = -1, hits = [];
  const close = () => { list.hidden = true; at = -1; words.setAttribute("aria-expanded", "false"); };
  const take = (hit) => { close(); words.blur(); choose(hit.id, "reveal"); };
  const mark = (next) => {
    at = hits.length ? (next + hits.length) % hits.length : -1;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
  };
  words.oninput = () => {
    hits = search(model, words.value, 12);
    list.replaceChildren(...hits.map((hit) => make("li", {onmousedown: (event) => { event.preventDefault(); take(hit); },
      "role": "option", "aria-selected": "false"}, hit.text, make("small", {}, " " + hit.note))));
    if (hits.length === 0 && words.value.trim()) list.replaceChildren(make("li", {className: "faint"}, "Nothing found"));
    list.hidden = words.value.trim() === "";
    words.setAttribute("aria-expanded", String(!list.hidden));
    mark(0);
  };
  words.onkeydown = (event) => {
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at - 1);
    else if (event.key === "Enter" && hits[at]) take(hits[at]);
    else if (event.key === "Escape") { close(); words.blur(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  words.onblur = close;
}

// The slider stands on the days on which documents came out; its last place is all of them, also undated ones.
class TimeSlider {
  constructor(model, state, changed) {
    Object.assign(this, {model, state, changed, timer: null});
    const slider = byId("day");
    slider.max = model.days.length;
    slider.oninput = () => { const place = Number(slider.value); this.stop(); this.go(place); };
    byId("play").onclick = () => this.toggle();
    this.drawBars();
    this.refresh();
  }

  get place() { return this.state.asOf ? this.model.days.indexOf(this.state.asOf) : this.model.days.length; }

  go(place) {
    this.state.asOf = this.model.days[Math.max(0, place)] ?? null;
    this.changed();
  }

  step(by) { this.stop(); this.go(Math.min(this.model.days.length, this.place + by)); }

  toggle() {
    if (this.timer) return this.stop();
    if (this.place === this.model.days.length) this.go(0);
    this.timer = setInterval(() => {
      if (this.place >= this.model.days.length) this.stop();
      else this.go(this.place + 1);
    }, stepTime);
    this.refresh();
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.refresh();
  }

  refresh() {
    byId("day").value = this.place;
    byId("day").setAttribute("aria-valuetext", this.state.asOf ?? "everything");
    byId("as-of").textContent = this.state.asOf ? `as of ${this.state.asOf}` : "everything";
    byId("play").textContent = this.timer ? "❚❚" : "▶";
    [...byId("bars").children].forEach((bar, i) => bar.classList.toggle("later", i > this.place));
  }

  // How many acts came out on each day.
  drawBars() {
    const counts = this.model.days.map((day) => this.model.acts.filter((act) => act.known === day).length);
    const most = Math.max(1, ...counts), bars = byId("bars");
    bars.setAttribute("viewBox", `0 0 ${Math.max(1, counts.length)} 1`);
    bars.replaceChildren(...counts.map((count, i) => {
      const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const height = count / most;
      for (const [name, value] of Object.entries({x: i + 0.1, y: 1 - height, width: 0.8, height}))
        bar.setAttribute(name, value);
      return bar;
    }));
  }
}
