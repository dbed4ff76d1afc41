// Where the nodes stand: Fruchterman and Reingold's forces (1991) on boxes, from a spiral, then boxes that overlap are pushed
// apart. No chance is in it: the same graph always looks the same. It goes on in steps, so that a page can do other things
// between them.
"use strict";

const rest = 110; // the distance, in pixels, that an edge wants
const reach = 5 * rest; // nodes farther apart leave each other alone, or what hangs together with nothing would drift away
const pairsToLookAt = 4e7, fewestRounds = 60, mostRounds = 400, mostPasses = 120; // bound the time for large graphs

// `boxes`: [{width, height}]; `edges`: [[index, index]].
class Layout {
  constructor(boxes, edges) {
    Object.assign(this, {boxes, edges, round: 0, pass: 0, isDone: boxes.length === 0});
    this.xs = new Float64Array(boxes.length);
    this.ys = new Float64Array(boxes.length);
    boxes.forEach((_, i) => {
      const angle = i * Math.PI * (3 - Math.sqrt(5)), radius = rest * 0.7 * Math.sqrt(i + 0.5);
      this.xs[i] = radius * Math.cos(angle);
      this.ys[i] = radius * Math.sin(angle);
    });
    this.rounds = Math.max(fewestRounds, Math.min(mostRounds, Math.round(pairsToLookAt / Math.max(1, boxes.length ** 2))));
    this.hottest = rest * Math.sqrt(boxes.length + 1) * 0.12;
  }

  // Works for about so many milliseconds; whether all is done.
  work(milliseconds) {
    const end = performance.now() + milliseconds;
    while (!this.isDone && performance.now() < end) this.step();
    return this.isDone;
  }

  step() {
    if (this.round < this.rounds) {
      settle(this.xs, this.ys, this.edges, this.hottest * (1 - this.round / this.rounds) ** 1.5 + 0.5);
      ++this.round;
    } else {
      this.isDone = !partOverlaps(this.xs, this.ys, this.boxes) || ++this.pass >= mostPasses;
    }
  }

  // From 0 to 1.
  get progress() { return (this.round + this.pass) / (this.rounds + mostPasses); }

  position(i) { return {x: Math.round(this.xs[i]), y: Math.round(this.ys[i])}; }
}

// Calls `visit(i, j)` once for each two nodes that may be in reach of each other: of one cell of a grid, or of cells side by side.
function eachPairInReach(xs, ys, visit) {
  const cells = new Map(), width = 1 << 15;
  const cellOf = (i) => (Math.floor(ys[i] / reach) + width / 2) * width + Math.floor(xs[i] / reach) + width / 2;
  for (let i = 0; i < xs.length; ++i) {
    const cell = cellOf(i), others = cells.get(cell);
    if (others) others.push(i); else cells.set(cell, [i]);
  }
  for (const [cell, here] of cells) {
    for (let a = 0; a < here.length; ++a) for (let b = a + 1; b < here.length; ++b) visit(here[a], here[b]);
    for (const beside of [1, width - 1, width, width + 1]) {
      const there = cells.get(cell + beside);
      if (there) for (const i of here) for (const j of there) visit(i, j);
    }
  }
}

function settle(xs, ys, edges, furthest) {
  const count = xs.length, dx = new Float64Array(count), dy = new Float64Array(count);
  eachPairInReach(xs, ys, (i, j) => {
    const x = xs[i] - xs[j], y = ys[i] - ys[j];
    const apart = x * x + y * y + 1;
    if (apart > reach * reach) return;
    const push = rest * rest / apart;
    dx[i] += x * push; dy[i] += y * push;
    dx[j] -= x * push; dy[j] -= y * push;
  });
  for (let i = 0; i < count; ++i) { // towards the middle
    dx[i] -= xs[i] * 0.04;
    dy[i] -= ys[i] * 0.05;
  }
  for (const [i, j] of edges) {
    const x = xs[i] - xs[j], y = ys[i] - ys[j];
    const pull = Math.hypot(x, y) / rest;
    dx[i] -= x * pull; dy[i] -= y * pull;
    dx[j] += x * pull; dy[j] += y * pull;
  }
  for (let i = 0; i < count; ++i) {
    const length = Math.hypot(dx[i], dy[i]) || 1, step = Math.min(length, furthest) / length;
    xs[i] += dx[i] * step;
    ys[i] += dy[i] * step;
  }
}

// Pushes overlapping boxes apart along the shorter way; returns whether there were any.
function partOverlaps(xs, ys, boxes) {
  const gap = 22, widest = Math.max(0, ...boxes.map((box) => box.width)) + gap;
  const order = boxes.map((_, i) => i).sort((a, b) => xs[a] - xs[b] || a - b);
  let found = false;
  for (let a = 0; a < order.length; ++a) {
    for (let b = a + 1; b < order.length && xs[order[b]] - xs[order[a]] < widest; ++b) {
      const i = order[a], j = order[b];
      const overX = (boxes[i].width + boxes[j].width) / 2 + gap - Math.abs(xs[i] - xs[j]);
      const overY = (boxes[i].height + boxes[j].height) / 2 + gap - Math.abs(ys[i] - ys[j]);
      if (overX <= 0.5 || overY <= 0.5) continue;
      found = true;
      const along = overX < overY ? xs : ys, half = Math.min(overX, overY) / 2;
      const sign = along[i] <= along[j] ? 1 : -1;
      along[i] -= sign * half;
      along[j] += sign * half;
    }
  }
  return found;
}
