// The model file: one read-only file of named sections, mapped into memory and shared between threads.
//
//   bytes 0-63   magic "DMRLANG\0", version (u32), number of sections (u32), size of the file (u64), SHA-256
//   of all that
//                follows byte 63 (32 bytes), 8 bytes of zero
//   then         for each section its name (32 bytes, padded with zeros), offset (u64) and size (u64)
//   then         the sections, each at a multiple of 64 bytes
//
// Numbers are little-endian, as in memory. README.md beside this file lists the sections of an English model.
// Tested by tests/ingest/language/model_file_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"

namespace demarche {

// Rises whenever the meaning of a section changes: a file of another version is refused.
inline constexpr std::uint32_t model_version = 2;

class ModelFile {
 public:
  // Maps a whole file and checks it. Errors: NotFound, Unreadable; Malformed for a file that is cut, damaged
  // or something else; Unsupported for another version.
  [[nodiscard]] static Result<ModelFile> open(const std::filesystem::path& file);

  // The section of this name; empty where there is none. Lives as long as the file.
  [[nodiscard]] std::span<const std::byte> section(std::string_view name) const;

  // As `section`, as numbers. Errors: Malformed where the section is missing or does not hold whole numbers.
  template <class Number>
  [[nodiscard]] Result<std::span<const Number>> numbers(std::string_view name) const {
    const auto bytes = section(name);
    if (bytes.empty() || bytes.size() % sizeof(Number) != 0) return bad_section(name);
    return std::span(reinterpret_cast<const Number*>(bytes.data()), bytes.size() / sizeof(Number));
  }

  [[nodiscard]] std::string_view text(std::string_view name) const;

  [[nodiscard]] tl::unexpected<Error> bad_section(std::string_view name) const;

 private:
  struct Mapping;
  explicit ModelFile(std::shared_ptr<const Mapping> mapping) : mapping_(std::move(mapping)) {}

  std::shared_ptr<const Mapping> mapping_;
};

// Gathers sections and writes the file in one go: what was there is replaced only when all is written.
class ModelWriter {
 public:
  // REQUIRES: the name has at most 31 bytes and was not added before
  void add(std::string name, std::string bytes);

  template <class Number>
  void add_numbers(std::string name, std::span<const Number> numbers) {
    add(std::move(name), std::string(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()));
  }

  [[nodiscard]] Result<void> write(const std::filesystem::path& file) const;

 private:
  struct Section {
    std::string name;
    std::string bytes;
  };
  std::vector<Section> sections_;
};

}  // namespace demarche
