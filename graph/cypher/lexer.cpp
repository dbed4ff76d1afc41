// One pass over the bytes; names may hold any letter of Unicode.
#include "graph/cypher/lexer.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <optional>

#include "graph/model/unicode.h"

namespace demarche::cypher {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || u_isUWhiteSpace(static_cast<UChar32>(c));
}
bool starts_name(char32_t c) {
  return c == '_' || u_isIDStart(static_cast<UChar32>(c));
}
bool goes_on(char32_t c) {
  return c == '_' || u_isIDPart(static_cast<UChar32>(c));
}

void append_utf8(std::string& text, char32_t c) {
  char buffer[4];
  int32_t length = 0;
  UBool error = 0;
  U8_APPEND(reinterpret_cast<uint8_t*>(buffer), length, 4, static_cast<UChar32>(c), error);
  if (!error) text.append(buffer, static_cast<std::size_t>(length));
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (skip_blanks(), at_ < text_.size()) next();
    add(TokenKind::End, "", text_.size());
    return std::move(tokens_);
  }

 private:
  // The code point at `at`, and how many bytes it has; broken bytes are one each.
  std::pair<char32_t, std::size_t> code_point(std::size_t at) const {
    int32_t i = 0;
    UChar32 c = 0;
    const auto left = static_cast<int32_t>(std::min<std::size_t>(text_.size() - at, 4));
    U8_NEXT(reinterpret_cast<const uint8_t*>(text_.data() + at), i, left, c);
    return {c < 0 ? U'\uFFFD' : static_cast<char32_t>(c), static_cast<std::size_t>(i)};
  }

  bool looking_at(std::string_view wanted) const { return text_.substr(at_, wanted.size()) == wanted; }

  void add(TokenKind kind, std::string token, std::size_t start) {
    tokens_.push_back({kind, std::move(token), {start, at_}});
  }

  void skip_blanks() {
    while (at_ < text_.size()) {
      const auto [c, size] = code_point(at_);
      if (is_blank(c))
        at_ += size;
      else if (looking_at("//"))
        at_ = std::min(text_.find('\n', at_), text_.size());
      else if (looking_at("/*"))
        skip_comment();
      else
        return;
    }
  }

  void skip_comment() {
    const std::size_t end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos)
      fail_syntax("InvalidSyntax", "the comment does not end", {at_, at_ + 2}, {"*/"});
    at_ = end + 2;
  }

  void next() {
    const auto [c, size] = code_point(at_);
    const bool digit_follows = at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
    if (is_digit(text_[at_]) || (c == '.' && digit_follows && !after_value())) return number();
    if (starts_name(c)) return name();
    if (c == '\'' || c == '"') return string(static_cast<char>(c));
    if (c == '`') return quoted_name();
    if (c == '$') return parameter();
    sign(c, size);
  }

  // Whether a dot here would be that of a property ("n.1") rather than a number's.
  bool after_value() const {
    if (tokens_.empty() || tokens_.back().place.end != at_) return false;
    const Token& last = tokens_.back();
    return last.kind != TokenKind::Sign || last.text == ")" || last.text == "]" || last.text == "}" ||
           last.text == "..";
  }

  void name() {
    const std::size_t start = at_;
    while (at_ < text_.size()) {
      const auto [c, size] = code_point(at_);
      if (!goes_on(c)) break;
      at_ += size;
    }
    add(TokenKind::Name, std::string(text_.substr(start, at_ - start)), start);
  }

  void quoted_name() {
    const std::size_t start = at_++;
    std::string text;
    while (true) {
      const std::size_t end = text_.find('`', at_);
      if (end == std::string_view::npos)
        fail_syntax("UnexpectedSyntax", "the quoted name does not end", {start, start + 1}, {"`"});
      text += text_.substr(at_, end - at_);
      at_ = end + 1;
      if (!looking_at("`")) break;
      text += '`';
      ++at_;
    }
    add(TokenKind::QuotedName, std::move(text), start);
  }

  void parameter() {
    const std::size_t start = at_++;
    if (looking_at("`")) {
      quoted_name();
    } else {
      const std::size_t first = at_;
      while (at_ < text_.size() && goes_on(code_point(at_).first)) at_ += code_point(at_).second;
      if (first == at_)
        fail_syntax("UnexpectedSyntax", "a parameter needs a name", {start, start + 1}, {"$name"});
      add(TokenKind::Parameter, std::string(text_.substr(first, at_ - first)), start);
    }
    tokens_.back().kind = TokenKind::Parameter;
    tokens_.back().place.start = start;
  }

  void number() {
    const std::size_t start = at_;
    if (looking_at("0x") || looking_at("0X") || looking_at("0o") || looking_at("0O")) {
      at_ += 2;
    } else {
      digits();
      const bool fraction = looking_at(".") && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
      if (fraction) ++at_, digits();
      const bool exponent = exponent_part();
      if (fraction || exponent) return finish_number(TokenKind::Float, start);
    }
    finish_number(TokenKind::Integer, start);
  }

  void digits() {
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
  }

  bool exponent_part() {
    if (!looking_at("e") && !looking_at("E")) return false;
    std::size_t after = at_ + 1;
    if (after < text_.size() && (text_[after] == '-' || text_[after] == '+')) ++after;
    if (after >= text_.size() || !is_digit(text_[after])) return false;
    at_ = after;
    digits();
    return true;
  }

  // Letters glued to a number belong to it, and make it wrong unless they are hexadecimal digits.
  void finish_number(TokenKind kind, std::size_t start) {
    while (at_ < text_.size() && goes_on(code_point(at_).first)) at_ += code_point(at_).second;
    add(kind, std::string(text_.substr(start, at_ - start)), start);
  }

  void string(char quote) {
    const std::size_t start = at_++;
    std::string text;
    while (true) {
      if (at_ >= text_.size())
        fail_syntax("UnexpectedSyntax", "the text does not end", {start, start + 1}, {std::string(1, quote)});
      const char c = text_[at_++];
      if (c == quote) break;
      if (c == '\\')
        escape(text);
      else
        text += c;
    }
    add(TokenKind::String, std::move(text), start);
  }

  void escape(std::string& text) {
    const char c = at_ < text_.size() ? text_[at_++] : '\0';
    switch (c) {
      case 'n':
        text += '\n';
        return;
      case 't':
        text += '\t';
        return;
      case 'r':
        text += '\r';
        return;
      case 'b':
        text += '\b';
        return;
      case 'f':
        text += '\f';
        return;
      case '\\':
      case '\'':
      case '"':
      case '`':
        text += c;
        return;
      case 'u':
        return unicode_escape(text, 4);
      case 'U':
        return unicode_escape(text, 8);
      default:
        fail_syntax("InvalidSyntax", "no such escape in a text", {at_ - 2, at_},
                    {R"(\n, \t, \r, \b, \f, \\, \', \" or \uXXXX)"});
    }
  }

  std::optional<char32_t> hex(std::size_t at, std::size_t count) const {
    char32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const int digit = at + i < text_.size() ? u_digit(static_cast<unsigned char>(text_[at + i]), 16) : -1;
      if (digit < 0) return std::nullopt;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    return value;
  }

  void unicode_escape(std::string& text, std::size_t count) {
    const std::size_t start = at_ - 2;
    auto c = hex(at_, count);
    if (c) at_ += count;
    if (c && U16_IS_LEAD(*c) && looking_at("\\u")) {
      const auto trail = hex(at_ + 2, 4);
      if (trail && U16_IS_TRAIL(*trail))
        c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(*c, *trail)), at_ += 6;
    }
    if (!c || *c > 0x10FFFF || U_IS_SURROGATE(*c)) {
      fail_syntax("InvalidUnicodeLiteral",
                  fmt::format("\\{} needs {} hexadecimal digits of a character", text_[start + 1], count),
                  {start, std::min(start + 2 + count, text_.size())});
    }
    append_utf8(text, *c);
  }

  void sign(char32_t c, std::size_t size) {
    static constexpr std::array<std::string_view, 9> doubles{"<=", ">=", "<>", "=~", "..",
                                                             "+=", "||", "->", "<-"};
    for (const std::string_view pair : doubles) {
      if (pair[1] != '-' && pair != "->" && looking_at(pair)) {
        const std::size_t start = at_;
        at_ += 2;
        return add(TokenKind::Sign, std::string(pair), start);
      }
    }
    static constexpr std::string_view singles = "()[]{}<>=+-*/%^.,:;|&!";
    if (c < 128 && singles.find(static_cast<char>(c)) != std::string_view::npos) {
      const std::size_t start = at_++;
      return add(TokenKind::Sign, std::string(1, static_cast<char>(c)), start);
    }
    const Place place{at_, at_ + size};
    if (c >= 128)
      fail_syntax("InvalidUnicodeCharacter", fmt::format("'{}' has no meaning here", text_.substr(at_, size)),
                  place);
    fail_syntax("UnexpectedSyntax", fmt::format("'{}' has no meaning in a query", text_.substr(at_, size)),
                place);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view query) {
  return Lexer(query).run();
}

}  // namespace demarche::cypher
