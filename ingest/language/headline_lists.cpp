#include "ingest/language/headline_lists.h"

#include <utility>

namespace demarche {
namespace {

constexpr int most_name_words = 4;   // of a name that is one of several
constexpr int least_words_left = 3;  // behind the comma: a name, a verb, an object

int size_of(const Sentence& sent) {
  return static_cast<int>(sent.tokens.size());
}

const Token& token(const Sentence& sent, int i) {
  return sent.tokens[static_cast<std::size_t>(i)];
}

int next_comma(const Sentence& sent, int from) {
  for (int i = from; i < size_of(sent); ++i)
    if (token(sent, i).form == ",") return i;
  return -1;
}

bool is_subject(const Token& tok) {
  return tok.deprel == "nsubj" || tok.deprel == "nsubj:pass";
}

// Whether the word joined at the comma is a subject of the verb behind both.
bool joins_subjects(const Sentence& reading, int comma) {
  const int joined = token(reading, comma).head;
  if (joined <= comma || token(reading, comma).deprel != "cc" || token(reading, joined).deprel != "conj")
    return false;
  const int first = token(reading, joined).head;
  if (first < 0 || first > comma || !is_subject(token(reading, first))) return false;
  const int verb = token(reading, first).head;
  return verb > joined && token(reading, verb).upos == "VERB";
}

}  // namespace

int comma_for_and(const Sentence& headline) {
  if (headline.field != Field::Title) return -1;
  int last = -1;
  for (int i = next_comma(headline, 1); i >= 0 && i - last - 1 <= most_name_words;
       i = next_comma(headline, i + 1))
    last = i;
  return last >= 0 && size_of(headline) - last > least_words_left ? last : -1;
}

Sentence with_and(const Sentence& headline, int comma) {
  Sentence reading = headline;
  reading.tokens[static_cast<std::size_t>(comma)].form = "and";
  return reading;
}

bool take_joined(const Sentence& reading, int comma, Sentence& headline) {
  if (!joins_subjects(reading, comma)) return false;
  const auto at = static_cast<std::size_t>(comma);
  Token mark = std::move(headline.tokens[at]);
  headline.tokens = reading.tokens;
  mark.head = reading.tokens[at].head;
  mark.deprel = "cc";
  headline.tokens[at] = std::move(mark);
  return true;
}

}  // namespace demarche
