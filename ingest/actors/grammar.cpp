#include "ingest/actors/grammar.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "ingest/actors/data_file.h"
#include "ingest/actors/words.h"

namespace demarche {
namespace {

constexpr std::array<std::pair<std::string_view, WordClass>, 34> class_names{{
    {"determiner", WordClass::Determiner},
    {"owner", WordClass::Owner},
    {"pronoun", WordClass::Pronoun},
    {"preposition", WordClass::Preposition},
    {"conjunction", WordClass::Conjunction},
    {"subordinator", WordClass::Subordinator},
    {"relative", WordClass::Relative},
    {"auxiliary", WordClass::Auxiliary},
    {"modal", WordClass::Modal},
    {"negation", WordClass::Negation},
    {"adverb", WordClass::Adverb},
    {"adjective", WordClass::Adjective},
    {"number", WordClass::Number},
    {"condition", WordClass::Condition},
    {"noun", WordClass::Noun},
    {"report", WordClass::Report},
    {"month", WordClass::Month},
    {"weekday", WordClass::Weekday},
    {"unit", WordClass::Unit},
    {"animate", WordClass::Animate},
    {"be", WordClass::Be},
    {"untrue", WordClass::Untrue},
    {"session", WordClass::Session},
    {"naming", WordClass::Naming},
    {"offering", WordClass::Offering},
    {"writing", WordClass::Writing},
    {"ordinal", WordClass::Ordinal},
    {"season", WordClass::Season},
    {"feast", WordClass::Feast},
    {"issued", WordClass::Issued},
    {"record", WordClass::Record},
    {"numbered", WordClass::Numbered},
    {"delegated", WordClass::Delegated},
    {"period", WordClass::Period},
}};

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.ends_with(end);
}

bool takes_es(std::string_view word) {
  return ends_with(word, "s") || ends_with(word, "x") || ends_with(word, "z") || ends_with(word, "ch") ||
         ends_with(word, "sh") || ends_with(word, "o");
}

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string past_of(const std::string& verb, bool doubles) {
  if (verb.back() == 'e') return verb + "d";
  if (ends_in_consonant_y(verb)) return verb.substr(0, verb.size() - 1) + "ied";
  return doubles ? verb + verb.back() + "ed" : verb + "ed";
}

std::string ing_of(const std::string& verb, bool doubles) {
  if (ends_with(verb, "ie")) return verb.substr(0, verb.size() - 2) + "ying";
  const bool drops_e =
      verb.size() > 2 && verb.back() == 'e' && !ends_with(verb, "ee") && !ends_with(verb, "oe");
  if (drops_e) return verb.substr(0, verb.size() - 1) + "ing";
  return doubles ? verb + verb.back() + "ing" : verb + "ing";
}

}  // namespace

std::string plural_of(const std::string& noun) {
  if (takes_es(noun)) return noun + "es";
  if (ends_in_consonant_y(noun)) return noun.substr(0, noun.size() - 1) + "ies";
  return noun + "s";
}

Result<Grammar> Grammar::load(const std::filesystem::path& data) {
  Grammar grammar;
  if (auto read = grammar.read_classes(data / "words.txt"); !read) return tl::make_unexpected(read.error());
  if (auto read = grammar.read_verbs(data / "verbs.txt"); !read) return tl::make_unexpected(read.error());
  return grammar;
}

const WordFacts& Grammar::find(const std::string& key) const {
  static const WordFacts nothing;
  const WordFacts* found = words_.find(key);
  return found ? *found : nothing;
}

int Grammar::verb(std::string_view lemma) const {
  const int* found = verbs_.find(lemma);
  return found ? *found : -1;
}

Result<void> Grammar::read_classes(const std::filesystem::path& file) {
  return read_lines(file, [this](std::string_view line) -> Result<void> {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) return fail(ErrorKind::Malformed, "", "no 'class: words'");
    const std::string_view name = line.substr(0, colon);
    const auto* found = std::find_if(class_names.begin(), class_names.end(),
                                     [name](const auto& known) { return known.first == name; });
    if (found == class_names.end())
      return fail(ErrorKind::Malformed, "", fmt::format("unknown class '{}'", name));
    int value = 0;
    for (const std::string& field : split_words(line.substr(colon + 2))) {
      const std::size_t equals = field.find('=');
      WordFacts& facts = words_[field.substr(0, equals)];
      facts.classes |= static_cast<std::uint64_t>(found->second);
      ++value;
      if (equals != std::string::npos) facts.value = std::stoi(field.substr(equals + 1));
    }
    return {};
  });
}

void Grammar::add_form(const std::string& key, int verb, std::uint8_t form, bool also_noun) {
  WordFacts& facts = words_[key];
  if (facts.verb >= 0 && facts.verb != verb)
    return;  // the verb listed first keeps a shared form: "found", "left"
  facts.verb = verb;
  facts.forms |= form;
  if (also_noun) facts.classes |= static_cast<std::uint64_t>(WordClass::Noun);
}

void Grammar::add_verb(const std::vector<std::string>& fields) {
  std::string lemma = fields[0];
  bool also_noun = false, doubles = false;
  while (lemma.back() == '*' || lemma.back() == '+') {
    (lemma.back() == '*' ? also_noun : doubles) = true;
    lemma.pop_back();
  }
  const int verb = static_cast<int>(lemmas_.size());
  lemmas_.push_back(lemma);
  verbs_[lemma] = verb;
  const std::string past = fields.size() > 1 ? fields[1] : past_of(lemma, doubles);
  const std::string participle = fields.size() > 2 ? fields[2] : past;
  add_form(lemma, verb, form_base, also_noun);
  add_form(plural_of(lemma), verb, form_third, also_noun);
  add_form(past, verb, form_past, also_noun && past == lemma);
  add_form(participle, verb, form_participle, also_noun && participle == lemma);
  add_form(ing_of(lemma, doubles), verb, form_ing, false);
  const std::string end = lemma.size() > 2 ? lemma.substr(lemma.size() - 3) : "";
  const bool british = ends_with(end, "l") && is_vowel(end[1]) && !doubles && fields.size() == 1 &&
                       !is_one_of(end, {"ail", "eal", "eel", "oil", "ool", "oul", "eil"});
  if (!british) return;  // "initialled", "signalling"
  add_form(lemma + "led", verb, form_past | form_participle, false);
  add_form(lemma + "ling", verb, form_ing, false);
}

Result<void> Grammar::read_verbs(const std::filesystem::path& file) {
  return read_lines(file, [this](std::string_view line) -> Result<void> {
    const std::vector<std::string> fields = split_words(line);
    if (fields.size() > 3) return fail(ErrorKind::Malformed, "", "more than verb, past and participle");
    if (verbs_.find(fields[0].substr(0, fields[0].find_first_of("*+"))))
      return fail(ErrorKind::Malformed, "", fmt::format("'{}' stands twice", fields[0]));
    add_verb(fields);
    return {};
  });
}

}  // namespace demarche
