#include "ingest/stances/proposal_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "graph/model/json.h"
#include "ingest/actors/data_file.h"

namespace demarche {
namespace {

constexpr std::array<std::pair<std::string_view, Family>, 6> families{{{"plan", Family::Plan},
                                                                       {"offer", Family::Offer},
                                                                       {"law", Family::Law},
                                                                       {"deal", Family::Deal},
                                                                       {"demand", Family::Demand},
                                                                       {"talks", Family::Talks}}};

Result<ProposalNoun> noun_of(std::string_view line) {
  const auto object = json::parse(line);
  if (!object) return tl::make_unexpected(object.error());
  if (!object->IsObject()) return malformed("not a JSON object");
  const auto word = [&](const char* key) {
    return json::string_member(*object, key).value_or(std::nullopt).value_or("");
  };
  ProposalNoun noun;
  noun.noun = word("noun");
  if (noun.noun.empty()) return malformed("no noun");
  const auto* family = std::find_if(families.begin(), families.end(),
                                    [name = word("family")](const auto& row) { return row.first == name; });
  if (family == families.end()) return malformed("no known family");
  noun.family = family->second;
  const std::string owner = word("owner");
  if (owner == "any")
    noun.ownership = Ownership::Any;
  else if (owner == "possessive")
    noun.ownership = Ownership::Possessive;
  else if (!owner.empty())
    return malformed(fmt::format("owner: unknown word '{}'", owner));
  const std::string strength = word("strength");
  if (!strength.empty() && strength != "weak")
    return malformed(fmt::format("strength: unknown word '{}'", strength));
  noun.weak = strength == "weak";
  const std::string sense = word("as");
  noun.sense = sense.empty() ? noun.noun : sense;
  const std::string verb = word("verb");
  noun.verb = verb.empty() ? noun.noun : verb;
  noun.generic = object->HasMember("generic");
  noun.counted = object->HasMember("counted");
  return noun;
}

bool ProposalWord::*role_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, bool ProposalWord::*>, 17> roles{
      {{"container", &ProposalWord::container},
       {"part", &ProposalWord::part},
       {"piece", &ProposalWord::piece},
       {"open", &ProposalWord::open},
       {"apart", &ProposalWord::apart},
       {"original", &ProposalWord::original},
       {"past", &ProposalWord::past},
       {"renewed", &ProposalWord::renewed},
       {"compared", &ProposalWord::compared},
       {"answering", &ProposalWord::answering},
       {"dull", &ProposalWord::dull},
       {"proposed", &ProposalWord::proposed},
       {"proposing", &ProposalWord::proposing},
       {"circumstance", &ProposalWord::circumstance},
       {"attempted", &ProposalWord::attempted},
       {"charges", &ProposalWord::charges},
       {"never", &ProposalWord::never}}};
  for (const auto& [role, member] : roles)
    if (role == name) return member;
  return nullptr;
}

// "*the* nine points", "*its own* four points"; not "rose nine points".
bool is_counted(const Shallow& text, int word) {
  int first = word - 1;
  const bool out_of_all = first > 1 && text.key(first - 1) == "of" &&
                          text.tag(first - 2).tag == Tag::Number &&
                          is_one_of(text.key(first), {"the", "its", "their"});
  if (out_of_all) return true;  // "*four of its* points"
  if (first < 1 || text.tag(first).tag != Tag::Number) return false;
  while (first > 0 && text.tag(first).tag != Tag::Determiner && text.tag(first).tag != Tag::Possessive) {
    if (text.tag(first).tag != Tag::Number && text.tag(first).tag != Tag::Adjective) return false;
    --first;
  }
  const bool told = text.tag(first).tag == Tag::Determiner || text.tag(first).tag == Tag::Possessive;
  return told && !is_one_of(text.key(first), {"a", "an", "some", "no"});
}

}  // namespace

std::string_view name(Family family) {
  return std::find_if(families.begin(), families.end(),
                      [family](const auto& row) { return row.second == family; })
      ->first;
}

Result<void> ProposalWords::read_nouns(const std::filesystem::path& file) {
  return read_lines(file, [this](std::string_view line) -> Result<void> {
    auto noun = noun_of(line);
    if (!noun) return tl::make_unexpected(noun.error());
    ProposalNoun plural = *noun;
    plural.plural = !noun->counted;  // "the nine points" may be a plan
    if (nouns_.find(noun->noun)) return malformed(fmt::format("'{}' stands twice", noun->noun));
    const std::string many = plural_of(noun->noun);
    nouns_[noun->noun] = std::move(*noun);
    if (!nouns_.find(many)) nouns_[many] = std::move(plural);
    return {};
  });
}

Result<void> ProposalWords::read_words(const std::filesystem::path& file) {
  return read_lines(file, [this](std::string_view line) -> Result<void> {
    const std::size_t colon = line.find(": ");
    const auto role = role_named(line.substr(0, colon));
    if (colon == std::string_view::npos || !role) return malformed("no known 'class: words'");
    for (std::string& word : split_words(line.substr(colon + 2))) {
      std::replace(word.begin(), word.end(), '_', ' ');
      words_[word].*role = true;
    }
    return {};
  });
}

Result<ProposalWords> ProposalWords::load(const std::filesystem::path& data) {
  ProposalWords words;
  auto read = words.read_nouns(data / "proposals.jsonl").and_then([&] {
    return words.read_words(data / "proposal-words.txt");
  });
  if (!read) return tl::make_unexpected(read.error());
  return words;
}

const ProposalNoun* ProposalWords::find(const std::string& key) const {
  constexpr std::string_view counter = "counter-";
  const ProposalNoun* known = nouns_.find(key);
  if (known || !key.starts_with(counter)) return known;
  const ProposalNoun* answer = nouns_.find(key.substr(counter.size()));  // "a *counter-charter*"
  return answer ? nouns_.find(answer->family == Family::Offer ? "counteroffer" : "counterproposal") : nullptr;
}

namespace {

// "*H.R.* 1180", "*SB* 9".
bool is_bill_number(const Shallow& text, int word) {
  return text.word(word).shape == Shape::Upper && text.tag(word).facts->is(WordClass::Numbered) &&
         word + 1 < text.line->size() && text.word(word + 1).shape == Shape::Number;
}

}  // namespace

const ProposalNoun* ProposalWords::find(const Shallow& text, int word) const {
  const bool hyphened = word >= 2 && text.key(word - 1) == "-" && text.word(word).glued;
  if (hyphened)
    if (const auto* noun = find(text.key(word - 2) + "-" + text.key(word))) return noun;
  const ProposalNoun* noun = word >= 1 ? find(text.key(word - 1) + " " + text.key(word)) : nullptr;
  if (!noun) noun = find(is_bill_number(text, word) ? "bill" : text.key(word));
  if (noun && noun->counted && !is_counted(text, word)) return nullptr;
  if (!noun || word < 1) return noun;
  const ProposalWord& pair = this->word(text.key(word - 1) + " " + noun->noun);
  return pair.never || (pair.charges && noun->plural) ? nullptr : noun;
}

const ProposalWord& ProposalWords::word(const std::string& key) const {
  static const ProposalWord nothing;
  const ProposalWord* found = words_.find(key);
  return found ? *found : nothing;
}

}  // namespace demarche
