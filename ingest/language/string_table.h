// A set of strings, numbered from 0, that lies in a model file and is looked up where it lies.
// Tested by tests/ingest/language/model_file_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/model/error.h"
#include "ingest/language/model_file.h"

namespace demarche {

class StringTable {
 public:
  StringTable() = default;

  // Errors: Malformed where the sections of this name are missing or do not fit together.
  [[nodiscard]] static Result<StringTable> load(const ModelFile& file, const std::string& name);

  [[nodiscard]] std::size_t size() const { return ends_.size(); }

  // REQUIRES: id < size()
  [[nodiscard]] std::string_view operator[](std::size_t id) const;

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;

 private:
  std::string_view bytes_;
  std::span<const std::uint32_t> ends_;   // where each string ends in `bytes_`
  std::span<const std::uint32_t> slots_;  // open addressing, a power of two: number + 1, 0 where free
};

// Adds the sections of a table: REQUIRES that no string stands twice.
void add_string_table(ModelWriter& out, const std::string& name, std::span<const std::string> strings);

}  // namespace demarche
