#include "graph/network/snapshot.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

namespace demarche::network {
namespace {

namespace fs = std::filesystem;

// A folder of its own that goes with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "demarche-snapshot-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  [[nodiscard]] fs::path file() const { return path_ / "graph.network"; }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A new file each time: cutting an old one to nothing makes some file systems wait for the disk.
void put_bytes(const fs::path& path, const std::string& bytes) {
  fs::remove(path);
  std::ofstream(path, std::ios::binary) << bytes;
}

// A column of every type on nodes and edges.
PropertyGraph every_type() {
  PropertyGraph::Builder builder;
  builder.add_node({"Actor", "State"},
                   {{"name", "Russia"}, {"large", std::int64_t{1} << 40}, {"flag", true}});
  builder.add_node({"Actor"}, {{"name", "Ukraine"}, {"sure", 0.5}});
  builder.add_node({"Proposal"}, {{"points", 28}, {"aliases", PropertyList{"plan", "draft"}}});
  builder.add_edge(0, "ACCEPTED", 2, {{"day", Day{10}}, {"quote", "да"}, {"start", 7}});
  builder.add_edge(1, "REJECTED", 2, {{"day", Day{20}}, {"start", 8}});
  builder.add_edge(1, "REJECTED", 2, {{"day", "later"}, {"start", 9}});
  return std::move(builder).build();
}

void check_same(const PropertyGraph& a, const PropertyGraph& b) {
  REQUIRE(a.node_count() == b.node_count());
  REQUIRE(a.edge_count() == b.edge_count());
  for (NodeId node = 0; node < a.node_count(); ++node) {
    CHECK(a.keys_of_node(node) == b.keys_of_node(node));
    for (const auto key : a.keys_of_node(node))
      CHECK(a.node_property(node, key) == b.node_property(node, key));
    CHECK(a.labels_of(node).size() == b.labels_of(node).size());
    for (TypeId type = 0; type < a.types().size(); ++type) {
      CHECK(a.out_edges(node, type) == b.out_edges(node, type));
      CHECK(a.in_edges(node, type).size() == b.in_edges(node, type).size());
    }
  }
  for (EdgeId edge = 0; edge < a.edge_count(); ++edge) {
    CHECK(a.target(edge) == b.target(edge));
    for (const auto key : a.keys_of_edge(edge))
      CHECK(a.edge_property(edge, key) == b.edge_property(edge, key));
  }
  const auto name = a.key_id("name").value();
  CHECK(b.nodes_where(name, "Ukraine").value().front() == 1);
  CHECK(a.bytes() == b.bytes());
}

TEST_CASE("a graph opened from its snapshot is the graph that was written") {
  const Folder folder;
  REQUIRE(write_snapshot(every_type(), "generation 3", folder.file()));
  REQUIRE(verify_snapshot(folder.file()));
  auto opened = open_snapshot(folder.file(), "generation 3");
  REQUIRE(opened);
  check_same(every_type(), *opened);
}

TEST_CASE("an empty graph has a snapshot too") {
  const Folder folder;
  REQUIRE(write_snapshot(PropertyGraph(), "", folder.file()));
  CHECK(open_snapshot(folder.file(), "").value().node_count() == 0);
}

TEST_CASE("an open graph outlives its file, and the next snapshot takes its name") {
  const Folder folder;
  REQUIRE(write_snapshot(every_type(), "1", folder.file()));
  const auto old = open_snapshot(folder.file(), "1").value();
  REQUIRE(write_snapshot(PropertyGraph(), "2", folder.file()));
  check_same(every_type(), old);
  CHECK(open_snapshot(folder.file(), "1").error().kind == ErrorKind::Usage);
  CHECK(open_snapshot(folder.file(), "2").value().node_count() == 0);
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a snapshot cut at any byte is refused") {
  const Folder folder;
  REQUIRE(write_snapshot(every_type(), "1", folder.file()));
  const auto whole = bytes_of(folder.file());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    put_bytes(folder.file(), whole.substr(0, length));
    REQUIRE(open_snapshot(folder.file(), "1").error().kind == ErrorKind::Malformed);
  }
  put_bytes(folder.file(), whole + "x");
  CHECK(open_snapshot(folder.file(), "1").error().kind == ErrorKind::Malformed);
}

TEST_CASE("a change of any byte of the front is refused at once, of a section by verify") {
  const Folder folder;
  REQUIRE(write_snapshot(every_type(), "1", folder.file()));
  const auto whole = bytes_of(folder.file());
  std::size_t refused = 0, found = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    auto changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    put_bytes(folder.file(), changed);
    const bool is_refused = !open_snapshot(folder.file(), "1");
    const bool is_found = !verify_snapshot(folder.file());
    refused += is_refused ? 1 : 0;
    found += is_found ? 1 : 0;
    REQUIRE((is_found || !is_refused));
    if (i < 64) REQUIRE(is_refused);
  }
  CHECK(refused > 1000);
  CHECK(found > refused);
}

TEST_CASE("what is no snapshot, not there or not to be written is said") {
  const Folder folder;
  CHECK(open_snapshot(folder.file(), "").error().kind == ErrorKind::NotFound);
  put_bytes(folder.file(), std::string(200, 'x'));
  CHECK(open_snapshot(folder.file(), "").error().why == "not a snapshot");
  CHECK(open_snapshot(folder.path(), "").error().kind == ErrorKind::Unreadable);
  CHECK(write_snapshot(every_type(), "", folder.path() / "nowhere" / "file").error().kind ==
        ErrorKind::Unreadable);
}

}  // namespace
}  // namespace demarche::network
