// A generation tells the states of one graph file apart; the file's number, time and size tell it from
// another that was put in its place.
#include "cli/whole_network.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include "cli/basis.h"
#include "graph/answers/as_network.h"
#include "graph/network/snapshot.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

fs::path snapshot_of(const fs::path& graph) {
  return graph.string() + ".network";
}

std::string origin_of(const fs::path& graph, std::int64_t generation, const std::string& basis) {
  struct stat file {};
  ::stat(graph.c_str(), &file);
  return fmt::format("{} generation {} file {}:{} time {}.{:09} size {} basis {}", network_rules, generation,
                     file.st_dev, file.st_ino, file.st_mtim.tv_sec, file.st_mtim.tv_nsec, file.st_size,
                     basis);
}

Result<network::PropertyGraph> made_anew(const Session& session, const Store& store) {
  const auto knowledge = session.gazetteer().and_then(
      [&store](const Gazetteer& known) { return Knowledge::load(store, known); });
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  std::vector<std::size_t> acts(knowledge->acts.size());
  for (std::size_t i = 0; i < acts.size(); ++i) acts[i] = i;
  return as_network(*knowledge, acts, std::nullopt, Scope::Everything);
}

}  // namespace

Result<network::PropertyGraph> whole_network(const Session& session) {
  const auto& graph = session.options.graph;
  const auto store = session.read_graph();
  if (!store) return tl::make_unexpected(store.error());
  const auto generation = store->generation();  // before all else is read: it is never too new
  if (!generation) return tl::make_unexpected(generation.error());
  const auto origin = origin_of(graph, *generation, basis_of(session.options));
  if (auto opened = network::open_snapshot(snapshot_of(graph), origin)) return opened;
  auto made = made_anew(session, *store);
  if (!made) return made;
  std::error_code unknown;
  const auto readers = fs::status(graph, unknown).permissions();
  // Where it cannot be kept, the next query makes it again.
  static_cast<void>(network::write_snapshot(*made, origin, snapshot_of(graph), readers));
  return made;
}

std::optional<Error> defect_of_snapshot(const fs::path& graph) {
  const auto verified = network::verify_snapshot(snapshot_of(graph));
  if (verified || verified.error().kind != ErrorKind::Malformed) return std::nullopt;
  return verified.error();
}

void delete_snapshot(const fs::path& graph) {
  std::error_code not_there;
  fs::remove(snapshot_of(graph), not_there);
}

}  // namespace demarche
