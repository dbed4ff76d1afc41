// A sentence ends where a paragraph does. Elsewhere the place in front of each lexeme that follows white
// space is judged by the lexemes on both sides: what ends a sentence (a full stop, question or exclamation
// mark and the marks that close behind it, a ruled line, an address, a time stamp), and whether the lexeme
// behind may begin one.
#include "ingest/language/boundaries.h"

#include "ingest/language/lexicon.h"

namespace demarche {
namespace {

constexpr std::size_t ruled_line = 4;  // marks in a row

class Judge {
 public:
  Judge(std::string_view text, std::span<const Lexeme> lexemes) : text_(text), lexemes_(lexemes) {}

  // Whether a sentence that began at lexeme `first` ends in front of lexeme `next`. REQUIRES: first < next
  [[nodiscard]] bool ends_before(std::size_t first, std::size_t next) const {
    const auto gap = lexemes_[next].gap;
    if (gap == Gap::Paragraph) return true;
    if (gap == Gap::None) return is_missing_space(first, next);
    if (is_rule(next - 1) || is_rule(next)) return true;
    std::size_t last = next - 1;  // the last lexeme that closes nothing
    while (last > first && closes(lexemes_[last])) last -= is_citation(last) && last > first + 2 ? 3 : 1;
    switch (lexemes_[last].kind) {
      case LexemeKind::Terminal:
        return !is_enumerator(first, last) && ends_at_terminal(last, next);
      case LexemeKind::Abbreviation:
        return ends_at_abbreviation(last, next);
      case LexemeKind::Address:
        return lexemes_[next].is_capital && lexemes_[last].gap != Gap::Space;
      case LexemeKind::Face:
        return lexemes_[next].is_capital;
      default:
        return is_time(last) || (is_closing_formula(first, last) && lexemes_[next].is_capital);
    }
  }

 private:
  [[nodiscard]] std::string_view form(std::size_t i) const {
    return text_.substr(lexemes_[i].begin, lexemes_[i].end - lexemes_[i].begin);
  }

  [[nodiscard]] static bool closes(const Lexeme& lexeme) {
    return lexeme.gap == Gap::None && (lexeme.kind == LexemeKind::Close || lexeme.kind == LexemeKind::Quote);
  }

  [[nodiscard]] static bool opens(const Lexeme& lexeme) {
    return lexeme.kind == LexemeKind::Quote || lexeme.kind == LexemeKind::Open;
  }

  // "[2]", of which the bracket that closes is `i`: belongs to the sentence before.
  [[nodiscard]] bool is_citation(std::size_t i) const {
    return i >= 2 && form(i) == "]" && lexemes_[i - 1].kind == LexemeKind::Number && form(i - 2) == "[";
  }

  // "-----" or "=====" across the page.
  [[nodiscard]] bool is_rule(std::size_t i) const {
    const auto& lexeme = lexemes_[i];
    return lexeme.end - lexeme.begin >= ruled_line &&
           (lexeme.kind == LexemeKind::Hyphen || lexeme.kind == LexemeKind::Other);
  }

  // "08/16/2000 11:21 AM", as a mail's head ends.
  [[nodiscard]] bool is_time(std::size_t i) const {
    if (i < 2 || (form(i) != "AM" && form(i) != "PM")) return false;
    return form(i - 1).find(':') != std::string_view::npos && form(i - 2).find('/') != std::string_view::npos;
  }

  // "3." or "b." in front of a point of a list.
  [[nodiscard]] bool is_enumerator(std::size_t first, std::size_t last) const {
    const auto word = form(first);
    return last == first + 1 &&
           (lexemes_[first].kind == LexemeKind::Number ? word.size() <= 2 : word.size() == 1);
  }

  // "Regards,", behind which a letter is signed.
  [[nodiscard]] bool is_closing_formula(std::size_t first, std::size_t last) const {
    return last - first <= 2 && last > first && form(last) == "," && closes_letters(form(last - 1));
  }

  // The lexeme behind any opening marks at `i`.
  [[nodiscard]] std::size_t behind_opening(std::size_t i) const {
    while (i + 1 < lexemes_.size() && lexemes_[i + 1].gap == Gap::None && opens(lexemes_[i])) ++i;
    return i;
  }

  // Whether the sentence could begin at `i`: with a capital or a number, behind any opening marks.
  [[nodiscard]] bool opens_at(std::size_t i) const {
    const auto& lexeme = lexemes_[behind_opening(i)];
    return lexeme.is_capital || lexeme.kind == LexemeKind::Number;
  }

  // "end.The": a full stop behind a plain word and in front of a capital.
  [[nodiscard]] bool is_missing_space(std::size_t first, std::size_t next) const {
    if (next < first + 2 || lexemes_[next - 1].kind != LexemeKind::Terminal || !lexemes_[next].is_capital)
      return false;
    const auto& word = lexemes_[next - 2];
    return word.kind == LexemeKind::Word && !word.is_capital && word.end - word.begin > 1;
  }

  [[nodiscard]] bool ends_at_terminal(std::size_t last, std::size_t next) const {
    const auto& lexeme = lexemes_[next];
    if (lexeme.kind == LexemeKind::Close || lexeme.kind == LexemeKind::Terminal) return false;
    if (next + 2 < lexemes_.size() && is_citation(next + 2)) return false;
    if (opens_at(next)) return true;
    const auto stop = form(last);
    const bool is_ellipsis = stop.size() > 1 && stop.find_first_of("!?") == stop.npos;
    return last + 1 == next && !is_ellipsis;
  }

  [[nodiscard]] bool ends_at_abbreviation(std::size_t last, std::size_t next) const {
    const auto word = form(last).substr(0, form(last).size() - 1);
    const auto kind = abbreviation(word);
    const auto opening = behind_opening(next);
    if (kind == Abbreviation::Common) return lexemes_[opening].is_capital;
    if (kind == Abbreviation::BeforeName || word.size() == 1) return false;
    const auto word_behind = form(opening);
    const bool shouts = word_behind.size() > 1 && word_behind[1] >= 'A' && word_behind[1] <= 'Z';
    return lexemes_[opening].is_capital && !shouts && begins_sentences(word_behind);  // "U.S. *TO* SIGN PACT"
  }

  std::string_view text_;
  std::span<const Lexeme> lexemes_;
};

}  // namespace

void find_sentence_ends(std::string_view text, std::span<const Lexeme> lexemes,
                        std::vector<std::size_t>& ends) {
  const Judge judge(text, lexemes);
  std::size_t first = 0;
  for (std::size_t next = 1; next < lexemes.size(); ++next) {
    if (!judge.ends_before(first, next)) continue;
    ends.push_back(next);
    first = next;
  }
  if (!lexemes.empty()) ends.push_back(lexemes.size());
}

}  // namespace demarche
