#include "ingest/actors/words.h"

#include <algorithm>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// "u.s." and "u.n": letters with full stops between them.
bool is_dotted(std::string_view key) {
  if (key.size() < 3 || key[1] != '.') return false;
  for (std::size_t i = 0; i < key.size(); ++i)
    if (i % 2 == 0 ? !is_lower(key[i]) : key[i] != '.') return false;
  return true;
}

std::string without_stops(std::string key) {
  std::erase(key, '.');
  return key;
}

// A letter beyond ASCII counts as upper case where folding changes more than its marks: its lower-case form
// is another.
Shape shape_of(std::string_view form) {
  std::size_t uppers = 0, lowers = 0, digits = 0, others = 0;
  for (char c : form) {
    uppers += is_upper(c);
    lowers += is_lower(c);
    digits += is_digit(c);
    others += static_cast<unsigned char>(c) >= 0xC3;
  }
  if (digits > 0 && is_digit(form.front())) return Shape::Number;
  if (uppers + lowers + others == 0) return digits > 0 ? Shape::Number : Shape::Mark;
  if (uppers >= 2 && lowers == 0) return Shape::Upper;
  const bool foreign_capital = static_cast<unsigned char>(form.front()) == 0xC3 && form.size() > 1 &&
                               static_cast<unsigned char>(form[1]) <= 0x9E;
  if (is_upper(form.front()) || foreign_capital) return Shape::Capital;
  const bool foreign_mark = static_cast<unsigned char>(form.front()) >= 0xE2 && uppers + lowers == 0;
  return foreign_mark ? Shape::Mark : Shape::Lower;
}

Style style_of(const Line& line) {
  std::size_t letters = 0, capitals = 0, lower_words = 0, long_lower = 0;
  for (const Word& word : line.words) {
    if (word.shape == Shape::Mark || word.shape == Shape::Number) continue;
    ++letters;
    capitals += word.shape != Shape::Lower;
    lower_words += word.shape != Shape::Upper && word.key.size() > 1 && !word.glued;
    long_lower += word.shape == Shape::Lower && word.key.size() > 4;
  }
  if (letters >= 2 && lower_words == 0) return Style::Shouting;
  const bool mostly_capitals = capitals * 10 >= letters * 6 && long_lower * 5 <= letters;
  if (letters >= 4 && mostly_capitals && line.sentence->field == Field::Title) return Style::Headline;
  return Style::Prose;
}

Shape natural_shape(Shape written, Casing casing) {
  switch (casing) {
    case Casing::Small:
      return Shape::Lower;
    case Casing::Title:
      return Shape::Capital;
    case Casing::Capitals:
      return Shape::Upper;
    case Casing::AsWritten:
      break;
  }
  return written;
}

}  // namespace

std::string word_key(std::string_view form) {
  std::string key = is_ascii(form) ? lower(form) : fold(form);
  return is_dotted(key) ? without_stops(std::move(key)) : key;
}

Line read_words(const Sentence& sentence) {
  Line line;
  line.sentence = &sentence;
  line.words.reserve(sentence.tokens.size());
  std::size_t end = 0;
  for (const Token& token : sentence.tokens) {
    Word word{word_key(token.form), shape_of(token.form)};
    word.glued = !line.words.empty() && token.start == end;
    word.dotted = word.shape == Shape::Upper && token.form.find('.') != std::string_view::npos;
    end = token.end;
    line.words.push_back(std::move(word));
  }
  line.style = style_of(line);
  for (std::size_t i = 0; i < line.words.size(); ++i)
    line.words[i].natural = natural_shape(line.words[i].shape, sentence.tokens[i].casing);
  return line;
}

}  // namespace demarche
