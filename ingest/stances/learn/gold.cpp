#include "ingest/stances/learn/gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "graph/model/json.h"
#include "graph/model/unicode.h"
#include "ingest/actors/data_file.h"
#include "ingest/actors/words.h"

namespace demarche {
namespace {

using Mentions =
    std::unordered_map<std::string, std::vector<std::string>>;  // by the id of their actor or proposal
using rapidjson::Value;

const Value* array_of(const Value& object, const char* key) {
  const Value* array = json::find(object, key);
  return array && array->IsArray() ? array : nullptr;
}

std::string text_of(const Value& object, const char* key) {
  const Value* text = json::find(object, key);
  return text && text->IsString() ? std::string(json::view(*text)) : std::string();
}

Mentions mentions_of(const Value& document, const char* key) {
  Mentions all;
  if (const Value* array = array_of(document, key))
    for (const Value& entity : array->GetArray())
      if (const Value* mentions = entity.IsObject() ? array_of(entity, "mentions") : nullptr)
        for (const Value& mention : mentions->GetArray())
          if (mention.IsString()) all[text_of(entity, "id")].emplace_back(json::view(mention));
  return all;
}

Result<GoldStance> stance_of(const Value& value, const Mentions& actors, const Mentions& proposals) {
  if (!value.IsObject()) return malformed("an assertion is not an object");
  const auto relation = relation_named(text_of(value, "relation"));
  if (!relation) return malformed(fmt::format("unknown relation '{}'", text_of(value, "relation")));
  const auto modality = modality_named(text_of(value, "modality"));
  if (!modality) return malformed(fmt::format("unknown modality '{}'", text_of(value, "modality")));
  const auto proposal = proposals.find(text_of(value, "proposal"));
  if (proposal == proposals.end())
    return malformed(fmt::format("no proposal '{}'", text_of(value, "proposal")));
  const std::string actor_id = text_of(value, "actor");
  const auto actor = actors.find(actor_id);
  if (!actor_id.empty() && actor == actors.end()) return malformed(fmt::format("no actor '{}'", actor_id));
  return GoldStance{actor_id.empty() ? std::vector<std::string>{} : actor->second, proposal->second,
                    *relation, *modality};
}

Result<GoldDocument> document_of(const Value& value) {
  const Mentions actors = mentions_of(value, "actors"), proposals = mentions_of(value, "proposals");
  GoldDocument document;
  if (const Value* array = array_of(value, "proposals"))
    for (const Value& each : array->GetArray())
      if (each.IsObject())
        if (const auto known = proposals.find(text_of(each, "id")); known != proposals.end())
          document.proposals.push_back(known->second);
  for (const char* key : {"assertions", "optional"}) {
    const Value* array = array_of(value, key);
    if (!array) continue;
    for (const Value& each : array->GetArray()) {
      auto stance = stance_of(each, actors, proposals);
      if (!stance) return tl::make_unexpected(stance.error());
      const bool is_open = key[0] == 'o' || stance->actor.empty();
      (is_open ? document.open : document.stances).push_back(std::move(*stance));
    }
  }
  return document;
}

bool is_empty_word(std::string_view word) {
  return is_one_of(word, {"a",    "an",    "the",      "its",       "their",       "his",        "her",
                          "of",   "for",   "to",       "in",        "on",          "by",         "with",
                          "and",  "or",    "that",     "this",      "mr",          "mrs",        "ms",
                          "dr",   "prime", "minister", "president", "secretary",   "chancellor", "foreign",
                          "said", "new",   "leader",   "spokesman", "spokeswoman", "chairman"});
}

// A word without the endings that number and tense give it.
std::string stem(std::string word) {
  for (const std::string_view ending : {"ing", "ed", "es", "s"})
    if (word.ends_with(ending) && word.size() >= ending.size() + 3) {
      word.resize(word.size() - ending.size());
      break;
    }
  return word;
}

std::set<std::string> compared_words(const std::string& mention) {
  std::set<std::string> telling, all;
  std::string word;
  const auto end_word = [&] {
    while (!word.empty() && (word.back() == '.' || word.back() == '-')) word.pop_back();
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (word == "u.s") word = "us";
    if (word.empty()) return;
    all.insert(stem(word));
    if (!is_empty_word(word)) telling.insert(stem(word));
    word.clear();
  };
  for (const char c : fold(mention))
    if (c == ' ' || c == ',' || c == '"' || c == '(' || c == ')' || c == ';' || c == ':')
      end_word();
    else
      word += c;
  end_word();
  return telling.empty() ? all : telling;
}

std::set<std::string> with_digit(const std::set<std::string>& words) {
  std::set<std::string> numbers;
  for (const std::string& word : words)
    if (word.find_first_of("0123456789") != std::string::npos) numbers.insert(word);
  return numbers;
}

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&b](const std::string& word) { return b.contains(word); }));
}

bool any_agree(const std::vector<Span>& mentions, const std::string& name,
               const std::vector<std::string>& gold, Named what) {
  return std::any_of(gold.begin(), gold.end(), [&](const std::string& other) {
    return mentions_agree(name, other, what) ||
           std::any_of(mentions.begin(), mentions.end(),
                       [&](const Span& mention) { return mentions_agree(mention.text, other, what); });
  });
}

bool bears_out(const GoldStance& gold, const Assertion& assertion, const Actor& actor,
               const Proposal& proposal) {
  return gold.relation == assertion.relation && gold.modality == assertion.modality &&
         (gold.actor.empty() || any_agree(actor.mentions, actor.name, gold.actor, Named::Actor)) &&
         any_agree(proposal.mentions, proposal.name, gold.proposal, Named::Proposal);
}

}  // namespace

bool mentions_agree(const std::string& found, const std::string& gold, Named what) {
  const auto ours = compared_words(found), theirs = compared_words(gold);
  const std::size_t spare = what == Named::Actor ? 5 : 8;  // how much longer a mention may be
  if (ours.empty() || theirs.empty() || ours.size() > theirs.size() + spare) return false;
  const auto number = with_digit(ours), other_number = with_digit(theirs);
  if (what == Named::Proposal && !number.empty() && !other_number.empty() &&
      shared(number, other_number) == 0)
    return false;
  const std::size_t both = shared(ours, theirs), fewer = std::min(ours.size(), theirs.size());
  return both == fewer || (what == Named::Proposal && both >= 2 && both * 2 >= fewer);
}

Result<Gold> read_gold(const std::filesystem::path& file) {
  Gold gold;
  const auto read = read_lines(file, [&gold](std::string_view line) -> Result<void> {
    const auto value = json::parse(line);
    if (!value) return tl::make_unexpected(value.error());
    if (!value->IsObject() || text_of(*value, "id").empty()) return malformed("not an object with an id");
    auto document = document_of(*value);
    if (!document) return tl::make_unexpected(document.error());
    if (!gold.emplace(text_of(*value, "id"), std::move(*document)).second)
      return malformed(fmt::format("document '{}' stands twice", text_of(*value, "id")));
    return {};
  });
  if (!read) return tl::make_unexpected(read.error());
  return gold;
}

std::vector<Verdict> verdicts(const Extraction& found, const GoldDocument& gold) {
  std::vector<Verdict> out;
  for (const Assertion& assertion : found.assertions) {
    const Actor& actor = *find_actor(found, assertion.actor);
    const Proposal& proposal = *find_proposal(found, assertion.proposal);
    const auto is_in = [&](const std::vector<GoldStance>& all) {
      return std::any_of(all.begin(), all.end(),
                         [&](const GoldStance& one) { return bears_out(one, assertion, actor, proposal); });
    };
    out.push_back(is_in(gold.stances) ? Verdict::Right : is_in(gold.open) ? Verdict::Open : Verdict::Wrong);
  }
  return out;
}

}  // namespace demarche
