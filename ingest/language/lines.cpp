// Lines that were wrapped are as long as the width allows: a line ends a paragraph where the first word of
// the next would have fitted in well, as the longest line of the block shows, and that word may begin a
// sentence. A line that begins with the mark of a list stands for itself.
#include "ingest/language/lines.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

constexpr std::size_t ragged = 8;  // characters by which a wrapped line may fall short of its width

bool is_bullet(std::string_view form) {
  return form == "-" || form == "*" || form == "\u2022" || form == "\u2013" || form == "\u00B7";
}

class Block {
 public:
  Block(std::string_view text, std::span<Lexeme> lexemes) : text_(text), lexemes_(lexemes) {}

  void unwrap() {
    std::size_t width = 0;
    for_each_line([&](std::size_t first, std::size_t last) { width = std::max(width, length(first, last)); });
    for_each_line([&](std::size_t first, std::size_t last) {
      const auto next = last + 1;
      if (next < lexemes_.size() && ends_paragraph(first, last, next, width))
        lexemes_[next].gap = Gap::Paragraph;
    });
  }

 private:
  template <class Visit>
  void for_each_line(Visit visit) {
    std::size_t first = 0;
    for (std::size_t i = 1; i <= lexemes_.size(); ++i) {
      if (i < lexemes_.size() && lexemes_[i].gap < Gap::Line) continue;
      visit(first, i - 1);
      first = i;
    }
  }

  [[nodiscard]] std::size_t length(std::size_t first, std::size_t last) const {
    return lexemes_[last].end - lexemes_[first].begin;
  }

  [[nodiscard]] std::string_view form(std::size_t i) const {
    return text_.substr(lexemes_[i].begin, lexemes_[i].end - lexemes_[i].begin);
  }

  // "- ", or "a) ": the mark of a point of a list.
  [[nodiscard]] bool begins_point(std::size_t i) const {
    const bool is_lettered = form(i).size() == 1 && i + 1 < lexemes_.size() &&
                             lexemes_[i + 1].gap == Gap::None && form(i + 1) == ")";
    if (!is_lettered && !is_bullet(form(i))) return false;
    const auto behind = is_lettered ? i + 2 : i + 1;
    return behind < lexemes_.size() && lexemes_[behind].gap == Gap::Space;
  }

  [[nodiscard]] bool ends_paragraph(std::size_t first, std::size_t last, std::size_t next,
                                    std::size_t width) const {
    const auto& lexeme = lexemes_[next];
    if (begins_point(next)) return true;
    const bool may_begin = lexeme.is_capital || lexeme.kind == LexemeKind::Number ||
                           lexeme.kind == LexemeKind::Quote || lexeme.kind == LexemeKind::Open;
    return may_begin && length(first, last) + 1 + length(next, next) + ragged <= width;
  }

  std::string_view text_;
  std::span<Lexeme> lexemes_;
};

}  // namespace

void unwrap_lines(std::string_view text, std::span<Lexeme> lexemes) {
  std::size_t first = 0;
  bool has_lines = false;
  for (std::size_t i = 1; i <= lexemes.size(); ++i) {
    if (i < lexemes.size() && lexemes[i].gap == Gap::Line) has_lines = true;
    if (i < lexemes.size() && lexemes[i].gap != Gap::Paragraph) continue;
    if (has_lines) Block(text, lexemes.subspan(first, i - first)).unwrap();
    first = i;
    has_lines = false;
  }
}

}  // namespace demarche
