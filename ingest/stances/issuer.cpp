#include "ingest/stances/issuer.h"

#include <algorithm>

namespace demarche {
namespace {

bool has_word(const Shallow& text, WordClass which) {
  return std::any_of(text.tags.begin(), text.tags.end(),
                     [which](const Tagged& tagged) { return tagged.facts->is(which); });
}

bool is_title(const Shallow& text) {
  return text.line->sentence->field == Field::Title;
}

// "Holm council *votes*": does so, and is no record of it.
bool is_verb_in_title(const Shallow& text, int word) {
  const Tagged& tagged = text.tag(word);
  const bool behind_noun = word > 0 && is_nominal(text.tag(word - 1).tag);
  if (titles_document(tagged)) return text.key(word) == "votes" && behind_noun;
  if (tagged.tag != Tag::Verb && tagged.tag != Tag::Auxiliary && tagged.tag != Tag::Modal) return false;
  const bool participle = (tagged.forms & (form_participle | form_ing)) != 0;
  const bool opens = word == 0 && text.line->size() > 1 && titles_document(text.tag(1));  // "*Open* letter"
  return (!participle && !opens) ||
         (behind_noun && word + 1 == text.line->size());  // "Communiqué *issued* at the end"
}

// Whether a title tells only whose document it is.
bool is_heading(const Shallow& text) {
  for (int i = 0; i < text.line->size(); ++i)
    if (is_verb_in_title(text, i)) return false;
  return true;
}

ActorKind kind_of(const Cast& cast, int mention) {
  return cast.members()[static_cast<std::size_t>(cast.member_of(mention))].kind;
}

// The first of these that the title names.
int first_of(const Cast& cast, int line, std::initializer_list<ActorKind> kinds) {
  for (const ActorKind kind : kinds)
    for (int m : cast.mentions_in(line))
      if (kind_of(cast, m) == kind) return cast.member_of(m);
  return -1;
}

// "Housing Committee", "Zoning Board of Holm, 4 March": a title that names a body which decides, and nothing
// else.
bool names_only_body(const Shallow& text, const Cast& cast, int line, const ActorWords& words) {
  bool decides = false;
  std::vector<bool> named(static_cast<std::size_t>(text.line->size()), false);
  for (int m : cast.mentions_in(line)) {
    const Mention& mention = cast.mentions()[static_cast<std::size_t>(m)];
    decides |= mention.kind == ActorKind::Organisation && words.find(text.key(mention.head)).decides;
    for (int i = mention.first; i <= mention.last; ++i) named[static_cast<std::size_t>(i)] = true;
  }
  for (int i = 0; i < text.line->size(); ++i) {
    const Tag tag = text.tag(i).tag;
    const bool joins = tag == Tag::Preposition || tag == Tag::Determiner || tag == Tag::Comma ||
                       tag == Tag::Number || text.tag(i).facts->is(WordClass::Month);
    if (!named[static_cast<std::size_t>(i)] && !joins) return false;
  }
  return decides;
}

// "*Town Meeting* of Harwick, minutes": the body that nothing else tells for one, by what it is called.
int adopt_body(const Shallow& text, Cast& cast, int line, const ActorWords& words) {
  for (int c = 0; c < text.size(); ++c) {
    const Chunk& group = text.chunk(c);
    const bool sits = text.is(c, ChunkKind::Nouns) && group.first < group.head &&
                      (words.find(text.key(group.head)).decides || text.key(group.head) == "meeting");
    if (sits) return cast.adopt(line, group.first, group.head);
  }
  return -1;
}

}  // namespace

bool is_document_title(const Shallow& text) {
  return is_title(text) && is_heading(text) &&
         (has_word(text, WordClass::Record) || has_word(text, WordClass::Issued));
}

Issuer issuer_of(const std::vector<Shallow>& texts, Cast& cast, const ActorWords& words) {
  for (int line = 0; line < static_cast<int>(texts.size()); ++line) {
    const Shallow& text = texts[static_cast<std::size_t>(line)];
    if (!is_title(text)) break;
    const bool body_alone = names_only_body(text, cast, line, words);
    if (!body_alone && !is_document_title(text)) continue;
    const bool is_record = body_alone || has_word(text, WordClass::Record);
    Issuer issuer;
    issuer.is_record = is_record;
    issuer.person = is_record ? -1 : first_of(cast, line, {ActorKind::Person});
    issuer.member = first_of(cast, line, {ActorKind::Organisation, ActorKind::Group});
    if (issuer.member < 0)
      issuer.member = is_record ? adopt_body(text, cast, line, words)
                                : first_of(cast, line, {ActorKind::State, ActorKind::Person});
    if (issuer.member >= 0) return issuer;
  }
  return {};
}

}  // namespace demarche
