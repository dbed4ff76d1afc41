// Bytes to lexemes (lexer.h), lexemes to sentences (boundaries.h), and byte to code-point positions in one
// walk.
#include "ingest/language/tokenize.h"

#include <iterator>
#include <span>

#include "graph/model/unicode.h"
#include "ingest/language/boundaries.h"
#include "ingest/language/lexer.h"
#include "ingest/language/lexicon.h"
#include "ingest/language/lines.h"

namespace demarche {
namespace {

// Translates ascending byte positions to code points.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t code_point_of(std::size_t byte) {
    position_ += code_points(text_.substr(byte_, byte - byte_));
    byte_ = byte;
    return position_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t position_ = 0;
};

// "etc." and "Corp." at the end of a sentence give it their full stop; "U.S." and "Mr." keep it.
bool ends_with_stop_of_its_own(std::string_view text, const Lexeme& last) {
  if (last.kind != LexemeKind::Abbreviation) return false;
  const auto kind = abbreviation(text.substr(last.begin, last.end - 1 - last.begin));
  return kind == Abbreviation::Name || kind == Abbreviation::Common;
}

void split_stop(std::vector<Token>& tokens) {
  Token stop = tokens.back();
  Token& word = tokens.back();
  stop.start = --word.end;
  stop.form.remove_prefix(stop.form.size() - 1);
  word.form.remove_suffix(1);
  tokens.push_back(stop);
}

Sentence sentence_of(std::string_view text, Field field, std::span<const Lexeme> lexemes, Walk& walk) {
  Sentence sent;
  sent.field = field;
  sent.tokens.resize(lexemes.size());
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    Token& tok = sent.tokens[i];
    tok.start = walk.code_point_of(lexemes[i].begin);
    tok.end = walk.code_point_of(lexemes[i].end);
    tok.form = text.substr(lexemes[i].begin, lexemes[i].end - lexemes[i].begin);
    tok.is_clitic = lexemes[i].is_clitic;
  }
  if (ends_with_stop_of_its_own(text, lexemes.back())) split_stop(sent.tokens);
  sent.start = sent.tokens.front().start;
  sent.end = sent.tokens.back().end;
  return sent;
}

}  // namespace

std::vector<Sentence> tokenize(const Document& doc, Field field) {
  const std::string_view text = doc.field(field);
  std::vector<Lexeme> lexemes;
  lexemes.reserve(text.size() / 4);
  scan(text, lexemes);
  unwrap_lines(text, lexemes);
  std::vector<std::size_t> ends;
  find_sentence_ends(text, lexemes, ends);

  std::vector<Sentence> sentences;
  sentences.reserve(ends.size());
  Walk walk(text);
  std::size_t first = 0;
  for (const std::size_t end : ends) {
    sentences.push_back(sentence_of(text, field, std::span(lexemes).subspan(first, end - first), walk));
    first = end;
  }
  return sentences;
}

std::vector<Sentence> tokenize(const Document& doc) {
  auto sentences = tokenize(doc, Field::Title);
  auto of_text = tokenize(doc, Field::Text);
  sentences.insert(sentences.end(), std::make_move_iterator(of_text.begin()),
                   std::make_move_iterator(of_text.end()));
  return sentences;
}

}  // namespace demarche
