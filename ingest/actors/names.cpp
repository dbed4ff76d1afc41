#include "ingest/actors/names.h"

#include <algorithm>
#include <map>
#include <set>

#include "ingest/language/tokenize.h"

namespace demarche {
namespace {

// Words that a line in capitals writes like an acronym.
bool is_common_word(std::string_view key) {
  return key == "us" || key == "who" || key == "it" || key == "is";
}

}  // namespace

NameIndex::NameIndex(const Gazetteer& gazetteer) {
  for (const GazetteerEntry& entry : gazetteer.entries()) {
    add(entry.name, entry, NameUse::Name);
    for (const auto& alias : entry.aliases) add(alias, entry, NameUse::Name);
    for (const auto& demonym : entry.demonyms) add(demonym, entry, NameUse::Demonym);
    for (const auto& adjective : entry.adjectives) add(adjective, entry, NameUse::Adjective);
  }
  find_states(gazetteer);
  find_shared();
  for (auto& [first, forms] : by_first_)
    std::stable_sort(forms.begin(), forms.end(),
                     [](const Form& a, const Form& b) { return a.keys.size() > b.keys.size(); });
}

// A part of a state belongs to the whole, but has bodies of its own.
void NameIndex::find_states(const Gazetteer& gazetteer) {
  constexpr int most_steps = 4;  // a committee, its chamber, the parliament, the state
  for (const GazetteerEntry& entry : gazetteer.entries()) {
    const GazetteerEntry* at = &entry;
    for (int step = 0; at && at->kind != ActorKind::State && step < most_steps; ++step) {
      const auto up =
          std::find_if(at->affiliations.begin(), at->affiliations.end(), [](const Affiliation& link) {
            return link.to_kind == ActorKind::State || link.relation == LinkKind::PartOf;
          });
      at = up == at->affiliations.end() ? nullptr : gazetteer.find(up->to);
    }
    if (at && at->kind == ActorKind::State) states_.emplace(&entry, at);
  }
}

const GazetteerEntry* NameIndex::state_of(const GazetteerEntry& entry) const {
  const auto found = states_.find(&entry);
  return found == states_.end() ? nullptr : found->second;
}

// A body's name is shared where another state's body has it with words before or behind: "Philippine Senate",
// "Senate of Pakistan".
void NameIndex::find_shared() {
  std::map<std::vector<std::string>, std::set<const GazetteerEntry*>> parts;  // of names, to states
  const auto is_body = [this](const Form& form) {
    return form.entry->kind == ActorKind::Organisation && state_of(*form.entry) && form.use == NameUse::Name;
  };
  for (const auto& [first, forms] : by_first_)
    for (const Form& form : forms)
      for (std::size_t cut = 1; is_body(form) && cut < form.keys.size(); ++cut) {
        const auto middle = form.keys.begin() + static_cast<std::ptrdiff_t>(cut);
        parts[{middle, form.keys.end()}].insert(state_of(*form.entry));
        parts[{form.keys.begin(), middle}].insert(state_of(*form.entry));
      }
  for (auto& [first, forms] : by_first_)
    for (Form& form : forms) {
      const auto bearers = is_body(form) ? parts.find(form.keys) : parts.end();
      if (bearers == parts.end()) continue;
      form.shared = bearers->second.size() > 1 || !bearers->second.contains(state_of(*form.entry));
    }
}

void NameIndex::add(const std::string& name, const GazetteerEntry& entry, NameUse use) {
  Document words;
  words.text = name;
  Form form{{}, &entry, use, is_short_acronym(name) ? Capitals::Acronym : Capitals::AnyName};
  form.dotted = name.find('.') != std::string::npos;
  for (const Sentence& sentence : tokenize(words, Field::Text))
    for (const Token& token : sentence.tokens) form.keys.push_back(word_key(token.form));
  if (form.keys.size() > 1 && form.keys.front() == "the") form.keys.erase(form.keys.begin());
  if (!form.keys.empty()) by_first_[form.keys.front()].push_back(std::move(form));
}

bool NameIndex::fits(const Form& form, const Line& line, int at) const {
  if (at + static_cast<int>(form.keys.size()) > line.size()) return false;
  for (std::size_t i = 0; i < form.keys.size(); ++i)
    if (line.words[static_cast<std::size_t>(at) + i].key != form.keys[i]) return false;
  const Word& first = line.words[static_cast<std::size_t>(at)];
  if (first.shape == Shape::Lower) return false;
  if (form.capitals == Capitals::AnyName) return true;
  const bool spelt = first.key.size() == 1 || first.key.find_first_of("0123456789") != std::string::npos;
  if (first.shape != Shape::Upper && !spelt) return false;  // "*G*-7", "*G7*": no word besides
  return line.style != Style::Shouting || first.dotted || !is_common_word(first.key);
}

std::vector<NameMatch> NameIndex::find(const Line& line) const {
  std::vector<NameMatch> found;
  for (int i = 0; i < line.size(); ++i) {
    if (line.words[static_cast<std::size_t>(i)].shape == Shape::Lower) continue;
    const auto forms = by_first_.find(line.words[static_cast<std::size_t>(i)].key);
    if (forms == by_first_.end()) continue;
    for (const Form& form : forms->second) {
      if (!fits(form, line, i)) continue;
      found.push_back({i, i + static_cast<int>(form.keys.size()) - 1, form.entry, form.use, form.shared});
      i = found.back().last;
      break;
    }
  }
  return found;
}

}  // namespace demarche
