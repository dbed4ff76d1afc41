// What the reader has chosen, and the same as the part of the address behind "#": only what differs from the beginning, so that
// the address is a link to the view. Words in it that mean nothing here are passed over.
"use strict";

const crowd = 60; // of so many edges, those to proposals of a single actor are folded away at first

function beginning(model) {
  const acts = [...model.bundles.values()].filter((bundle) => !isLink(bundle)).length;
  return {view: "graph", asOf: null, withoutRelations: new Set(), withoutModalities: new Set(), withoutSources: new Set(),
          actors: new Set(), inForce: false, fold: acts > crowd ? 2 : 1, chosen: null, theme: null};
}

const listsInAddress = [["hide", "withoutRelations"], ["unless", "withoutModalities"], ["skip", "withoutSources"],
                        ["actor", "actors"]];

function toAddress(state, model) {
  const start = beginning(model), words = new URLSearchParams();
  for (const [word, key] of listsInAddress) for (const value of state[key]) words.append(word, value);
  if (state.view !== start.view) words.set("view", state.view);
  if (state.asOf) words.set("day", state.asOf);
  if (state.inForce) words.set("force", "1");
  if (state.fold !== start.fold) words.set("fold", state.fold);
  if (state.chosen !== null) words.set("at", state.chosen);
  if (state.theme) words.set("theme", state.theme);
  return words.toString();
}

function fromAddress(address, model) {
  const state = beginning(model), words = new URLSearchParams(address.replace(/^#/, ""));
  const known = {withoutRelations: relations, withoutModalities: modalities, withoutSources: model.sources,
                 actors: [...model.nodes.keys()]};
  for (const [word, key] of listsInAddress)
    for (const value of words.getAll(word)) if (known[key].includes(value)) state[key].add(value);
  if (words.get("view") === "table") state.view = "table";
  if (model.days.includes(words.get("day"))) state.asOf = words.get("day");
  state.inForce = words.get("force") === "1";
  const fold = Number(words.get("fold"));
  if (Number.isInteger(fold) && fold >= 1 && fold <= 99) state.fold = fold;
  const chosen = words.get("at");
  if (model.nodes.has(chosen) || model.bundles.has(chosen)) state.chosen = chosen;
  if (["dark", "light"].includes(words.get("theme"))) state.theme = words.get("theme");
  return state;
}
