// A text is cut at white space into chunks, and each chunk, from left to right, into words, numbers, and runs
// of punctuation. A chunk that is an address (mail, web) stays whole but for the punctuation around it.
#include "ingest/language/lexer.h"

#include <algorithm>

#include "ingest/language/characters.h"
#include "ingest/language/lexicon.h"

namespace demarche {
namespace {

constexpr std::size_t least_indent = 3;        // spaces at the head of a line that begin a paragraph
constexpr std::size_t longest_address = 2000;  // bytes; a longer chunk is no address
constexpr std::size_t longest_number = 64;     // bytes; more digits than anybody writes

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<Lexeme>& lexemes) : text_(text), lexemes_(lexemes) {}

  void run() {
    while (skip_space()) chunk();
  }

 private:
  [[nodiscard]] Character at(std::size_t place) const {
    return place < text_.size() ? character_at(text_, place) : Character{};
  }
  [[nodiscard]] CharClass kind_at(std::size_t place) const { return at(place).kind; }
  [[nodiscard]] char byte_at(std::size_t place) const { return place < text_.size() ? text_[place] : ' '; }
  [[nodiscard]] std::string_view slice(std::size_t from, std::size_t to) const {
    return text_.substr(from, to - from);
  }

  // Moves to the next character that is not white space and notes the gap; false at the end of the text.
  bool skip_space();
  void chunk();

  // The end of the address that begins here; `here_` where there is none.
  [[nodiscard]] std::size_t address_end() const;

  void word();
  void number();
  void number_with_letters(std::size_t digits_end);
  void punctuation();
  void apostrophe();

  // The end of the word that begins at `here_`, before its clitics and without full stop.
  [[nodiscard]] std::size_t word_end() const;
  // Whether the mark at `place`, inside a word that began at `here_`, joins what stands on both sides.
  [[nodiscard]] bool joins(std::size_t place, const Character& mark) const;
  [[nodiscard]] bool joins_at_stop(std::size_t stop, const Character& next) const;
  // The length of the clitic at the end of the word up to `end`: n't, 's, 'll; 0 where there is none.
  [[nodiscard]] std::size_t clitic_length(std::size_t end) const;
  // Whether the full stop at `end` belongs to the word that ends there.
  [[nodiscard]] bool keeps_stop(std::size_t end) const;
  [[nodiscard]] bool is_state_of_party(char behind) const;
  // The first character behind the white space that follows `place`; a space where none follows.
  [[nodiscard]] Character next_after_space(std::size_t place) const;

  // The end of the run of characters of this class from `place`, and of the run of this mark from here.
  [[nodiscard]] std::size_t run_end(std::size_t place, CharClass kind) const;
  [[nodiscard]] std::size_t same_end(char mark) const;
  [[nodiscard]] std::size_t face_end() const;

  void emit(std::size_t end, LexemeKind kind);
  void emit_word(std::size_t end);

  std::string_view text_;
  std::vector<Lexeme>& lexemes_;
  std::size_t here_ = 0;
  std::size_t chunk_end_ = 0;
  Gap gap_ = Gap::Paragraph;
};

bool Scanner::skip_space() {
  const bool first = here_ == 0;
  std::size_t lines = 0;
  std::size_t indent = 0;
  for (; here_ < text_.size();) {
    const auto c = at(here_);
    if (c.kind != CharClass::Space) break;
    if (c.code == '\n' || c.code == 0x2028 || c.code == 0x2029) {
      lines += c.code == 0x2029 ? 2 : 1;
      indent = 0;
    } else if (c.code != '\r') {
      indent += c.code == '\t' ? least_indent : 1;
    }
    here_ += c.length;
  }
  if (first || lines > 1 || (lines == 1 && indent >= least_indent))
    gap_ = Gap::Paragraph;
  else
    gap_ = lines == 1 ? Gap::Line : Gap::Space;
  return here_ < text_.size();
}

void Scanner::emit(std::size_t end, LexemeKind kind) {
  lexemes_.push_back({here_, end, gap_, kind, false, kind_at(here_) == CharClass::Upper});
  here_ = end;
  gap_ = Gap::None;
}

void Scanner::chunk() {
  chunk_end_ = here_;
  while (chunk_end_ < text_.size()) {
    const auto c = at(chunk_end_);
    if (c.kind == CharClass::Space) break;
    chunk_end_ += c.length;
  }
  while (here_ < chunk_end_) {
    const auto kind = kind_at(here_);
    if (is_alphanumeric(kind)) {
      if (const auto end = address_end(); end > here_)
        emit(end, LexemeKind::Address);
      else if (is_letter(kind))
        word();
      else
        number();
    } else {
      punctuation();
    }
  }
}

std::size_t Scanner::address_end() const {
  const auto rest = slice(here_, chunk_end_);
  if (rest.size() > longest_address) return here_;
  const auto at_sign = rest.find('@');
  const bool is_web =
      rest.find("://") < rest.size() || rest.starts_with("www.") || rest.starts_with("mailto:");
  const bool is_mail = at_sign != rest.npos && at_sign > 0 && rest.find('.', at_sign) != rest.npos;
  if (!is_web && !is_mail) return here_;
  std::size_t end = is_mail && !is_web ? rest.find_first_of("<>()[]\",;:/|") : rest.find_first_of("<>\"|");
  if (end == rest.npos) end = rest.size();
  if (is_mail && !is_web && end < at_sign) return here_;
  while (end > 0 && std::string_view(".,;:!?)]}'").find(rest[end - 1]) != std::string_view::npos) --end;
  return here_ + end;
}

Character Scanner::next_after_space(std::size_t place) const {
  while (place < text_.size()) {
    const auto c = at(place);
    if (c.kind != CharClass::Space) return c;
    place += c.length;
  }
  return {};
}

bool Scanner::joins(std::size_t place, const Character& mark) const {
  const std::size_t behind = place + mark.length;
  const auto next = at(behind);
  if (behind >= chunk_end_ || !is_alphanumeric(next.kind)) return false;
  const auto word = slice(here_, place);
  switch (mark.code) {
    case '_':
    case '&':
    case 0x00B7:
      return true;
    case '/':
      return word.size() == 1 && !is_alphanumeric(kind_at(behind + next.length));
    case '.':
      return joins_at_stop(place, next);
    case '-':
      return is_prefix(word) && byte_at(here_ - 1) != '-';  // "non-stop", but not in "all-in-one"
    default:
      return mark.kind == CharClass::Apostrophe && is_letter(next.kind);
  }
}

// U.S, e.g, Ph.D, DBCG.F and enron.com go on behind the full stop at `stop`; "end.The" and "Mr.Bush" do not.
bool Scanner::joins_at_stop(std::size_t stop, const Character& next) const {
  const auto word = slice(here_, stop);
  const auto after = kind_at(stop + 1 + next.length);
  const bool single_before = word.size() == 1 || byte_at(stop - 2) == '.';
  if (single_before && is_letter(next.kind)) return !is_letter(after);
  if (next.kind != CharClass::Upper) return abbreviation(word) == Abbreviation::None;
  if (word.size() == 2 && byte_at(stop + 1 + next.length) == '.') return true;
  return kind_at(stop - 1) == CharClass::Upper && after != CharClass::Lower;
}

std::size_t Scanner::word_end() const {
  std::size_t end = here_;
  while (end < chunk_end_) {
    const auto c = at(end);
    if (!is_alphanumeric(c.kind) && !joins(end, c)) break;
    end += c.length;
  }
  return end;
}

std::size_t Scanner::clitic_length(std::size_t end) const {
  const auto word = slice(here_, end);
  const auto mark = word.find_last_of("'`\x99\x98\xB4");  // the last bytes of ’ ‘ ´
  if (mark == word.npos || mark == 0) return 0;
  std::size_t from = mark;
  while (from > 0 && (static_cast<unsigned char>(word[from]) & 0xC0) == 0x80) --from;
  if (kind_at(here_ + from) != CharClass::Apostrophe) return 0;
  char letters[2] = {};
  const auto tail = word.substr(mark + 1);
  if (tail.empty() || tail.size() > 2 || from == 0) return 0;
  for (std::size_t i = 0; i < tail.size(); ++i) letters[i] = static_cast<char>(tail[i] | 0x20);
  const std::string_view lower(letters, tail.size());
  if (lower == "t" && (word[from - 1] | 0x20) == 'n') return from == 1 ? 0 : word.size() - from + 1;
  if (lower == "s" || lower == "m" || lower == "d" || lower == "ll" || lower == "re" || lower == "ve")
    return word.size() - from;
  return 0;
}

bool Scanner::keeps_stop(std::size_t end) const {
  const auto word = slice(here_, end);
  const char behind = byte_at(end + 1);
  if (behind == '.') return false;
  const auto next = next_after_space(end + 1);
  const bool is_capital = kind_at(here_) == CharClass::Upper;
  if (is_capital && at(here_).length == word.size())  // an initial
    return (word != "I" || next.kind == CharClass::Upper) &&
           (end + 1 != chunk_end_ || next.kind != CharClass::Space);
  switch (abbreviation(word)) {
    case Abbreviation::BeforeName:
    case Abbreviation::Name:
    case Abbreviation::Common:
      return true;
    case Abbreviation::BeforeNumber:
      return next.kind == CharClass::Digit || (is_capital && (behind == ',' || behind == '-'));
    case Abbreviation::None:
      break;
  }
  const bool is_dotted = word.size() > 2 && word[word.size() - 2] == '.';
  return is_dotted || (is_capital && (behind == ',' || behind == '-' || is_state_of_party(behind)));
}

// Whether the word here stands as that of "(D-Miss.)" does, which `behind` its full stop is closed.
bool Scanner::is_state_of_party(char behind) const {
  return behind == ')' && here_ >= 3 && text_[here_ - 1] == '-' && text_[here_ - 3] == '(';
}

// One orthographic word up to `end`, as two tokens where it is a contraction.
void Scanner::emit_word(std::size_t end) {
  std::size_t first = contraction(slice(here_, end));
  if (const auto clitic = clitic_length(end); clitic > 0) first = end - here_ - clitic;
  if (first > 0) {
    emit(here_ + first, LexemeKind::Word);
    emit(end, LexemeKind::Word);
    lexemes_.back().is_clitic = true;
  } else {
    emit(end, LexemeKind::Word);
  }
}

void Scanner::word() {
  const std::size_t end = word_end();
  if (byte_at(end) == '.' && end < chunk_end_ && keeps_stop(end))
    emit(end + 1, LexemeKind::Abbreviation);
  else if (byte_at(end) == '$' && end < chunk_end_)
    emit(end + 1, LexemeKind::Word);  // US$, C$
  else
    emit_word(end);
}

// The digits 1 to 4 of a telephone number or date, joined by hyphens: 555-0123, 11-20-2000.
bool is_hyphenated_number(std::string_view text) {
  const auto hyphens = std::ranges::count(text, '-');
  if (hyphens == 0 || hyphens > 4) return false;
  if (hyphens > 1) return true;
  const auto hyphen = text.find('-');
  return hyphen == 3 && text.size() == 8;
}

void Scanner::number() {
  std::size_t end = here_;
  std::size_t plain_end = here_;  // of the number before its first hyphen
  bool has_hyphen = false;
  while (end < chunk_end_ && end - here_ < longest_number) {
    const auto c = at(end);
    const bool joint = std::string_view(".,:/-").find(byte_at(end)) != std::string_view::npos;
    if (joint && kind_at(end + 1) != CharClass::Digit) break;
    if (!joint && c.kind != CharClass::Digit) break;
    if (c.code == '-') has_hyphen = true;
    end += c.length;
    if (!has_hyphen) plain_end = end;
  }
  if (has_hyphen && (is_letter(kind_at(end)) || !is_hyphenated_number(slice(here_, end)))) end = plain_end;
  if (end < chunk_end_ && is_letter(kind_at(end))) return number_with_letters(end);
  emit(end, LexemeKind::Number);
}

// "20 km" written as one word is two tokens; "1980s", "5th" and "3D" are one.
void Scanner::number_with_letters(std::size_t digits_end) {
  std::size_t end = digits_end;
  while (end < chunk_end_ && is_alphanumeric(kind_at(end))) end += at(end).length;
  if (is_unit(slice(digits_end, end))) {
    emit(digits_end, LexemeKind::Number);
    word();
  } else {
    emit(end, LexemeKind::Word);
  }
}

std::size_t Scanner::run_end(std::size_t place, CharClass kind) const {
  while (place < chunk_end_ && kind_at(place) == kind) place += at(place).length;
  return place;
}

std::size_t Scanner::same_end(char mark) const {
  std::size_t end = here_;
  while (end < chunk_end_ && text_[end] == mark) ++end;
  return end;
}

// The end of the face that begins here and ends its chunk, ":-)"; `here_` where there is none.
std::size_t Scanner::face_end() const {
  const auto rest = slice(here_, chunk_end_);
  if (rest.size() < 2 || rest.size() > 3 || std::string_view(":;=").find(rest[0]) == rest.npos) return here_;
  if (rest.size() == 3 && rest[1] != '-' && rest[1] != '\'') return here_;
  return std::string_view(")(DPp|/").find(rest.back()) == rest.npos ? here_ : chunk_end_;
}

// "'s" apart from its word, "'60s", "'em"; else a quotation mark.
void Scanner::apostrophe() {
  const std::size_t behind = here_ + at(here_).length;
  std::size_t end = behind;
  while (end < chunk_end_ && is_alphanumeric(kind_at(end))) end += at(end).length;
  const auto tail = slice(behind, end);
  const bool is_year =
      tail.size() >= 2 && tail.size() <= 3 && run_end(behind, CharClass::Digit) == behind + 2;
  if (is_year || is_apart_clitic(tail)) return emit(end, LexemeKind::Word);
  if (kind_at(behind) == CharClass::Apostrophe && behind < chunk_end_)
    return emit(behind + at(behind).length, LexemeKind::Quote);
  emit(behind, LexemeKind::Quote);
}

void Scanner::punctuation() {
  const auto c = at(here_);
  const std::size_t behind = here_ + c.length;
  if (const auto end = face_end(); end > here_) return emit(end, LexemeKind::Face);
  switch (c.kind) {
    case CharClass::Period:
      if (c.code == '.' && kind_at(behind) == CharClass::Digit && behind < chunk_end_) return number();
      return emit(run_end(here_, CharClass::Period), LexemeKind::Terminal);
    case CharClass::Apostrophe:
      return apostrophe();
    case CharClass::Quote:
      return emit(behind, LexemeKind::Quote);
    case CharClass::Open:
      return emit(behind, LexemeKind::Open);
    case CharClass::Close:
      return emit(behind, LexemeKind::Close);
    case CharClass::Hyphen:
      return emit(c.code == '-' ? same_end('-') : behind, LexemeKind::Hyphen);
    default:
      break;
  }
  if ((c.code == '#' || c.code == '@') && is_letter(kind_at(behind)) && behind < chunk_end_) {
    std::size_t end = behind;
    while (end < chunk_end_ && (is_alphanumeric(kind_at(end)) || byte_at(end) == '_')) end += at(end).length;
    return emit(end, LexemeKind::Word);  // #hashtag, @name
  }
  const bool repeats = c.code < 0x80 && std::string_view("=*_~#+<>|^,").find(static_cast<char>(c.code)) !=
                                            std::string_view::npos;
  emit(repeats ? same_end(static_cast<char>(c.code)) : behind, LexemeKind::Other);
}

}  // namespace

void scan(std::string_view text, std::vector<Lexeme>& lexemes) {
  Scanner(text, lexemes).run();
}

}  // namespace demarche
