// Where the nodes stand: Fruchterman and Reingold's forces (1991) on boxes, from a spiral, then boxes that overlap are pushed
// apart. No chance is in it: the same graph always looks the same.
"use strict";

const rest = 110; // the distance, in pixels, that an edge wants
const reach = 5 * rest; // nodes farther apart leave each other alone, or what hangs together with nothing would drift away
const pairsToLookAt = 2e7; // bounds the time for large graphs

// `boxes`: [{width, height}]; `edges`: [[index, index]]. Returns [{x, y}].
function layOut(boxes, edges) {
  const xs = new Float64Array(boxes.length), ys = new Float64Array(boxes.length);
  boxes.forEach((_, i) => {
    const angle = i * Math.PI * (3 - Math.sqrt(5)), radius = rest * 0.7 * Math.sqrt(i + 0.5);
    xs[i] = radius * Math.cos(angle);
    ys[i] = radius * Math.sin(angle);
  });
  const rounds = Math.max(20, Math.min(400, Math.round(pairsToLookAt / Math.max(1, boxes.length ** 2))));
  const hottest = rest * Math.sqrt(boxes.length + 1) * 0.12;
  for (let round = 0; round < rounds; ++round) settle(xs, ys, edges, hottest * (1 - round / rounds) ** 1.5 + 0.5);
  for (let pass = 0; pass < 120 && partOverlaps(xs, ys, boxes); ++pass);
  return boxes.map((_, i) => ({x: Math.round(xs[i]), y: Math.round(ys[i])}));
}

function settle(xs, ys, edges, furthest) {
  const count = xs.length, dx = new Float64Array(count), dy = new Float64Array(count);
  for (let i = 0; i < count; ++i) {
    for (let j = i + 1; j < count; ++j) {
      const x = xs[i] - xs[j], y = ys[i] - ys[j];
      const apart = x * x + y * y + 1;
      if (apart > reach * reach) continue;
      const push = rest * rest / apart;
      dx[i] += x * push; dy[i] += y * push;
      dx[j] -= x * push; dy[j] -= y * push;
    }
    dx[i] -= xs[i] * 0.04; dy[i] -= ys[i] * 0.05; // towards the middle
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
