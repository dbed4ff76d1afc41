#include "ingest/actors/actor_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/actors/data_file.h"
#include "ingest/actors/grammar.h"

namespace demarche {
namespace {

std::optional<Title> title_named(std::string_view word) {
  if (word == "leads") return Title::Leads;
  if (word == "speaks_for") return Title::SpeaksFor;
  if (word == "member_of") return Title::MemberOf;
  if (word == "style") return Title::Style;
  return std::nullopt;
}

std::optional<GroupKind> group_named(std::string_view word) {
  if (word == "body") return GroupKind::Body;
  if (word == "people") return GroupKind::People;
  if (word == "unnamed") return GroupKind::Unnamed;
  return std::nullopt;
}

std::optional<Gender> gender_named(std::string_view word) {
  if (word == "man") return Gender::Man;
  if (word == "woman") return Gender::Woman;
  return std::nullopt;
}

using Words = WordTable<ActorWord>;

// Each takes in one word of one class; false where the class is unknown.

bool take_title(Words& words, std::string_view name, std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  if (const auto gender = gender_named(name)) {
    words[word].gender = *gender;
    return true;
  }
  if (name == "lesser") return words[word].lesser = true;
  if (name == "past") return words[word].past = true;
  const auto title = title_named(name);
  if (!title) return false;
  words[word].title = title;
  words[plural_of(word)].title = title;
  words[plural_of(word)].plural = true;
  return true;
}

bool take_group(Words& words, std::string_view name, const std::string& word) {
  if (name == "ending") return words[word].ending = true;
  if (name == "legal") return words[word].ending = words[word].legal = true;
  if (name == "particle") return words[word].particle = true;
  if (name == "thing") return words[word].thing = true;
  if (name == "organ") return words[word].organ = true;
  if (name == "weather") return words[word].weather = true;
  if (name == "mediates") return words[word].mediates = true;
  if (name == "rallying") return words[word].rallying = true;
  if (name == "portfolio") return words[word].portfolio = true;
  if (name == "governing") return words[word].governing = true;
  if (name == "fielded") return words[word].fielded = true;
  if (name == "sited") return words[word].sited = true;
  if (name == "direction") return words[word].direction = true;
  if (name == "paper") return words[word].paper = true;
  if (name == "acts_for") return words[word].acts_for = true;
  if (name == "firm") return words[word].firm = true;
  if (name == "decides") return words[word].decides = true;
  if (name == "part") return words[word].part = true;
  if (name == "governs") return words[word].governs = true;
  if (name == "apart") return words[word].apart = true;
  if (name == "seat") return words[word].seat = true;
  const auto group = group_named(name);
  if (!group) return false;
  words[word].group = group;
  if (group == GroupKind::Body) words[plural_of(word)].group = group;
  words[group == GroupKind::Body ? plural_of(word) : word].plural = true;
  return true;
}

// A file of lines "class: word word".
template <class Take>
Result<void> read_classes(const std::filesystem::path& file, Take take) {
  return read_lines(file, [&take](std::string_view line) -> Result<void> {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) return fail(ErrorKind::Malformed, "", "no 'class: words'");
    const std::string_view name = line.substr(0, colon);
    for (const std::string& word : split_words(line.substr(colon + 2)))
      if (!take(name, word)) return fail(ErrorKind::Malformed, "", fmt::format("unknown class '{}'", name));
    return {};
  });
}

}  // namespace

Result<ActorWords> ActorWords::load(const std::filesystem::path& data) {
  ActorWords lists;
  const auto title = [&](auto name, auto& word) { return take_title(lists.words_, name, word); };
  const auto group = [&](auto name, auto& word) { return take_group(lists.words_, name, word); };
  const auto given = [&](auto name, auto& word) { return lists.take_given_name(name, word); };
  const auto phrase = [&](std::string_view line) {
    return parse_affiliation_phrase(line).map(
        [&](AffiliationPhrase&& one) { lists.phrases_.push_back(std::move(one)); });
  };
  auto read = read_classes(data / "titles.txt", title)
                  .and_then([&] { return read_classes(data / "groups.txt", group); })
                  .and_then([&] { return read_classes(data / "given-names.txt", given); })
                  .and_then([&] { return read_lines(data / "affiliations.txt", phrase); });
  if (!read) return tl::make_unexpected(read.error());
  return lists;
}

bool ActorWords::take_given_name(std::string_view name, const std::string& word) {
  const auto gender = name == "either" ? std::optional(Gender::Unknown) : gender_named(name);
  if (!gender) return false;
  const auto [known, is_new] = given_names_.emplace(word, *gender);
  if (!is_new && known->second != *gender) known->second = Gender::Unknown;
  return true;
}

Gender ActorWords::gender_of(const std::string& given_name) const {
  const auto found = given_names_.find(given_name);
  return found == given_names_.end() ? Gender::Unknown : found->second;
}

const ActorWord& ActorWords::find(const std::string& key) const {
  static const ActorWord nothing;
  const ActorWord* found = words_.find(key);
  return found ? *found : nothing;
}

}  // namespace demarche
