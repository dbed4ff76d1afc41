#include "ingest/read/lines.h"

namespace demarche {
LineReader::LineReader(ByteSource& source, std::string head, std::size_t limit)
    : source_(source), buffer_(std::move(head)), limit_(limit) {}

Result<std::optional<TextLine>> LineReader::next() {
  while (true) {
    const auto newline = buffer_.find('\n', searched_);
    const bool found = newline != std::string::npos;
    searched_ = found ? newline : buffer_.size();
    if (searched_ - used_ > limit_) {
      skipping_ = true;
      used_ = searched_;
    }
    if (!found) {
      const auto more = fill();
      if (!more) return tl::make_unexpected(more.error());
      if (*more) continue;
      if (used_ == buffer_.size() && !skipping_) return std::nullopt;
    }
    const TextLine line{std::string_view(buffer_).substr(used_, searched_ - used_), ++number_, skipping_};
    searched_ += found;
    used_ = searched_;
    skipping_ = false;
    return line;
  }
}

Result<bool> LineReader::fill() {
  buffer_.erase(0, used_);
  searched_ -= used_;
  used_ = 0;
  const auto got = source_.read(buffer_, bytes_at_once);
  if (!got) return tl::make_unexpected(got.error());
  return *got > 0;
}

}  // namespace demarche
