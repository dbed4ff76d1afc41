#include "ingest/stances/proposal_words.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

#include "graph/model/json.h"
#include "ingest/actors/data_file.h"

namespace demarche {
namespace {

constexpr std::array<std::pair<std::string_view, Family>, 5> families{{{"plan", Family::Plan},
                                                                       {"offer", Family::Offer},
                                                                       {"law", Family::Law},
                                                                       {"deal", Family::Deal},
                                                                       {"demand", Family::Demand}}};

tl::unexpected<Error> malformed(std::string why) {
  return fail(ErrorKind::Malformed, "", std::move(why));
}

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
  return noun;
}

}  // namespace

Result<ProposalWords> ProposalWords::load(const std::filesystem::path& data) {
  ProposalWords words;
  auto read = read_lines(data / "proposals.jsonl", [&words](std::string_view line) -> Result<void> {
    auto noun = noun_of(line);
    if (!noun) return tl::make_unexpected(noun.error());
    ProposalNoun plural = *noun;
    plural.plural = true;
    if (!words.nouns_.emplace(noun->noun, *noun).second)
      return malformed(fmt::format("'{}' stands twice", noun->noun));
    words.nouns_.emplace(plural_of(noun->noun), std::move(plural));
    return {};
  });
  if (!read) return tl::make_unexpected(read.error());
  return words;
}

const ProposalNoun* ProposalWords::find(const std::string& key) const {
  const auto found = nouns_.find(key);
  return found == nouns_.end() ? nullptr : &found->second;
}

const ProposalNoun* ProposalWords::find(const Shallow& text, int word) const {
  const bool hyphened = word >= 2 && text.key(word - 1) == "-" && text.word(word).glued;
  if (hyphened)
    if (const auto* noun = find(text.key(word - 2) + "-" + text.key(word))) return noun;
  return find(text.key(word));
}

}  // namespace demarche
