#include "ingest/stances/acts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "graph/model/json.h"
#include "ingest/actors/data_file.h"
#include "ingest/actors/words.h"

namespace demarche {
namespace {

constexpr std::array<std::pair<std::string_view, ActKind>, 6> kinds{{{"verb", ActKind::Verb},
                                                                     {"noun", ActKind::Noun},
                                                                     {"adjective", ActKind::Adjective},
                                                                     {"compound", ActKind::Compound},
                                                                     {"preposition", ActKind::Preposition},
                                                                     {"verdict", ActKind::Verdict}}};

constexpr std::array<std::pair<std::string_view, Takes>, 9> takings{{{"listed", Takes::Listed},
                                                                     {"strong", Takes::Strong},
                                                                     {"owned", Takes::Owned},
                                                                     {"any", Takes::Any},
                                                                     {"deal", Takes::Deal},
                                                                     {"law", Takes::Law},
                                                                     {"demand", Takes::Demand},
                                                                     {"offer", Takes::Offer},
                                                                     {"sum", Takes::Sum}}};

constexpr std::array<std::pair<std::string_view, RoleKind>, 13> roles{
    {{"nsubj", RoleKind::Subject},
     {"nsubj:pass", RoleKind::PassiveSubject},
     {"obj", RoleKind::Object},
     {"iobj", RoleKind::Indirect},
     {"xcomp", RoleKind::Complement},
     {"ccomp", RoleKind::Clause},
     {"nmod:poss", RoleKind::Possessor},
     {"speaker", RoleKind::Speaker},
     {"self", RoleKind::Itself},
     {"omitted", RoleKind::Omitted},
     {"advcl:if", RoleKind::Condition},
     {"obl:", RoleKind::Oblique},
     {"nmod:", RoleKind::Modifier}}};

template <class Table>
auto find_in(const Table& table, std::string_view word) {
  return std::find_if(table.begin(), table.end(), [word](const auto& row) { return row.first == word; });
}

Result<std::vector<Role>> roles_of(const rapidjson::Value& object, const char* key,
                                   std::vector<std::string> usual) {
  std::vector<std::string> words = std::move(usual);
  if (const auto* list = json::find(object, key)) {
    if (!list->IsArray()) return malformed(fmt::format("{}: not a list", key));
    words.clear();
    for (const auto& item : list->GetArray()) {
      if (!item.IsString()) return malformed(fmt::format("{}: not all words", key));
      words.emplace_back(json::view(item));
    }
  }
  std::vector<Role> found;
  for (const std::string& word : words) {
    auto role = Role::parse(word);
    if (!role) return malformed(fmt::format("{}: {}", key, role.error().why));
    found.push_back(std::move(*role));
  }
  return found;
}

std::vector<std::string> usual_actors(ActKind kind) {
  if (kind == ActKind::Noun) return {"nmod:poss", "nmod:by", "nmod:from"};
  return {"nsubj"};
}

std::vector<std::string> usual_proposals(ActKind kind) {
  if (kind == ActKind::Noun) return {"nmod:of"};
  return {"obj"};
}

// A string, or a list of them; none where the key is missing.
Result<std::vector<std::string>> words_of(const rapidjson::Value& object, std::string_view key) {
  std::vector<std::string> words;
  const auto* value = json::find(object, std::string(key).c_str());
  if (!value) return words;
  if (value->IsString()) words.emplace_back(json::view(*value));
  if (value->IsArray())
    for (const auto& item : value->GetArray())
      if (item.IsString()) words.emplace_back(json::view(item));
  const std::size_t told = value->IsArray() ? value->Size() : 1;
  if (words.empty() || words.size() != told) return malformed(fmt::format("{}: not a word or words", key));
  return words;
}

// The entries of a line: one for each of its words, and of its words `with` and `particle`.
Result<std::vector<ActEntry>> acts_of(std::string_view line) {
  const auto object = json::parse(line);
  if (!object) return tl::make_unexpected(object.error());
  if (!object->IsObject()) return malformed("not a JSON object");
  ActEntry act;
  std::vector<std::string> words;
  for (const auto& [key, kind] : kinds) {
    auto found = words_of(*object, key);
    if (!found) return tl::make_unexpected(found.error());
    if (found->empty()) continue;
    act.kind = kind;
    words = std::move(*found);
  }
  if (words.empty()) return malformed("no verb, noun, adjective, compound or preposition");
  const auto relation = json::string_member(*object, "relation");
  if (!relation || !*relation || !relation_named(**relation)) return malformed("no known relation");
  act.relation = *relation_named(**relation);
  auto with = words_of(*object, "with");
  auto particles = words_of(*object, "particle");
  for (auto* list : {&with, &particles}) {
    if (!*list) return tl::make_unexpected(list->error());
    if ((*list)->empty()) (*list)->emplace_back();
  }
  const auto takes = json::string_member(*object, "takes").value_or(std::nullopt).value_or("listed");
  const auto taking = find_in(takings, takes);
  if (taking == takings.end()) return malformed(fmt::format("takes: unknown word '{}'", takes));
  act.takes = taking->second;
  const auto modality = json::string_member(*object, "modality").value_or(std::nullopt).value_or("actual");
  if (!modality_named(modality)) return malformed(fmt::format("modality: unknown word '{}'", modality));
  act.modality = *modality_named(modality);
  const auto when = json::string_member(*object, "when").value_or(std::nullopt);
  act.only_refused = when == "refused";
  act.only_recorded = when == "recorded";
  if (when && !act.only_refused && !act.only_recorded)
    return malformed(fmt::format("when: unknown word '{}'", *when));
  for (const auto& [key, list, usual] : {std::tuple{"actor", &act.actor, usual_actors(act.kind)},
                                         {"proposal", &act.proposal, usual_proposals(act.kind)},
                                         {"partners", &act.partners, std::vector<std::string>{}}}) {
    auto read = roles_of(*object, key, usual);
    if (!read) return tl::make_unexpected(read.error());
    *list = std::move(*read);
  }
  std::vector<ActEntry> found;
  for (const std::string& word : words)
    for (const std::string& noun : *with)
      for (const std::string& particle : *particles) {
        found.push_back(act);
        found.back().word = word;
        found.back().with = noun;
        found.back().particle = particle;
      }
  return found;
}

}  // namespace

Result<Role> Role::parse(std::string_view word) {
  for (const auto& [name, kind] : roles) {
    const bool open = name.ends_with(':');
    if (word == name && !open) return Role{kind, ""};
    if (open && word.size() > name.size() && word.starts_with(name) && word != "nmod:poss")
      return Role{kind, std::string(word.substr(name.size()))};
  }
  return fail(ErrorKind::Malformed, "", fmt::format("unknown role '{}'", word));
}

std::string Role::word() const {
  for (const auto& [name, named] : roles)
    if (named == kind) return std::string(name) + preposition;
  return {};
}

std::string_view word_of(Takes takes) {
  const auto named = [takes](const auto& row) { return row.second == takes; };
  return std::find_if(takings.begin(), takings.end(), named)->first;
}

bool gives_subject(std::string_view verb) {
  return is_one_of(verb, {"have", "win", "gain", "get", "draw", "receive", "face", "meet", "run", "attract",
                          "enjoy", "need", "require", "await", "encounter", "provoke", "spark"});
}

std::string ActEntry::name() const {
  std::string text = fmt::format("{}:{}", kinds[static_cast<std::size_t>(kind)].first, word);
  if (!particle.empty()) text += " " + particle;
  if (!with.empty()) text += " " + with;
  return text;
}

Result<Acts> Acts::load(const std::filesystem::path& data) {
  Acts acts;
  auto read = read_lines(data / "acts.jsonl", [&acts](std::string_view line) -> Result<void> {
    auto found = acts_of(line);
    if (!found) return tl::make_unexpected(found.error());
    std::move(found->begin(), found->end(), std::back_inserter(acts.all_));
    return {};
  });
  if (!read) return tl::make_unexpected(read.error());
  const auto asked = [](const ActEntry& act) { return !act.particle.empty() + !act.with.empty(); };
  const auto asks_more = [&](const ActEntry& a, const ActEntry& b) { return asked(a) > asked(b); };
  for (const ActEntry& act : acts.all_) {
    auto& list = acts.by_word_[static_cast<std::size_t>(act.kind)][act.word];
    list.insert(std::upper_bound(list.begin(), list.end(), act, asks_more), act);
  }
  return acts;
}

const std::vector<ActEntry>& Acts::of(ActKind kind, const std::string& word) const {
  static const std::vector<ActEntry> none;
  const auto& table = by_word_[static_cast<std::size_t>(kind)];
  const auto* found = table.find(word);
  return found ? *found : none;
}

}  // namespace demarche
