// A property graph as a file that is mapped into memory instead of read: opening takes no longer for five
// million edges than for five. A snapshot is derived: whatever is wrong with one, the graph is made anew from
// what it came from, so every error below only says why. Reading a mapped graph reads the file, which is
// never changed in place: a newer snapshot is a new file under the old name.
//
// The file: a header of 64 bytes, the table of sections, the head (names, types of columns, origin), and the
// sections, each an array of property_graph.h's making at a multiple of 64 bytes. Numbers are as the machine
// has them; a file from a machine of the other byte order is foreign. Tested by
// tests/graph/network/snapshot_test.cpp.
#pragma once

#include <filesystem>
#include <string>

#include "graph/model/error.h"
#include "graph/network/property_graph.h"

namespace demarche::network {

inline constexpr auto everybody = std::filesystem::perms::all & ~std::filesystem::perms{0111};

// Writes `graph` to a new file and gives it the name `path`. `origin` says what the graph was made from;
// whoever opens the snapshot must name the same. `readers` are the most that the file permits, less what the
// process masks. Errors: Unreadable, where the file cannot be written; none is left behind then.
[[nodiscard]] Result<void> write_snapshot(const PropertyGraph& graph, const std::string& origin,
                                          const std::filesystem::path& path,
                                          std::filesystem::perms readers = everybody);

// The graph, looking into the mapped file. The header, the table and the head are checked here, the sections
// by `verify_snapshot`. Errors: NotFound; Unreadable; Malformed where the file is cut, changed or no
// snapshot; Unsupported for another version or byte order; Usage where it was made from another origin.
[[nodiscard]] Result<PropertyGraph> open_snapshot(const std::filesystem::path& path,
                                                  const std::string& origin);

// Whether every byte of every section is as it was written, whatever its origin. Errors: as `open_snapshot`.
[[nodiscard]] Result<void> verify_snapshot(const std::filesystem::path& path);

}  // namespace demarche::network
