// The graph drawn by Cytoscape.js: actors as pills, proposals as boxes, an edge a bundle. Colours come from page.css, so that
// themes change them in one place. A relation shows three times: by colour, by arrow head and by word.
"use strict";

const heads = {rejected: "tee", opposed: "tee", withdrew: "tee", received: "vee", discussed: "vee"};
const manyEdges = 400; // from so many on, edges have no words until chosen
const atOnce = 60, slice = 10; // milliseconds of laying out: before anything is shown, and at a time afterwards
const shows = 3; // how often the way to a large layout is shown: drawing takes longer than laying out
const margin = 40, closest = 1.4; // around all, in pixels; how large a small graph is drawn
const pen = document.createElement("canvas").getContext("2d");
const labelFont = {actor: "13px system-ui, sans-serif", proposal: "600 13px system-ui, sans-serif"};
const lineHeight = 16, labelColumns = 150;

function cssColour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

cytoscape.warnings(false); // of edges between boxes that overlap, as they do while a layout goes on

// The label broken into lines no wider than `labelColumns` pixels where words allow it, and the box around it.
function measured(name, kind) {
  pen.font = labelFont[kind];
  const text = name.length > 90 ? name.slice(0, 89) + "…" : name;
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? lines[lines.length - 1] + " " + word : word;
    if (lines.length && pen.measureText(longer).width <= labelColumns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const width = Math.max(...lines.map((line) => pen.measureText(line).width));
  return {label: lines.join("\n"), width: Math.ceil(width) + 22, height: lines.length * lineHeight + 12};
}

function edgeLabel(bundle, count) {
  if (isLink(bundle)) return bundle.relation;
  const modality = bundle.modality === "actual" ? "" : ` (${bundle.modality})`;
  return bundle.relation + modality + (count > 1 ? ` ×${count}` : "");
}

function drawingStyle() {
  const ink = cssColour("ink"), paper = cssColour("paper"), faint = cssColour("faint");
  const style = [
    {selector: "node", style: {label: "data(label)", width: "data(width)", height: "data(height)", "text-wrap": "wrap",
      "text-valign": "center", "text-halign": "center", "font-size": 13, "font-family": "system-ui, sans-serif",
      "line-height": 1.2, color: ink, "min-zoomed-font-size": 4, shape: "round-rectangle", "border-width": 1.5}},
    {selector: "node.actor", style: {"background-color": cssColour("actor"), "border-color": cssColour("actor-rim"),
      "corner-radius": 14}},
    {selector: "node.proposal", style: {"background-color": cssColour("proposal"),
      "border-color": cssColour("proposal-rim"), "corner-radius": 2, "font-weight": 600}},
    {selector: "edge", style: {width: 2, "curve-style": "bezier", "control-point-step-size": 36, "arrow-scale": 1.1,
      "target-arrow-shape": "triangle", "font-size": 11, "font-family": "system-ui, sans-serif", color: ink,
      "text-background-color": paper, "text-background-opacity": 0.85, "text-background-padding": 1,
      "text-rotation": "autorotate", "min-zoomed-font-size": 8}},
    {selector: "edge.said", style: {label: "data(label)"}},
    {selector: "edge.hedged", style: {"line-style": "dashed"}},
    {selector: "edge.link", style: {width: 1.2, "line-style": "dotted", "line-color": faint, "target-arrow-color": faint,
      "target-arrow-shape": "vee", color: faint}},
    {selector: ".away", style: {display: "none"}},
    {selector: ".dim", style: {opacity: 0.15}},
    {selector: "node:selected", style: {"border-width": 4, "border-color": cssColour("focus")}},
    {selector: "edge:selected", style: {width: 5, label: "data(label)", "z-index": 9}},
    {selector: "edge.near", style: {label: "data(label)", "z-index": 8}},
  ];
  for (const relation of relations) {
    const colour = cssColour(relation);
    style.splice(4, 0, {selector: `edge.${relation}`, style: {"line-color": colour, "target-arrow-color": colour,
      "target-arrow-shape": heads[relation] ?? "triangle"}});
  }
  return style;
}

class Drawing {
  // `choose(id)` is called with the id of the node or bundle that is clicked, null for the empty ground.
  constructor(place, model, choose) {
    this.model = model;
    this.hovered = null;
    this.cy = cytoscape({container: place, style: drawingStyle(), minZoom: 0.03, maxZoom: 4,
                         boxSelectionEnabled: false, selectionType: "single"});
    this.motion = new Motion(this.cy);
    this.cy.on("tap", (event) => choose(event.target === this.cy ? null : event.target.id()));
    this.cy.on("mouseover", "node, edge", () => { place.style.cursor = "pointer"; });
    this.cy.on("mouseout", "node, edge", () => { place.style.cursor = ""; });
  }

  // Lays out anew the nodes that folding leaves.
  stage(fold) {
    const {nodes, bundles} = unfolded(this.model, fold);
    const ids = [...nodes].sort((a, b) => this.weight(b) - this.weight(a) || (a < b ? -1 : 1));
    const place = new Map(ids.map((id, i) => [id, i]));
    const kinds = ids.map((id) => this.model.nodes.get(id).isActor ? "actor" : "proposal");
    const boxes = ids.map((id, i) => measured(this.model.nodes.get(id).name, kinds[i]));
    const layout = new Layout(boxes, bundles.map((bundle) => [place.get(bundle.from), place.get(bundle.to)]));
    layout.work(atOnce);
    const elements = ids.map((id, i) => ({group: "nodes", data: {id, ...boxes[i]}, position: layout.position(i),
      classes: kinds[i]}));
    for (const bundle of bundles)
      elements.push({group: "edges", classes: this.edgeClasses(bundle, bundles.length),
        data: {id: bundle.id, source: bundle.from, target: bundle.to, label: edgeLabel(bundle, bundle.acts.length)}});
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.add(elements);
    });
    this.layout = layout;
    if (!layout.isDone) this.goOn(layout, ids, 1);
  }

  get isSettled() { return this.layout.isDone; }

  // Lays out in slices between frames, and shows now and then how far it has come, until done or until another has begun.
  goOn(layout, ids, next) {
    setTimeout(() => {
      if (this.layout !== layout || this.cy.destroyed()) return;
      const isDone = layout.work(slice), isNext = layout.progress >= next / shows;
      if (isDone || isNext) {
        this.cy.batch(() => ids.forEach((id, i) => this.cy.getElementById(id).position(layout.position(i))));
        this.fit();
      }
      if (!isDone) this.goOn(layout, ids, next + isNext);
    });
  }

  weight(id) { return this.model.nodes.get(id).bundles.length; }

  edgeClasses(bundle, count) {
    const classes = isLink(bundle) ? ["link"] : [bundle.relation];
    if (!isLink(bundle) && bundle.modality !== "actual") classes.push("hedged");
    if (count < manyEdges) classes.push("said");
    return classes;
  }

  show(shown) {
    const bundles = new Map([...shown.bundles].map(([bundle, acts]) => [bundle.id, {bundle, acts}]));
    this.cy.batch(() => {
      for (const node of this.cy.nodes()) node.toggleClass("away", !shown.nodes.has(node.id()));
      for (const edge of this.cy.edges()) {
        const here = bundles.get(edge.id());
        edge.toggleClass("away", !here);
        if (here) edge.data("label", edgeLabel(here.bundle, here.acts.length));
      }
    });
  }

  // Marks what is chosen and dims all that does not touch it.
  mark(id) {
    const chosen = id === null ? this.cy.collection() : this.cy.getElementById(id);
    this.cy.batch(() => {
      this.cy.elements().unselect().removeClass("dim near");
      if (chosen.empty()) return;
      chosen.select();
      const near = chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
      this.cy.elements().not(near).addClass("dim");
      near.edges().addClass("near");
    });
  }

  // Brings a node or edge into view where it is not.
  reveal(id) {
    const chosen = this.cy.getElementById(id);
    if (chosen.empty() || chosen.hasClass("away")) return;
    const box = chosen.renderedBoundingBox(), width = this.cy.width(), height = this.cy.height();
    const isInView = box.x1 >= 0 && box.y1 >= 0 && box.x2 <= width && box.y2 <= height;
    if (!isInView) this.cy.center(chosen);
    if (this.cy.zoom() < 0.5) this.cy.zoom({level: 0.8, position: chosen.isNode() ? chosen.position() : chosen.midpoint()});
    this.motion.rest();
  }

  // Brings all in sight, edges and their words apart, which take Cytoscape.js long to measure.
  fit() {
    this.cy.resize();
    const box = {left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity};
    for (const node of this.cy.nodes().not(".away")) {
      const {x, y} = node.position(), {width, height} = node.data();
      box.left = Math.min(box.left, x - width / 2);
      box.right = Math.max(box.right, x + width / 2);
      box.top = Math.min(box.top, y - height / 2);
      box.bottom = Math.max(box.bottom, y + height / 2);
    }
    const width = this.cy.width(), height = this.cy.height();
    if (box.left > box.right || width === 0) return;
    const zoom = Math.min((width - 2 * margin) / (box.right - box.left), (height - 2 * margin) / (box.bottom - box.top), closest);
    const held = Math.max(zoom, this.cy.minZoom());
    this.cy.viewport({zoom: held, pan: {x: width / 2 - held * (box.left + box.right) / 2,
                                        y: height / 2 - held * (box.top + box.bottom) / 2}});
    this.motion.rest();
  }
  move(x, y) { this.cy.panBy({x, y}); }
  zoomBy(factor) { this.cy.zoom({level: this.cy.zoom() * factor, renderedPosition: {x: this.cy.width() / 2, y: this.cy.height() / 2}}); }
  repaint() { this.cy.style(drawingStyle()); }
}
