#include "ingest/stances/issuer.h"

#include <algorithm>

namespace demarche {
namespace {

bool has_word(const Shallow& text, WordClass which) {
  return std::any_of(text.tags.begin(), text.tags.end(),
                     [which](const Tagged& tagged) { return tagged.facts->is(which); });
}

}  // namespace

Issuer issuer_of(const std::vector<Shallow>& texts, const Cast& cast) {
  for (std::size_t line = 0; line < texts.size(); ++line) {
    const Shallow& text = texts[line];
    if (text.line->sentence->field != Field::Title) break;
    const bool is_record = has_word(text, WordClass::Record);
    if (!is_record && !has_word(text, WordClass::Issued)) continue;
    for (const ActorKind kind : {ActorKind::Organisation, ActorKind::Group})
      for (int m : cast.mentions_in(static_cast<int>(line)))
        if (cast.members()[static_cast<std::size_t>(cast.member_of(m))].kind == kind)
          return {cast.member_of(m), is_record};
  }
  return {};
}

}  // namespace demarche
