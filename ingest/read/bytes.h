// The bytes of one input, in order: of a file or of standard input, inflated on the way where they are gzip.
// Tested by tests/ingest/read/bytes_test.cpp.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "graph/model/error.h"

namespace demarche {

// In all errors `what` is left empty for the caller to fill.
class ByteSource {
 public:
  // "-" is standard input. Errors: NotFound; Unreadable for a folder, or where permission is missing.
  [[nodiscard]] static Result<ByteSource> open(const std::filesystem::path& path);

  // Appends the next bytes to `to`, at most `count`; none only at the end. Bytes before an error are appended
  // first, and the error is given by the next call. Errors: Malformed for gzip that is cut or damaged;
  // Unreadable.
  [[nodiscard]] Result<std::size_t> read(std::string& to, std::size_t count);

  // Appends all that is left, so that `to` has at most `limit` bytes. Errors: as `read`; Unsupported beyond
  // the limit, for a plain file without reading it.
  [[nodiscard]] Result<void> read_all(std::string& to, std::size_t limit);

  // How many bytes of the file, not inflated, have been read; 0 where that cannot be known.
  [[nodiscard]] std::uint64_t consumed() const;

 private:
  struct Close {
    void operator()(gzFile file) const { gzclose(file); }
  };
  using Handle = std::unique_ptr<gzFile_s, Close>;

  ByteSource(Handle file, std::uint64_t size) : file_(std::move(file)), size_(size) {}

  Handle file_;
  std::uint64_t size_;  // of a regular file; else 0
};

}  // namespace demarche
