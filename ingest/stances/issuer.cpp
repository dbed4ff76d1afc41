#include "ingest/stances/issuer.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr int longest_opening =
    14;  // words of one that is no title: "Minutes of the Harbour Board, 12 March"

bool has_word(const Shallow& text, WordClass which) {
  return std::any_of(text.tags.begin(), text.tags.end(),
                     [which](const Tagged& tagged) { return tagged.facts->is(which); });
}

// "Parish Council *meeting*"; in "MINISTERS END MEETING DIVIDED" nothing tells that it is no heading.
bool is_record_word(const Shallow& text, int word) {
  return text.tag(word).facts->is(WordClass::Record) &&
         (text.key(word) != "meeting" || text.line->style != Style::Shouting);
}

bool records(const Shallow& text) {
  for (int i = 0; i < text.line->size(); ++i)
    if (is_record_word(text, i)) return true;
  return false;
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
bool tells_no_act(const Shallow& text) {
  for (int i = 0; i < text.line->size(); ++i)
    if (is_verb_in_title(text, i)) return false;
  return true;
}

ActorKind kind_named(const Cast& cast, int mention) {
  return cast.members()[static_cast<std::size_t>(cast.member_of(mention))].kind;
}

// The first of these that the title names.
int first_of(const Cast& cast, int line, std::initializer_list<ActorKind> kinds) {
  for (const ActorKind kind : kinds)
    for (int m : cast.mentions_in(line))
      if (kind_named(cast, m) == kind) return cast.member_of(m);
  return -1;
}

// "Housing Committee", "Horizon plc", "Zoning Board of Holm, 4 March": a title that names actors and says
// nothing of them.
bool names_only_actors(const Shallow& text, const Cast& cast, int line) {
  std::vector<bool> named(static_cast<std::size_t>(text.line->size()), false);
  for (int m : cast.mentions_in(line)) {
    const Mention& mention = cast.mentions()[static_cast<std::size_t>(m)];
    for (int i = mention.first; i <= mention.last; ++i) named[static_cast<std::size_t>(i)] = true;
  }
  for (int i = 0; i < text.line->size(); ++i) {
    const Tag tag = text.tag(i).tag;
    const bool joins = tag == Tag::Preposition || tag == Tag::Determiner || tag == Tag::Comma ||
                       tag == Tag::Number || tag == Tag::Conjunction || tag == Tag::Hyphen ||
                       tag == Tag::Stop || text.tag(i).facts->is(WordClass::Month);
    if (!named[static_cast<std::size_t>(i)] && !joins) return false;
  }
  return true;
}

// "Grenfield Borough - *Planning Committee*": a title that ends with a word for a body which decides.
bool ends_with_body(const Shallow& text, const ActorWords& words) {
  const int last = text.line->size() - 1;
  return last > 0 && text.line->style != Style::Shouting && words.find(text.key(last)).decides &&
         tells_no_act(text);
}

// The first body that decides, of those that a title names; -1 for none.
int body_named(const Shallow& text, const Cast& cast, int line, const ActorWords& words) {
  for (int m : cast.mentions_in(line))
    if (words.find(text.key(cast.mentions()[static_cast<std::size_t>(m)].head)).decides &&
        kind_named(cast, m) == ActorKind::Organisation)
      return cast.member_of(m);
  return -1;
}

// What a record's title calls its body, without the word for the record: "*House* Journal", "*Town Meeting*
// of Harwick", "*Rules committee*"; -1 where no word for one stands there.
int adopt_body(const Shallow& text, Cast& cast, int line, const ActorWords& words, bool meets) {
  for (int i = 0; i < text.line->size(); ++i) {
    const std::string& key = text.key(i);
    if (!words.find(key).decides && !(meets && key == "meeting" && i > 0)) continue;
    int first = i;
    while (first > 0 && is_nominal(text.tag(first - 1).tag) && !titles_document(text.tag(first - 1))) --first;
    return cast.adopt(line, first, i);
  }
  return -1;
}

// "*Coastwatch* press release", where the text begins a sentence with the name; -1 for none.
int adopt_name(const std::vector<Shallow>& texts, Cast& cast, int line) {
  const Shallow& text = texts[static_cast<std::size_t>(line)];
  int last = -1;
  while (last + 1 < text.line->size() && text.tag(last + 1).tag == Tag::Noun &&
         text.key(last + 1) != "press" && !titles_document(text.tag(last + 1)))
    ++last;
  if (last < 0 || last + 1 >= text.line->size() || text.tag(last + 1).tag == Tag::Possessive) return -1;
  for (std::size_t below = static_cast<std::size_t>(line) + 1; below < texts.size(); ++below)
    if (texts[below].line->size() > last && texts[below].written(0, last) == text.written(0, last))
      return cast.adopt(line, 0, last);
  return -1;
}

// "The Harbour Board *met* on Tuesday", opening a report: the body whose meeting it tells of; -1 for none.
int body_that_met(const std::vector<Shallow>& texts, const Cast& cast, int line, const ActorWords& words) {
  const Shallow& text = texts[static_cast<std::size_t>(line)];
  for (int m : cast.mentions_in(line)) {
    const Mention& body = cast.mentions()[static_cast<std::size_t>(m)];
    const bool opens =
        body.first <= 1 && body.last + 1 < text.line->size() && text.key(body.last + 1) == "met";
    if (opens && words.find(text.key(body.head)).decides) return cast.member_of(m);
  }
  return -1;
}

Issuer issuer_by_title(const std::vector<Shallow>& texts, Cast& cast, int line, const ActorWords& words) {
  const Shallow& text = texts[static_cast<std::size_t>(line)];
  const bool tells = records(text) || has_word(text, WordClass::Issued);
  const bool heads = is_title(text) && (names_only_actors(text, cast, line) || ends_with_body(text, words));
  if (!heads && !(tells && tells_no_act(text) && (is_title(text) || text.line->size() <= longest_opening)))
    return {};
  Issuer issuer;
  issuer.member = first_of(cast, line, {ActorKind::Organisation, ActorKind::Group});
  const int deciding = body_named(text, cast, line, words);
  issuer.is_record = records(text) || (!tells && (deciding >= 0 || ends_with_body(text, words)));
  if (issuer.is_record && deciding >= 0) issuer.member = deciding;
  if (issuer.is_record && deciding < 0)
    if (const int body = adopt_body(text, cast, line, words, issuer.member < 0); body >= 0)
      issuer.member = body;
  if (issuer.is_record) return issuer;
  issuer.states = tells;
  issuer.person = first_of(cast, line, {ActorKind::Person});
  if (issuer.member < 0 && tells) issuer.member = adopt_name(texts, cast, line);
  if (issuer.member < 0) issuer.member = first_of(cast, line, {ActorKind::State, ActorKind::Person});
  return issuer;
}

}  // namespace

bool is_document_title(const Shallow& text) {
  return is_title(text) && tells_no_act(text) && (records(text) || has_word(text, WordClass::Issued));
}

Issuer issuer_of(const std::vector<Shallow>& texts, Cast& cast, const ActorWords& words) {
  for (int line = 0; line < static_cast<int>(texts.size()); ++line) {
    if (const Issuer issuer = issuer_by_title(texts, cast, line, words); issuer.member >= 0) return issuer;
    if (is_title(texts[static_cast<std::size_t>(line)])) continue;
    const int body = body_that_met(texts, cast, line, words);
    return {body, -1, false, body >= 0};
  }
  return {};
}

}  // namespace demarche
