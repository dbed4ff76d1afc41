// Keeps a large graph moving in step with the hand. Cytoscape.js draws every node and edge anew for every step of the view; where
// that takes longer than a frame, what it drew last is moved and scaled as a picture instead, which costs the same for any graph,
// and drawn anew when the view rests. While a node is dragged, only it and its edges are drawn.
"use strict";

const frameTime = 12; // milliseconds of drawing that leave a frame in time
const restTime = 120; // milliseconds without a step after which the view rests
const patience = 25; // the share of time for drawing while the view moves is one in so many

class Motion {
  constructor(cy) {
    const renderer = cy.renderer(), {render, notify} = renderer;
    Object.assign(this, {cy, renderer, drawn: null, drawnAt: 0, cost: 0, isGliding: false, isLifted: false, resting: null});
    this.layers = [renderer.NODE, renderer.DRAG];
    for (const layer of this.layers)
      Object.assign(renderer.data.canvases[layer].style, {transformOrigin: "0 0", willChange: "transform"});
    this.chores = renderer.beforeRenderCallbacks;
    this.duties = this.chores.filter((chore) => chore.priority > renderer.beforeRenderPriorities.eleTxrDeq);
    this.redraw = () => { if (!cy.destroyed()) notify.call(renderer, "viewport", cy.collection()); };
    renderer.notify = (event, elements) => {
      if (event !== "viewport" || !this.glide()) notify.call(renderer, event, elements);
    };
    renderer.render = (options) => this.draw(() => render.call(renderer, options));
  }

  // Moves the picture to where the view is; whether that is enough for now.
  glide() {
    if (!this.drawn || this.cost < frameTime) return false;
    this.isGliding = true;
    this.renderer.beforeRenderCallbacks = this.duties; // its caches can be filled when the view rests
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), restTime);
    if (performance.now() - this.drawnAt > patience * this.cost) return false;
    const scale = this.cy.zoom() / this.drawn.zoom, pan = this.cy.pan();
    const [x, y] = ["x", "y"].map((axis) => Math.round(pan[axis] - this.drawn.pan[axis] * scale));
    this.place(`translate(${x}px, ${y}px) scale(${scale})`);
    return true;
  }

  // Draws the view as it is now, after a jump too.
  rest() {
    clearTimeout(this.resting);
    this.isGliding = false;
    this.renderer.beforeRenderCallbacks = this.chores;
    this.redraw();
  }

  place(transform) {
    for (const layer of this.layers) this.renderer.data.canvases[layer].style.transform = transform;
  }

  // Calls `render` with no more to draw than there is time for.
  draw(render) {
    const needs = this.renderer.data.canvasNeedsRedraw, [node, drag] = this.layers;
    const isDragged = Boolean(this.renderer.hoverData.draggingEles), began = performance.now();
    if (this.isGliding) needs[node] = needs[drag] = began - this.drawnAt > patience * this.cost;
    else if (isDragged && this.isLifted) needs[node] = this.cost < frameTime;
    const isWhole = needs[node];
    render();
    this.renderer.beforeRenderCallbacks = this.isGliding || isDragged ? this.duties : this.chores;
    this.isLifted = isDragged;
    if (!isWhole) return;
    this.place("");
    this.drawn = {zoom: this.cy.zoom(), pan: {...this.cy.pan()}};
    this.drawnAt = performance.now();
    this.cost = this.drawnAt - began;
  }
}
