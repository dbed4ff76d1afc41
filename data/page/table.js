// Who stands where, as a table: a row for each proposal with its versions, and in each column the actors whose stance in force
// it is, as buttons that show the evidence.
"use strict";

const columns = [
  {title: "Proposed", relations: ["proposed"]},
  {title: "For", relations: ["accepted", "supported"]},
  {title: "Against", relations: ["rejected", "opposed"]},
  {title: "Took it back", relations: ["withdrew"]},
];
const rowsAtOnce = 100;

function latestDay(acts) {
  return acts.map((act) => act.date ?? "").sort().pop();
}

function stanceButton(model, {bundle, acts}, state, choose) {
  const note = [bundle.relation + (acts.every((act) => act.extent === "partial") ? " in part" : ""), latestDay(acts)];
  return make("li", {}, make("button", {type: "button", className: `stance ${bundle.relation}`,
      onclick: () => choose(bundle.id), "aria-pressed": String(state.chosen === bundle.id)},
      model.nodes.get(bundle.from).name, make("small", {}, " " + note.filter(Boolean).join(", "))));
}

function tableRow(model, row, state, choose) {
  const cells = columns.map((column) => {
    const stances = row.stances.filter(({bundle}) => column.relations.includes(bundle.relation));
    return make("td", {"data-title": column.title},
                stances.length ? make("ul", {}, stances.map((stance) => stanceButton(model, stance, state, choose))) : null);
  });
  const proposals = [...row.proposals].map((id) => make("li", {}, nodeButton(model, id, choose)));
  return make("tr", {}, make("th", {scope: "row"}, make("ul", {}, proposals)), cells);
}

function fillTable(place, model, shown, state, choose) {
  const rows = whoStandsWhere(model, shown, state.asOf);
  if (rows.length === 0) {
    place.replaceChildren(make("p", {}, "No stance in force passes the filters."));
    return;
  }
  const head = make("tr", {}, make("th", {scope: "col"}, "Proposal and versions"),
                    columns.map((column) => make("th", {scope: "col"}, column.title)));
  const body = make("tbody", {}, rows.slice(0, rowsAtOnce).map((row) => tableRow(model, row, state, choose)));
  const rest = rows.slice(rowsAtOnce);
  const more = rest.length === 0 ? null : make("button", {type: "button", onclick: () => {
    body.append(...rest.map((row) => tableRow(model, row, state, choose)));
    more.remove();
  }}, `${rest.length} more`);
  const caption = "Stances in force" + (state.asOf ? ` as of ${state.asOf}` : "") + "; of later versions with the first.";
  place.replaceChildren(make("table", {}, make("caption", {}, caption), make("thead", {}, head), body), ...(more ? [more] : []));
}
