// What the tests of reading share: a folder of their own, and all that reading tells.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/read/read.h"

namespace demarche {

// An empty folder that goes when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  // Writes a file, with the folders above it.
  std::filesystem::path write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

struct Told {
  std::vector<Document> documents;
  std::vector<std::string> refused;  // messages
  std::vector<std::string> remarks;  // messages
  std::uint64_t progress = 0;
};

[[nodiscard]] Told read_path(const std::filesystem::path& path, const ReadOptions& options = {});

// Reads a file of this name that holds `bytes`; paths in messages are its name alone.
[[nodiscard]] Told read_bytes(const std::string& name, std::string_view bytes,
                              const ReadOptions& options = {});

// As above, in a folder that is there already: quicker where there are many.
[[nodiscard]] Told read_bytes(const TemporaryFolder& folder, const std::string& name, std::string_view bytes,
                              const ReadOptions& options = {});

[[nodiscard]] std::string file_bytes(const std::filesystem::path& path);
[[nodiscard]] std::filesystem::path case_path(const std::string& name);  // below tests/cases/read

[[nodiscard]] std::string gzipped(std::string_view bytes);
[[nodiscard]] std::string from_hex(std::string_view digits);

}  // namespace demarche
