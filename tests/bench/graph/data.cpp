// A file is mapped and read once from front to back. Reading the edges is what takes time, so that half of
// the files' bytes is read by a second thread; the builder then takes them one after the other, which keeps
// their order.
#include "data.h"

#include <algorithm>
#include <array>
#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <charconv>
#include <future>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::bench {
namespace {

namespace fs = std::filesystem;
namespace ipc = boost::interprocess;
using network::NodeId;
using network::PropertyGraph;

constexpr std::array relations{std::pair{"proposed.csv", "PROPOSED"}, std::pair{"accepted.csv", "ACCEPTED"},
                               std::pair{"rejected.csv", "REJECTED"}};

// The fields of a file, line by line.
class Csv {
 public:
  static Result<Csv> open(const fs::path& path) {
    std::error_code failed;
    const auto bytes = fs::file_size(path, failed);
    if (failed) return fail(ErrorKind::NotFound, path.string(), failed.message());
    Csv csv(path);
    if (bytes == 0) return csv;
    try {
      const ipc::file_mapping file(path.c_str(), ipc::read_only);
      csv.region_ = ipc::mapped_region(file, ipc::read_only, 0, bytes);
    } catch (const ipc::interprocess_exception& error) {
      return fail(ErrorKind::Unreadable, path.string(), error.what());
    }
    csv.next_ = static_cast<const char*>(csv.region_.get_address());
    csv.end_ = csv.next_ + bytes;
    return csv;
  }

  [[nodiscard]] bool is_done() const { return next_ == end_; }
  [[nodiscard]] std::size_t bytes_left() const { return static_cast<std::size_t>(end_ - next_); }

  // A field and the sign behind it, a comma or the end of the line.
  bool number(std::int64_t& value, char sign) {
    const auto [rest, failed] = std::from_chars(next_, end_, value);
    if (failed != std::errc{} || rest == end_ || *rest != sign) return false;
    next_ = rest + 1;
    return true;
  }
  bool text(std::string_view& value, char sign) {
    const auto* rest = next_;
    while (rest != end_ && *rest != ',' && *rest != '\n' && *rest != '"') ++rest;
    if (rest == end_ || *rest != sign) return false;
    value = {next_, rest};
    next_ = rest + 1;
    return true;
  }

  // The error of a line that reads otherwise.
  [[nodiscard]] tl::unexpected<Error> refusal() const {
    const auto* begin = static_cast<const char*>(region_.get_address());
    const auto line = 1 + std::count(begin, next_, '\n');
    return fail(ErrorKind::Malformed, path_.string() + ":" + std::to_string(line),
                "not a line of the kind expected");
  }

 private:
  explicit Csv(fs::path path) : path_(std::move(path)) {}
  fs::path path_;
  ipc::mapped_region region_;
  const char *next_ = nullptr, *end_ = nullptr;
};

// Nodes by the number that files call them by.
class Places {
 public:
  void put(std::int64_t id, NodeId node) {
    const auto place = static_cast<std::size_t>(id);
    if (place >= nodes_.size()) nodes_.resize(place + 1, none);
    nodes_[place] = node;
  }
  [[nodiscard]] bool find(std::int64_t id, NodeId& node) const {
    if (id < 0 || static_cast<std::size_t>(id) >= nodes_.size()) return false;
    node = nodes_[static_cast<std::size_t>(id)];
    return node != none;
  }

 private:
  static constexpr NodeId none = ~NodeId{0};
  std::vector<NodeId> nodes_;
};

constexpr std::int64_t largest_id = 1'000'000'000;

enum class Points { None, Last };

Result<Places> load_nodes(const fs::path& path, std::string_view label, Points points,
                          PropertyGraph::Builder& builder) {
  auto csv = Csv::open(path);
  if (!csv) return tl::make_unexpected(csv.error());
  const auto own = builder.label(label);
  const auto id_key = builder.key("id"), name_key = builder.key("name"), points_key = builder.key("points");
  Places places;
  while (!csv->is_done()) {
    std::int64_t id = 0, count = 0;
    std::string_view name;
    if (!csv->number(id, ',') || id < 0 || id > largest_id) return csv->refusal();
    if (!csv->text(name, points == Points::Last ? ',' : '\n')) return csv->refusal();
    if (points == Points::Last && !csv->number(count, '\n')) return csv->refusal();
    const auto node = builder.add_node_with(own);
    places.put(id, node);
    builder.set_node_int(node, id_key, id);
    builder.set_node_text(node, name_key, name);
    if (points == Points::Last) builder.set_node_int(node, points_key, count);
  }
  return places;
}

struct Edges {
  std::vector<NodeId> sources, targets;
  std::vector<std::int64_t> days;
};

Result<Edges> read_edges(const fs::path& path, const Places& actors, const Places& proposals) {
  constexpr std::size_t bytes_a_line = 16;
  auto csv = Csv::open(path);
  if (!csv) return tl::make_unexpected(csv.error());
  Edges edges;
  for (auto* ends : {&edges.sources, &edges.targets}) ends->reserve(csv->bytes_left() / bytes_a_line);
  edges.days.reserve(csv->bytes_left() / bytes_a_line);
  while (!csv->is_done()) {
    std::int64_t actor = 0, proposal = 0, day = 0;
    NodeId source = 0, target = 0;
    const bool is_line = csv->number(actor, ',') && csv->number(proposal, ',') && csv->number(day, '\n');
    if (!is_line || !actors.find(actor, source) || !proposals.find(proposal, target)) return csv->refusal();
    edges.sources.push_back(source);
    edges.targets.push_back(target);
    edges.days.push_back(day);
  }
  return edges;
}

void add_edges(const Edges& edges, std::string_view type, PropertyGraph::Builder& builder) {
  const auto own = builder.type(type);
  const auto day = builder.key("day");
  for (std::size_t i = 0; i < edges.sources.size(); ++i)
    builder.set_edge_int(builder.add_edge(edges.sources[i], own, edges.targets[i]), day, edges.days[i]);
}

}  // namespace

Result<Loaded> load_csv(const fs::path& folder) {
  PropertyGraph::Builder builder;
  const auto actors = load_nodes(folder / "actors.csv", "Actor", Points::None, builder);
  if (!actors) return tl::make_unexpected(actors.error());
  const auto proposals = load_nodes(folder / "proposals.csv", "Proposal", Points::Last, builder);
  if (!proposals) return tl::make_unexpected(proposals.error());

  const auto read = [&](std::size_t i) {
    return read_edges(folder / relations[i].first, *actors, *proposals);
  };
  auto longest = std::async(std::launch::async, read, 1);
  std::array edges{read(0), Result<Edges>(), read(2)};
  edges[1] = longest.get();
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (!edges[i]) return tl::make_unexpected(edges[i].error());
    add_edges(*edges[i], relations[i].second, builder);
  }
  Loaded loaded;
  loaded.graph = std::move(builder).build();
  if (const auto label = loaded.graph.label_id("Actor"))
    loaded.actors = loaded.graph.nodes_with(*label).size();
  if (const auto label = loaded.graph.label_id("Proposal"))
    loaded.proposals = loaded.graph.nodes_with(*label).size();
  return loaded;
}

}  // namespace demarche::bench
