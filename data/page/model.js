// The graph as the page works with it, made from what `demarche export json` writes. Acts of one actor, relation, proposal
// and modality are one bundle, drawn as one edge; links between nodes are bundles too. Nothing here touches the document.
"use strict";

const relations = ["proposed", "accepted", "rejected", "supported", "opposed", "amended", "withdrew", "received", "discussed"];
const modalities = ["actual", "denied", "planned", "possible", "urged"];
const stanceRelations = new Set(["proposed", "accepted", "rejected", "supported", "opposed", "withdrew"]);
const actorLinks = new Set(["LEADS", "SPEAKS_FOR", "SEAT_OF"]); // membership would only clutter
const proposalLinks = new Set(["REVISES", "COUNTERS", "PART_OF"]);
const noSource = "(no source named)";

function readModel(graph) {
  const model = {nodes: new Map(), documents: new Map(), bundles: new Map(), acts: [], mentions: new Map()};
  for (const node of graph.nodes) readNode(model, node);
  for (const link of graph.links) {
    if (link.modality) readAct(model, link);
    else readLink(model, link);
  }
  model.family = versionFamilies(model);
  model.days = [...new Set([...model.documents.values()].map((doc) => doc.date).filter(Boolean))].sort();
  model.sources = [...new Set(model.acts.map((act) => act.source))].sort();
  return model;
}

function readNode(model, node) {
  if (node.labels[0] === "Document") {
    model.documents.set(node.id.replace(/^document:/, ""), node);
    return;
  }
  const aliases = [...new Set(node.mentions.map((mention) => mention.text))];
  model.nodes.set(node.id, {id: node.id, isActor: node.labels[0] === "Actor", name: node.name, kind: node.kind,
                            points: node.points, aliases, bundles: []});
  for (const mention of node.mentions) {
    const key = JSON.stringify([node.id, mention.document]);
    if (!model.mentions.has(key)) model.mentions.set(key, []);
    model.mentions.get(key).push(mention);
  }
}

function bundleOf(model, link, relation, modality) {
  const key = [link.source, relation, link.target, modality].join("|");
  let bundle = model.bundles.get(key);
  if (bundle) return bundle;
  bundle = {id: key, from: link.source, to: link.target, relation, modality, acts: []};
  model.bundles.set(key, bundle);
  model.nodes.get(bundle.from).bundles.push(bundle);
  model.nodes.get(bundle.to).bundles.push(bundle);
  return bundle;
}

function readAct(model, link) {
  const document = model.documents.get(link.document);
  const relation = link.type.toLowerCase();
  const act = {...link, relation, known: document?.date ?? null, source: document?.source ?? noSource};
  act.bundle = bundleOf(model, link, relation, link.modality);
  act.bundle.acts.push(act);
  model.acts.push(act);
}

function readLink(model, link) {
  const from = model.nodes.get(link.source);
  const isDrawn = from && model.nodes.has(link.target) && (from.isActor ? actorLinks : proposalLinks).has(link.type);
  if (!isDrawn) return;
  const known = model.documents.get(link.document)?.date ?? null;
  bundleOf(model, link, link.type.toLowerCase().replace("_", " "), "").acts.push({...link, known});
}

// Versions of one proposal form a family: from every proposal's id to the id that stands for its family.
function versionFamilies(model) {
  const family = new Map();
  const head = (id) => {
    while (family.has(id) && family.get(id) !== id) id = family.get(id);
    return id;
  };
  for (const bundle of model.bundles.values())
    if (bundle.relation === "revises") family.set(head(bundle.from), head(bundle.to));
  return head;
}

const isLink = (bundle) => bundle.modality === "";
const isStance = (act) => act.modality === "actual" && stanceRelations.has(act.relation);

// What is known by a day: documents dated up to it. A day known to the month only ends with its month.
function isKnown(act, asOf) {
  if (!asOf) return true;
  return act.known !== null && act.known <= (asOf.length < 10 ? asOf + "-99" : asOf);
}

// The acts in force among those known: an actor's latest actual stance on a proposal or a version of it. To have proposed
// counts from the first report, for later texts go on calling a proposal its owner's.
function actsInForce(model, asOf) {
  const stances = model.acts.filter((act) => isStance(act) && isKnown(act, asOf));
  const dayOf = new Map();
  for (const act of stances) {
    const key = act.bundle.id, day = act.date ?? "", before = dayOf.get(key);
    const isLater = before === undefined || (act.relation === "proposed" ? day < before : day > before);
    if (isLater) dayOf.set(key, day);
  }
  const party = (act) => JSON.stringify([act.bundle.from, model.family(act.bundle.to)]);
  const latest = new Map();
  for (const act of stances) {
    const day = dayOf.get(act.bundle.id);
    if (!(latest.get(party(act)) >= day)) latest.set(party(act), day);
  }
  return new Set(stances.filter((act) => dayOf.get(act.bundle.id) === latest.get(party(act))));
}

// The actors that did something to a proposal, whatever the filters.
function crowdOf(node) {
  return new Set(node.bundles.filter((bundle) => !isLink(bundle)).map((bundle) => bundle.from)).size;
}

// The nodes that folding leaves, and the bundles between them: what is laid out.
function unfolded(model, fold) {
  const proposals = new Set();
  for (const node of model.nodes.values())
    if (!node.isActor && crowdOf(node) >= fold) proposals.add(node.id);
  const bundles = [...model.bundles.values()].filter((bundle) => !isLink(bundle) && proposals.has(bundle.to));
  const nodes = new Set(bundles.flatMap((bundle) => [bundle.from, bundle.to]));
  for (const bundle of model.bundles.values())
    if (isLink(bundle) && nodes.has(bundle.from) && nodes.has(bundle.to)) bundles.push(bundle);
  return {nodes, bundles};
}

// What the state lets through: from each visible bundle to its acts that pass, and the nodes that they join.
function visible(model, state) {
  const force = state.inForce ? actsInForce(model, state.asOf) : null;
  const passes = (act) => isKnown(act, state.asOf) && !state.withoutRelations.has(act.relation) &&
    !state.withoutModalities.has(act.modality) && !state.withoutSources.has(act.source) &&
    (state.actors.size === 0 || state.actors.has(act.bundle.from)) && (!force || force.has(act));
  const shown = {bundles: new Map(), nodes: new Set(), acts: 0};
  const stage = unfolded(model, state.fold);
  for (const bundle of stage.bundles) {
    if (isLink(bundle)) continue;
    const acts = bundle.acts.filter(passes);
    if (acts.length === 0) continue;
    shown.bundles.set(bundle, acts);
    shown.acts += acts.length;
    shown.nodes.add(bundle.from).add(bundle.to);
  }
  for (const bundle of stage.bundles) {
    if (!isLink(bundle) || !shown.nodes.has(bundle.from) || !shown.nodes.has(bundle.to)) continue;
    const links = bundle.acts.filter((link) => link.known === null || isKnown(link, state.asOf));
    if (links.length) shown.bundles.set(bundle, links);
  }
  return shown;
}

// One row a family of versions: who proposed it, who is for it, against it, or took it back; most stances first.
function whoStandsWhere(model, shown, asOf) {
  const force = actsInForce(model, asOf);
  const rows = new Map();
  for (const [bundle, acts] of shown.bundles) {
    const stances = acts.filter((act) => force.has(act));
    if (stances.length === 0) continue;
    const key = model.family(bundle.to);
    if (!rows.has(key)) rows.set(key, {proposals: new Set(), stances: []});
    rows.get(key).proposals.add(bundle.to);
    rows.get(key).stances.push({bundle, acts: stances});
  }
  return [...rows.values()].sort((a, b) => b.stances.length - a.stances.length);
}

// Upper case, accents and typographic marks do not count in a search.
function folded(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

// Nodes whose names hold all words first, those by name before those by mention; then quotations.
function search(model, words, limit) {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const holds = (text) => wanted.every((word) => folded(text).includes(word));
  const hits = [];
  for (const byName of [true, false])
    for (const node of model.nodes.values()) {
      const isHit = byName ? holds(node.name) : !holds(node.name) && node.aliases.some(holds);
      if (isHit && node.bundles.length) hits.push({id: node.id, text: node.name, note: node.kind});
      if (hits.length >= limit) return hits;
    }
  for (const act of model.acts) {
    if (hits.length >= limit) break;
    if (act.quote && holds(act.quote)) hits.push({id: act.bundle.id, text: act.quote, note: "quotation"});
  }
  return hits;
}
