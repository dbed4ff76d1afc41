// A shared name is a body's where nothing else is said. It is not where another state stands right before it
// ("Chile's Senate"), nor where the document speaks of the government or parliament of other states and never
// of the body's own.
#include "ingest/actors/document_names.h"

#include <algorithm>
#include <set>

namespace demarche {

DocumentNames::DocumentNames(const std::vector<Shallow>& texts, const NameIndex& names,
                             const ActorWords& words)
    : names_(names), words_(words) {
  bool has_shared = false;
  for (const Shallow& text : texts) {
    by_line_.push_back(names.find(*text.line));
    for (const NameMatch& name : by_line_.back()) has_shared |= name.shared;
  }
  if (has_shared) drop_foreign(texts);
}

// Whether what stands right before the name says that it is another state's: "Chile's", "the Chilean", and a
// name that is in no gazetteer ("Sorania's").
bool DocumentNames::is_of_other_state(const Shallow& text, const NameMatch* before,
                                      const NameMatch& name) const {
  const int first = name.first - 1;
  if (first < 0) return false;
  const bool owned = text.tag(first).tag == Tag::Possessive;
  const int owner = owned ? first - 1 : first;
  if (owner < 0) return false;
  if (before && before->last == owner) {
    const GazetteerEntry* state = names_.state_of(*before->entry);
    return state && state != names_.state_of(*name.entry);
  }
  return owned && text.line->style == Style::Prose && text.word(owner).shape == Shape::Capital;
}

// "the Senate *of Norway*".
bool DocumentNames::is_named_behind(const Shallow& text, const std::vector<NameMatch>& here,
                                    const NameMatch& name) const {
  if (name.last + 2 >= text.line->size() || text.key(name.last + 1) != "of") return false;
  const auto behind = std::find_if(here.begin(), here.end(),
                                   [&name](const NameMatch& other) { return other.first == name.last + 2; });
  if (behind == here.end()) return false;
  const GazetteerEntry* state = names_.state_of(*behind->entry);
  return state && state != names_.state_of(*name.entry);
}

// "Chile's *government*", "the Chilean finance *minister*", "the Bundestag".
bool DocumentNames::names_organ(const Shallow& text, const NameMatch& name) const {
  if (name.entry->kind == ActorKind::Organisation) return true;
  const Chunk& group = text.chunk(text.chunk_of[static_cast<std::size_t>(name.last)]);
  return name.last < group.head && words_.find(text.key(group.head)).organ;
}

void DocumentNames::drop_foreign(const std::vector<Shallow>& texts) {
  std::set<const GazetteerEntry*> states;
  bool speaks_of_organs = false;
  for (std::size_t line = 0; line < texts.size(); ++line) {
    std::vector<NameMatch> kept;
    for (const NameMatch& name : by_line_[line]) {
      const NameMatch* before = kept.empty() ? nullptr : &kept.back();
      const bool foreign = name.shared && (is_of_other_state(texts[line], before, name) ||
                                           is_named_behind(texts[line], by_line_[line], name));
      speaks_of_organs |= foreign;
      if (foreign) continue;
      kept.push_back(name);
      const GazetteerEntry* state = name.shared ? nullptr : names_.state_of(*name.entry);
      if (!state) continue;
      states.insert(state);
      speaks_of_organs |= names_organ(texts[line], name);
    }
    by_line_[line] = std::move(kept);
  }
  if (!speaks_of_organs) return;
  const auto is_elsewhere = [&](const NameMatch& name) {
    return name.shared && !states.contains(names_.state_of(*name.entry));
  };
  for (auto& here : by_line_) here.erase(std::remove_if(here.begin(), here.end(), is_elsewhere), here.end());
}

}  // namespace demarche
