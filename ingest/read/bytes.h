// The bytes of one input, in order: of a file or of standard input, inflated on the way where they are gzip.
// Tested by tests/ingest/read/bytes_test.cpp.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "graph/model/error.h"
#include "ingest/descriptor.h"

namespace demarche {

inline constexpr std::size_t bytes_at_once = 256u << 10;

// In all errors `what` is left empty for the caller to fill. What failed once fails again when asked again.
class ByteSource {
 public:
  // "-" is standard input. `stop` is asked while the next bytes are awaited, several times a second, however
  // long nothing comes; true ends the reading. It may be empty. Errors: NotFound; Unreadable for a folder, or
  // where permission is missing.
  [[nodiscard]] static Result<ByteSource> open(const std::filesystem::path& path,
                                               std::function<bool()> stop = {});

  // Appends the next bytes to `to`, at most `count`, as soon as there are any; none only at the end. Bytes
  // before an error are appended first, and the error is given by the next call. Errors: Malformed for gzip
  // that is cut or damaged; Unreadable, also where `stop` ended it.
  [[nodiscard]] Result<std::size_t> read(std::string& to, std::size_t count);

  // Appends until `to` has `size` bytes; fewer only at the end, or before an error. Errors: as `read`.
  [[nodiscard]] Result<void> fill(std::string& to, std::size_t size);

  // Appends all that is left, so that `to` has at most `limit` bytes. Errors: as `read`; Unsupported beyond
  // the limit, for a plain file without reading it.
  [[nodiscard]] Result<void> read_all(std::string& to, std::size_t limit);

  // How many bytes of the file, not inflated, are done with.
  [[nodiscard]] std::uint64_t consumed() const { return arrived_ - pending().size(); }

 private:
  struct EndInflation {
    void operator()(z_stream* stream) const;
  };
  using Inflation = std::unique_ptr<z_stream, EndInflation>;

  ByteSource(Descriptor file, std::uint64_t size, std::function<bool()> stop)
      : file_(std::move(file)), size_(size), stop_(std::move(stop)) {}

  [[nodiscard]] std::string_view pending() const { return std::string_view(buffer_).substr(used_); }
  [[nodiscard]] Result<void> recognize();
  [[nodiscard]] Result<bool> gzip_begins();
  [[nodiscard]] Result<void> await() const;
  [[nodiscard]] Result<void> load();
  [[nodiscard]] Result<std::size_t> inflate_next(char* to, std::size_t count);

  Descriptor file_;
  std::uint64_t size_;  // of a regular file; else 0
  std::function<bool()> stop_;
  std::string buffer_;         // what has arrived
  std::size_t used_ = 0;       // bytes of it that were given out
  std::uint64_t arrived_ = 0;  // bytes of the file, in all
  bool at_end_ = false;        // nothing more will arrive
  bool recognized_ = false;
  Inflation inflation_;           // none where the file is plain
  bool between_members_ = false;  // of a gzip file, which may have several
};

}  // namespace demarche
