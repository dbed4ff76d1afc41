#include "graph/store/search_query.h"

#include <algorithm>

namespace demarche {
namespace {

// FTS5 reads its query up to the first zero byte.
bool is_space(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

// Cuts `words` at spaces and quotation marks. A mark that is never closed holds to the end.
class Pieces {
 public:
  explicit Pieces(std::string_view words) : left_(words) {}

  // The next word or phrase; false behind the last.
  bool next() {
    while (!left_.empty() && is_space(left_.front())) left_.remove_prefix(1);
    if (left_.empty()) return false;
    left_.front() == '"' ? take_phrase() : take_word();
    return true;
  }

  [[nodiscard]] const std::string& piece() const { return piece_; }
  [[nodiscard]] bool is_beginning() const { return is_beginning_; }

 private:
  void take_phrase() {
    left_.remove_prefix(1);
    piece_ = left_.substr(0, left_.find('"'));
    left_.remove_prefix(std::min(left_.size(), piece_.size() + 1));
    for (char& c : piece_)
      if (is_space(c)) c = ' ';
    is_beginning_ = left_.starts_with('*');
    if (is_beginning_) left_.remove_prefix(1);
  }

  void take_word() {
    std::size_t end = 0;
    while (end < left_.size() && !is_space(left_[end]) && left_[end] != '"') ++end;
    piece_ = left_.substr(0, end);
    left_.remove_prefix(end);
    is_beginning_ = piece_.ends_with('*');
    while (piece_.ends_with('*')) piece_.pop_back();
  }

  std::string_view left_;
  std::string piece_;
  bool is_beginning_ = false;
};

}  // namespace

std::string search_query(std::string_view words) {
  std::string query;
  for (Pieces pieces(words); pieces.next();) {
    if (pieces.piece().empty()) continue;
    if (!query.empty()) query += ' ';
    query += '"' + pieces.piece() + '"';
    if (pieces.is_beginning()) query += '*';
  }
  return query;
}

}  // namespace demarche
