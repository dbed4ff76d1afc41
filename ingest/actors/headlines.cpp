#include "ingest/actors/headlines.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ingest/actors/data_file.h"
#include "ingest/actors/words.h"

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

Token& token(Sentence& sent, int i) {
  return sent.tokens[static_cast<std::size_t>(i)];
}

bool is_subject(const Token& tok) {
  return tok.deprel == "nsubj" || tok.deprel == "nsubj:pass";
}

// "SET" of "NORLAND AND SWELAND SET PACT" passes for a participle that describes the pact.
bool is_read_as_verb(const Token& tok) {
  return (tok.upos == "VERB" && tok.deprel != "amod") || tok.upos == "AUX";
}

// The comma before the last of the names that open the headline; -1 for none.
int comma_of_names(const Sentence& headline) {
  int last = -1;
  for (int i = 1; i < size_of(headline) && i - last - 1 <= most_name_words; ++i)
    if (token(headline, i).form == ",") last = i;
  return last >= 0 && size_of(headline) - last > least_words_left ? last : -1;
}

bool joins_subjects(const Sentence& reading, int comma) {
  const int joined = token(reading, comma).head;
  if (joined <= comma || token(reading, comma).deprel != "cc" || token(reading, joined).deprel != "conj")
    return false;
  const int first = token(reading, joined).head;
  if (first < 0 || first > comma || !is_subject(token(reading, first))) return false;
  const int verb = token(reading, first).head;
  return verb > joined && token(reading, verb).upos == "VERB";
}

bool is_clause_of(const Sentence& reading, int verb) {
  return token(reading, verb).upos == "VERB" && token(reading, verb).head < 0 &&
         std::any_of(reading.tokens.begin(), reading.tokens.begin() + verb,
                     [verb](const Token& tok) { return tok.head == verb && is_subject(tok); });
}

}  // namespace

Result<Headlines> Headlines::load(const std::filesystem::path& data) {
  Headlines headlines;
  auto read = read_lines(data / "headlines.txt", [&headlines](std::string_view line) -> Result<void> {
    const auto words = split_words(line);
    if (words.size() != 3)
      return fail(ErrorKind::Malformed, "", fmt::format("a word, its reading and its lemma, not '{}'", line));
    if (!headlines.verbs_.try_emplace(words[0], Verb{words[1], words[2]}).second)
      return fail(ErrorKind::Malformed, "", fmt::format("'{}' a second time", words[0]));
    return {};
  });
  if (!read) return tl::make_unexpected(read.error());
  return headlines;
}

int Headlines::misread_verb(const Sentence& headline) const {
  for (int i = 1; i + 1 < size_of(headline); ++i)
    if (!is_read_as_verb(token(headline, i)) && verbs_.contains(word_key(token(headline, i).form))) return i;
  return -1;
}

std::vector<HeadlineReading> Headlines::readings(const Sentence& headline) const {
  if (headline.field != Field::Title || !headline.is_parsed()) return {};
  const int comma = comma_of_names(headline), verb = misread_verb(headline);
  std::vector<HeadlineReading> out;
  const auto add = [&](int read_comma, int read_verb) {
    HeadlineReading reading{headline, read_comma, read_verb};
    if (read_comma >= 0) token(reading.sentence, read_comma).form = "and";
    if (read_verb >= 0)
      token(reading.sentence, read_verb).form =
          verbs_.find(word_key(token(headline, read_verb).form))->second.reading;
    out.push_back(std::move(reading));
  };
  if (comma >= 0) add(comma, -1);
  if (comma >= 0 && verb > comma) add(comma, verb);
  if (verb >= 0) add(-1, verb);
  return out;
}

bool Headlines::holds(const HeadlineReading& reading) {
  return (reading.comma < 0 || joins_subjects(reading.sentence, reading.comma)) &&
         (reading.verb < 0 || is_clause_of(reading.sentence, reading.verb));
}

void Headlines::take(const HeadlineReading& reading, Sentence& headline) const {
  for (int i = 0; i < size_of(headline); ++i) {
    Token read = token(reading.sentence, i);
    read.form = token(headline, i).form;
    if (i == reading.verb) read.lemma = verbs_.find(word_key(read.form))->second.lemma;
    if (i == reading.comma) {
      read.upos = token(headline, i).upos;
      read.xpos = token(headline, i).xpos;
      read.lemma = token(headline, i).lemma;
      read.features = token(headline, i).features;
    }
    token(headline, i) = std::move(read);
  }
}

void Headlines::read_again(std::span<Sentence* const> parsed, const LanguageModel& language,
                           Parser::Room& room) const {
  std::vector<std::pair<HeadlineReading, Sentence*>> all;
  for (Sentence* sent : parsed)
    for (HeadlineReading& reading : readings(*sent)) all.emplace_back(std::move(reading), sent);
  std::vector<Sentence*> again;
  for (auto& [reading, sent] : all) again.push_back(&reading.sentence);
  language.annotate({}, again, room);
  const Sentence* done = nullptr;
  for (const auto& [reading, sent] : all) {
    if (sent == done || !holds(reading)) continue;
    take(reading, *sent);
    done = sent;
  }
}

}  // namespace demarche
