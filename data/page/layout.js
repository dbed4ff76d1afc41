// Where the nodes stand: Fruchterman and Reingold's forces (1991) on boxes, from a spiral, then boxes that overlap are pushed
// apart, and what hangs together with nothing else is moved beside the rest in rows. No chance is in it: the same graph always looks the same. It goes on in steps, so that a page can do other things
// between them.
"use strict";

const rest = 110; // the distance, in pixels, that an edge wants
const gap = 22, wideGap = 90, fewBoxes = 40; // between boxes; in a small graph joined ones leave room for their edge's words
const reach = 5 * rest; // nodes farther apart leave each other alone, or what hangs together with nothing would drift away
const packGap = 60, screenRatio = 1.2; // between what hangs together with nothing; width to height of all
const pairsToLookAt = 4e7, fewestRounds = 60, mostRounds = 400; // bound the time for large graphs
const largeGraph = 700, mostPasses = 240, fewPasses = 120; // likewise, of parting what overlaps

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
    this.joined = new Set(boxes.length > fewBoxes ? [] : edges.flatMap(([i, j]) => [i * boxes.length + j, j * boxes.length + i]));
    this.passes = boxes.length > largeGraph ? fewPasses : mostPasses;
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
      this.isDone = !partOverlaps(this.xs, this.ys, this.boxes, this.joined) || ++this.pass >= this.passes;
      if (this.isDone) pack(this.xs, this.ys, this.boxes, this.edges);
    }
  }

  // From 0 to 1.
  get progress() { return (this.round + this.pass) / (this.rounds + this.passes); }

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

// Pushes overlapping boxes apart along the shorter way, those in `joined` (place times count plus place) farther; returns
// whether there were any.
function partOverlaps(xs, ys, boxes, joined) {
  const widest = Math.max(0, ...boxes.map((box) => box.width)) + (joined.size ? wideGap : gap);
  const order = boxes.map((_, i) => i).sort((a, b) => xs[a] - xs[b] || a - b);
  let found = false;
  for (let a = 0; a < order.length; ++a) {
    for (let b = a + 1; b < order.length && xs[order[b]] - xs[order[a]] < widest; ++b) {
      const i = order[a], j = order[b];
      const apart = joined.has(i * boxes.length + j) ? wideGap : gap;
      const overX = (boxes[i].width + boxes[j].width) / 2 + apart - Math.abs(xs[i] - xs[j]);
      const overY = (boxes[i].height + boxes[j].height) / 2 + apart - Math.abs(ys[i] - ys[j]);
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

// The nodes that hang together, as lists of places.
function components(count, edges) {
  const heads = Array.from({length: count}, (_, i) => i);
  const head = (i) => { while (heads[i] !== i) i = heads[i] = heads[heads[i]]; return i; };
  for (const [i, j] of edges) heads[head(i)] = head(j);
  const lists = new Map();
  for (let i = 0; i < count; ++i) {
    if (!lists.has(head(i))) lists.set(head(i), []);
    lists.get(head(i)).push(i);
  }
  return [...lists.values()];
}

// The frame around some boxes.
function frameOf(list, xs, ys, boxes) {
  const left = Math.min(...list.map((i) => xs[i] - boxes[i].width / 2)), top = Math.min(...list.map((i) => ys[i] - boxes[i].height / 2));
  return {list, left, top, width: Math.max(...list.map((i) => xs[i] + boxes[i].width / 2)) - left + packGap,
          height: Math.max(...list.map((i) => ys[i] + boxes[i].height / 2)) - top + packGap};
}

// Moves components into rows, the tallest first, low ones above each other, so that all are about as wide as a screen.
function pack(xs, ys, boxes, edges) {
  const frames = components(boxes.length, edges).map((list) => frameOf(list, xs, ys, boxes));
  if (frames.length < 2) return;
  frames.sort((a, b) => b.height - a.height || a.list[0] - b.list[0]);
  const area = frames.reduce((sum, frame) => sum + frame.width * frame.height, 0);
  const width = Math.max(Math.sqrt(area * screenRatio), ...frames.map((frame) => frame.width));
  let x = 0, y = 0, row = 0, column = 0, used = 0;
  for (const frame of frames) {
    if (used + frame.height > row) { x += column; column = used = 0; }
    if (x > 0 && x + frame.width > width) { y += row; x = row = column = used = 0; }
    for (const i of frame.list) {
      xs[i] += x - frame.left;
      ys[i] += y + used - frame.top;
    }
    used += frame.height;
    column = Math.max(column, frame.width);
    row = Math.max(row, used);
  }
}
