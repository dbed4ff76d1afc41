// What stands at a path, seen before SQLite opens it: SQLite would take a lock on, recover or write beside
// any database, and a file that is not ours is never touched.
// Tested by tests/graph/store/open_test.cpp.
#pragma once

#include <filesystem>

#include "graph/model/error.h"

namespace demarche {

enum class FileKind {
  Missing,
  Empty,  // no bytes
  Graph,  // a graph file, going by its header
};

// Errors: Unreadable (a folder, a device, no permission), Malformed (another kind of file).
[[nodiscard]] Result<FileKind> file_kind(const std::filesystem::path& file);

}  // namespace demarche
