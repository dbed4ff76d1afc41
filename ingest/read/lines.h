// The lines of a source of bytes, one after another, in memory bounded by the longest.
// Tested by tests/ingest/read/lines_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/read/bytes.h"

namespace demarche {

struct TextLine {
  std::string_view text;   // without its newline; valid until the next call; empty where too long
  std::size_t number = 0;  // from 1
  bool too_long = false;   // longer than the limit
};

class LineReader {
 public:
  // `head` is what was already read of `source`, which must outlive the reader.
  LineReader(ByteSource& source, std::string head, std::size_t limit);

  // The next line; nothing at the end. A last line without newline counts, unless an error cut it short: then
  // it is left out. Errors: those of `ByteSource::read`, after all the whole lines before them.
  [[nodiscard]] Result<std::optional<TextLine>> next();

 private:
  // Reads on. False at the end.
  Result<bool> fill();

  ByteSource& source_;
  std::string buffer_;
  std::size_t limit_;
  std::size_t used_ = 0;      // bytes of the buffer that were given out
  std::size_t searched_ = 0;  // bytes of the buffer that hold no further newline
  std::size_t number_ = 0;
  bool skipping_ = false;  // inside a line that is too long
};

}  // namespace demarche
