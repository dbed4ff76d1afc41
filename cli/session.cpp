#include "cli/session.h"

#include "cli/basis.h"
#include "graph/identity/identity.h"

namespace demarche {
namespace {

Result<Knowledge> resolved(const Store& store, const Result<Gazetteer>& gazetteer) {
  return gazetteer.and_then([&store](const Gazetteer& known) { return Knowledge::load(store, known); });
}

}  // namespace

Result<Store> Session::read_graph() const {
  Result<Store> store = Store::open(options.graph, Access::Read);
  if (store || store.error().kind != ErrorKind::NotFound) return store;
  return fail(ErrorKind::NotFound, options.graph.string(), "no such graph file",
              "make one with: demarche ingest PATH…");
}

Result<Store> Session::write_graph() const {
  return Store::open(options.graph, Access::Write);
}

Result<Gazetteer> Session::gazetteer() const {
  return Gazetteer::load(options.data / "actors.jsonl");
}

Result<Pipeline> Session::pipeline() const {
  return gazetteer().and_then(
      [this](Gazetteer&& known) { return Pipeline::load(options.data, std::move(known)); });
}

Result<Graph> Session::read_all_of_graph() const {
  Result<Store> store = read_graph();
  if (!store) return tl::make_unexpected(store.error());
  Result<Knowledge> knowledge = resolved(*store, gazetteer());
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  return Graph{std::move(*store), std::move(*knowledge)};
}

Result<void> Session::settle(Store& store) const {
  const std::string basis = basis_of(options);
  const Result<bool> current = store.has_nodes_of(basis);
  if (!current) return tl::make_unexpected(current.error());
  if (*current) return {};
  return resolved(store, gazetteer()).and_then([&](const Knowledge& knowledge) {
    return keep_nodes(store, knowledge, basis);
  });
}

int Session::unanswered(const Error& error) const {
  messages().report(error);
  return error.kind == ErrorKind::NotFound ? exit_nothing : exit_error;
}

void Session::note_undated(std::size_t left_out) const {
  if (left_out == 0) return;
  messages().note(counted(left_out, "document") + " without a date left out");
}

}  // namespace demarche
