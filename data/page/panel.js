// The evidence: every act with its quotation, in which the actor and the proposal are marked, who said so, and where. All
// text enters the page as text, never as markup.
"use strict";

// An element with properties, attributes (those with a hyphen) and children; texts and nothing are welcome children.
function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.includes("-")) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// A web address that is safe to follow; null for every other kind.
function webAddress(text) {
  if (!text) return null;
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

// The quotation with the mentions of both ends marked. Positions count code points of the document.
function quotation(model, act, bundle) {
  const letters = Array.from(act.quote);
  const marks = new Array(letters.length).fill("");
  for (const [id, kind] of [[bundle.to, "proposal"], [bundle.from, "actor"]]) {
    const mentions = model.mentions.get(JSON.stringify([id, act.document])) ?? [];
    for (const mention of mentions) {
      const isInside = mention.field === act.field && mention.start >= act.start && mention.end <= act.end;
      if (isInside) marks.fill(kind, mention.start - act.start, mention.end - act.start);
    }
  }
  const pieces = [];
  for (let start = 0, end; start < letters.length; start = end) {
    for (end = start + 1; end < letters.length && marks[end] === marks[start]; ++end);
    const text = letters.slice(start, end).join("");
    pieces.push(marks[start] ? make("mark", {className: marks[start]}, text) : text);
  }
  return make("blockquote", {}, pieces);
}

function sourceLine(model, act) {
  const doc = model.documents.get(act.document);
  if (!doc) return null;
  const title = doc.name || doc.id, address = webAddress(doc.url);
  const link = address ? make("a", {href: address, target: "_blank", rel: "noopener noreferrer"}, title) : title;
  return make("p", {className: "source"}, link, ...[doc.source, doc.date].filter(Boolean).map((text) => ` · ${text}`));
}

function evidence(model, act, bundle) {
  const facts = [act.speaker ? `according to ${act.speaker}` : "", act.extent === "partial" ? "in part" : "",
                 act.date ? `on ${act.date}` : "", act.rule ? `rule ${act.rule}` : "",
                 act.confidence === undefined ? "" : `confidence ${act.confidence.toFixed(2)}`];
  return make("li", {className: "evidence"}, act.quote ? quotation(model, act, bundle) : null,
              make("p", {className: "faint"}, facts.filter(Boolean).join(" · ")), sourceLine(model, act));
}

function byDayDescending(a, b) {
  const first = a.date ?? "", second = b.date ?? "";
  return first === second ? 0 : first < second ? 1 : -1;
}

function nodeButton(model, id, choose) {
  const node = model.nodes.get(id);
  return make("button", {className: node.isActor ? "node actor" : "node proposal", type: "button", onclick: () => choose(id)},
              node.name);
}

function bundleHeading(model, bundle, choose) {
  const word = bundle.relation + (bundle.modality && bundle.modality !== "actual" ? ` (${bundle.modality})` : "");
  const swatch = isLink(bundle) ? "link" : bundle.relation;
  return make("h3", {}, nodeButton(model, bundle.from, choose), make("span", {className: `relation ${swatch}`}, ` ${word} `),
              nodeButton(model, bundle.to, choose));
}

function bundleSection(model, bundle, acts, choose) {
  const items = [...acts].sort(byDayDescending).map((act) => evidence(model, act, bundle));
  return make("section", {}, bundleHeading(model, bundle, choose), make("ul", {}, items));
}

function nodeView(model, node, shown, choose) {
  const facts = [node.kind, node.points ? `${node.points} points` : "", node.id].filter(Boolean).join(" · ");
  const others = node.aliases.filter((alias) => alias !== node.name).slice(0, 12);
  const sections = [...shown.bundles].filter(([bundle]) => bundle.from === node.id || bundle.to === node.id)
    .sort(([a], [b]) => isLink(a) - isLink(b))
    .map(([bundle, acts]) => bundleSection(model, bundle, acts, choose));
  return [make("h2", {}, node.name), make("p", {className: "faint"}, facts),
          others.length ? make("p", {}, "Also: " + others.join(" · ")) : null,
          sections.length ? null : make("p", {}, "Nothing of it passes the filters."), ...sections];
}

function welcome(model, shown) {
  return [make("h2", {}, "Evidence"),
          make("p", {}, "Choose an actor, a proposal or an edge to read the words that prove it."),
          make("p", {className: "faint"}, `${shown.acts} of ${model.acts.length} acts in sight, from ` +
               `${model.documents.size} documents. Press ? for the keys.`)];
}

// Fills the panel with what is chosen: a node's or a bundle's id, or null.
function fillPanel(panel, model, shown, chosen, choose) {
  const node = chosen === null ? null : model.nodes.get(chosen);
  const bundle = chosen === null ? null : model.bundles.get(chosen);
  const content = node ? nodeView(model, node, shown, choose)
    : bundle ? [bundleSection(model, bundle, shown.bundles.get(bundle) ?? bundle.acts, choose)]
    : welcome(model, shown);
  panel.replaceChildren(...content.filter(Boolean));
  panel.scrollTop = 0;
}
