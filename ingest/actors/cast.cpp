// Names settle first, so that a short form in a headline finds the full one below it; then descriptions, each
// tried as the same words, then as a short form ("the ministry") of the last fitting member before it.
#include "ingest/actors/cast.h"

#include <algorithm>
#include <string_view>

#include "ingest/actors/antecedents.h"
#include "ingest/actors/companies.h"
#include "ingest/actors/document_names.h"

namespace demarche {
namespace {

std::string_view last_word(std::string_view key) {
  const std::size_t space = key.rfind(' ');
  return space == std::string_view::npos ? key : key.substr(space + 1);
}

bool is_initial(std::string_view word) {
  if (is_one_of(word, {"st", "st.", "mt", "mt."})) return false;  // "St. Brannock Health"
  return word.size() <= 2 || (word.size() <= 5 && word.find('.') != std::string_view::npos);
}

// "alder teachers" of "alder teachers'", which begins the name of their fund.
std::string without_mark(const std::string& beginning) {
  const bool is_owner = beginning.ends_with("s'") || beginning.ends_with("s’");
  return is_owner ? beginning.substr(0, beginning.rfind('s') + 1) : beginning;
}

// Each run of leading words of a name, the whole left out: "emery", "emery air" of "emery air freight";
// without initials before it and an owner's mark behind it, so "hutton" of "e.f. hutton group".
std::vector<std::string> beginnings_of(const std::string& key) {
  std::vector<std::string> found;
  const std::size_t first_space = key.find(' ');
  const bool initialled = first_space != std::string::npos && is_initial(key.substr(0, first_space));
  const std::size_t start = initialled ? first_space + 1 : 0;
  for (std::size_t space = key.find(' ', start); space != std::string::npos; space = key.find(' ', space + 1))
    found.push_back(without_mark(key.substr(start, space - start)));
  if (initialled) found.push_back(without_mark(key.substr(start)));
  return found;
}

constexpr int opening_lines = 3;  // of the text, that tell in full what the headline names

int looked_up(const std::unordered_map<std::string, int>& table, const std::string& key) {
  const auto found = table.find(key);
  return found == table.end() ? -1 : found->second;
}

// "rsw" of "rail and signal workers".
std::string initials(std::string_view key) {
  std::string letters;
  for (std::size_t start = 0; start < key.size();) {
    const std::size_t end = std::min(key.find_first_of(" -", start), key.size());
    const std::string_view word = key.substr(start, end - start);
    if (!word.empty() && !is_one_of(word, {"and", "of", "the", "for"})) letters += word.front();
    start = end + 1;
  }
  return letters;
}

// "np stock exchange" of "new port stock exchange": with the first two or three words as initials.
std::vector<std::string> abbreviated(const std::string& key) {
  std::vector<std::string> found;
  std::string letters;
  std::size_t start = 0;
  for (std::size_t space = key.find(' '); space != std::string::npos && letters.size() < 3;
       space = key.find(' ', start)) {
    letters += key[start];
    start = space + 1;
    if (letters.size() > 1) found.push_back(letters + key.substr(space));
  }
  return found;
}

// "soranian" of "sorania", "tolmese" of "tolma".
std::vector<std::string> adjectives_of(const std::string& name) {
  constexpr std::size_t shortest = 4;  // letters that both must share
  std::vector<std::string> adjectives;
  const std::size_t end = name.find_last_not_of("aeiouy") + 1;
  if (end < shortest) return adjectives;
  const std::string stem = name.substr(0, end);
  for (const char* ending : {"n", "an", "ian", "ese", "ish"}) {
    if (end < name.size()) adjectives.push_back(stem + ending);
    adjectives.push_back(name + ending);
  }
  return adjectives;
}

Mention of_one_word(int line, int word) {
  Mention mention;
  mention.line = line;
  mention.first = mention.last = mention.name_first = mention.name_last = mention.head = word;
  return mention;
}

// One beside the other, and one hung on the other as its apposition.
bool hangs_beside(const Tree& tree, const Mention& name, const Mention& found) {
  if (name.first != found.last + 2 && found.first != name.last + 2) return false;
  const int governor = tree.is(found.head, "appos") ? tree.head(found.head) : -1;
  if (governor >= name.name_first && governor <= name.name_last) return true;
  for (int word = name.name_first; word <= name.name_last; ++word)
    if (tree.is(word, "appos") && tree.head(word) == found.head) return true;
  return false;
}

// "Alder, a leading barley and *malt producer*": the end of an apposition that has "and" inside, of which the
// tree makes the second of a list.
bool ends_apposition(const Shallow& text, const Mention& name, const Mention& found) {
  const Tree& tree = *text.tree;
  const int c = text.chunk_of[static_cast<std::size_t>(found.head)];
  const bool joined = text.is(c - 1, ChunkKind::Conjunction) && text.is(c - 2, ChunkKind::Nouns);
  if (!joined || text.tag(found.first).tag == Tag::Determiner || text.is(c + 1, ChunkKind::Verbs))
    return false;
  const Chunk& before = text.chunk(c - 2);
  const bool opens = before.first == name.last + 2 && text.tag(before.first).tag == Tag::Determiner;
  return opens && tree.is(before.head, "appos") && tree.is(found.head, "conj") &&
         text.tag(name.last + 1).tag == Tag::Comma;
}

// "Alder, *the holding company of Tove Lind*, was": as far as marks tell.
bool stands_between_commas(const Shallow& text, const Mention& name, const Mention& found) {
  const auto is_comma = [&text](int i) { return i < text.line->size() && text.tag(i).tag == Tag::Comma; };
  const int behind = found.last + 2;
  const bool goes_on = behind < text.line->size() && text.tag(behind).tag != Tag::Conjunction;
  return name.first == 0 && found.first == name.last + 2 && is_comma(name.last + 1) &&
         is_comma(found.last + 1) && goes_on;
}

// "Norway's envoy *for the talks*": the last word that belongs to an office.
int last_of_office(const Shallow& here, int office_last) {
  const int c = here.chunk_of[static_cast<std::size_t>(office_last)] + 1;
  const bool is_for = here.is(c, ChunkKind::Preposition) && here.is(c + 1, ChunkKind::Nouns) &&
                      here.chunk(c).first == office_last + 1 &&
                      is_one_of(here.head_key(c), {"for", "to", "of"});
  return is_for ? here.chunk(c + 1).last : office_last;
}

}  // namespace

Cast::Cast(const std::vector<Shallow>& texts, const MentionFinder& finder)
    : texts_(texts), words_(finder.words), by_line_(texts.size()) {
  collect(finder);
  find_in_titles(finder);
  find_office_holders();
  find_adjectives();
  settle();
  name_members();
}

void Cast::collect(const MentionFinder& finder) {
  const DocumentNames names(texts_, finder.names, finder.words);
  for (int line = 0; line < static_cast<int>(texts_.size()); ++line)
    for (Mention& found : find_mentions(text(line), line, names.in(line), finder)) {
      by_line_[static_cast<std::size_t>(line)].push_back(static_cast<int>(mentions_.size()));
      mentions_.push_back(std::move(found));
    }
}

// Names in a headline, whose capitals say nothing, by the full names below it.
void Cast::find_in_titles(const MentionFinder& finder) {
  std::unordered_map<std::string, ActorKind> known;  // surnames, and first words of bodies
  for (const Mention& full : mentions_) {
    if (full.entry || full.form != MentionForm::Name || text(full.line).line->style != Style::Prose) continue;
    const std::string short_name(full.kind == ActorKind::Person ? last_word(full.key)
                                                                : full.key.substr(0, full.key.find(' ')));
    known.try_emplace(short_name, full.kind);
  }
  for (int line = 0; line < static_cast<int>(texts_.size()); ++line) {
    if (text(line).line->style == Style::Prose) continue;
    for (int word = 0; word < text(line).line->size(); ++word) {
      const std::string& key = text(line).key(word);
      const auto found = known.find(key);
      const bool is_common =
          key.size() < 3 || finder.grammar.find(key).classes != 0 || finder.words.find(key).group;
      if (found == known.end() || is_common || mention_at(line, word) >= 0) continue;
      Mention in_title = of_one_word(line, word);
      in_title.kind = found->second;
      in_title.key = key;
      take_mention(line, std::move(in_title));
    }
  }
}

void Cast::take_mention(int line, Mention taken) {
  auto& here = by_line_[static_cast<std::size_t>(line)];
  const auto place =
      std::find_if(here.begin(), here.end(), [&](int m) { return mention(m).first > taken.first; });
  here.insert(place, static_cast<int>(mentions_.size()));
  mentions_.push_back(std::move(taken));
}

// "the harbour minister, *Zofia Maren*", "*Zofia Maren*, its chairwoman": a name of whatever form that stands
// beside an office is a person's.
void Cast::find_office_holders() {
  const auto stands_beside = [this](const Mention& name, const Mention& office) {
    const Shallow& here = text(name.line);
    const bool behind = name.first == office.last + 2 && here.tag(office.last + 1).tag == Tag::Comma;
    return behind || (here.tree && hangs_beside(*here.tree, name, office));
  };
  for (Mention& name : mentions_) {
    if (name.form != MentionForm::Name || !is_bare_name(name)) continue;
    const auto& here = mentions_in(name.line);
    const bool holds = std::any_of(here.begin(), here.end(), [&](int m) {
      const Mention& office = mention(m);
      return office.form == MentionForm::Described && office.title && !office.plural &&
             office.kind == ActorKind::Person && stands_beside(name, office);
    });
    if (holds) name.kind = ActorKind::Person;
  }
}

// "Soranian" where the text names Sorania, of which the gazetteer knows nothing.
void Cast::find_adjectives() {
  std::unordered_map<std::string, std::string> known;  // names, by their adjectives
  for (const Mention& name : mentions_) {
    const bool is_land = !name.entry && name.form == MentionForm::Name && name.kind == ActorKind::Unknown &&
                         name.key.find(' ') == std::string::npos &&
                         text(name.line).line->style == Style::Prose;
    if (!is_land) continue;
    for (std::string& adjective : adjectives_of(name.key)) known.try_emplace(std::move(adjective), name.key);
  }
  if (known.empty()) return;
  for (int line = 0; line < static_cast<int>(texts_.size()); ++line)
    for (int word = 0; word < text(line).line->size(); ++word) {
      const auto found = known.find(text(line).key(word));
      const bool is_capital = text(line).word(word).shape != Shape::Lower;
      if (found == known.end() || !is_capital || mention_at(line, word) >= 0) continue;
      Mention owning = of_one_word(line, word);
      owning.form = MentionForm::Adjective;
      owning.key = found->second;
      take_mention(line, std::move(owning));
    }
}

int Cast::mention_at(int line, int word) const {
  for (int m : by_line_[static_cast<std::size_t>(line)])
    if (mention(m).head == word) return m;
  return -1;
}

void Cast::join(int m, int member) {
  member_of_[static_cast<std::size_t>(m)] = member;
  members_[static_cast<std::size_t>(member)].mentions.push_back(m);
}

void Cast::add_mention(int m, int member) {
  auto& known = members_[static_cast<std::size_t>(member)].mentions;
  const auto place = std::lower_bound(known.begin(), known.end(), m, [this](int a, int b) {
    return std::pair(mention(a).line, mention(a).first) < std::pair(mention(b).line, mention(b).first);
  });
  if (std::find(known.begin(), known.end(), m) == known.end()) known.insert(place, m);
}

int Cast::enlist(int m) {
  CastMember member;
  member.kind = mention(m).kind;
  member.entry = mention(m).entry;
  members_.push_back(std::move(member));
  const int number = static_cast<int>(members_.size()) - 1;
  join(m, number);
  return number;
}

// "*Alder*, which employs 2,300": no person of that surname, where a body's name begins so.
bool Cast::is_told_as_thing(const Mention& name) const {
  const Shallow& here = text(name.line);
  return name.last + 2 < here.line->size() && here.key(name.last + 1) == "," &&
         here.key(name.last + 2) == "which" && looked_up(index_.beginnings, name.key) >= 0;
}

// "Zofia Maren", of whom only the form tells that it may be a person's.
bool Cast::is_bare_name(const Mention& name) const {
  const auto words = std::count(name.key.begin(), name.key.end(), ' ') + 1;
  return !name.entry && name.kind == ActorKind::Unknown && (words == 2 || words == 3) &&
         !words_.find(text(name.line).key(name.name_last)).ending;
}

void Cast::learn_name(const Mention& name, int member) {
  const std::string key = name.entry ? compared(text(name.line), name.name_first, name.name_last) : name.key;
  if (name.entry) index_.entries.try_emplace(name.entry, member);
  if (name.form == MentionForm::Adjective) return;
  index_.names.try_emplace(key, member);
  if (members_[static_cast<std::size_t>(member)].kind == ActorKind::Person) {
    index_.surnames.try_emplace(std::string(last_word(key)), member);
    if (!name.given_first) index_.family_first.try_emplace(key.substr(0, key.find(' ')), member);
    return;
  }
  if (!words_.find(std::string(last_word(key))).sited)
    for (std::string& beginning : beginnings_of(key))
      index_.beginnings.try_emplace(std::move(beginning), member);
  if (is_bare_name(name)) index_.last_words.try_emplace(std::string(last_word(key)), member);
  if (const std::string letters = initials(key); letters.size() > 1)
    index_.names.try_emplace(letters, member);
  for (std::string& abbreviation : abbreviated(key))
    index_.names.try_emplace(std::move(abbreviation), member);
  if (const int word = acronym_behind(name); word >= 0)
    index_.names.try_emplace(text(name.line).key(word), member);
}

// "The Dock and Wharf Workers' Union (*DWU*)": the one word in brackets behind a name, in capitals of which
// the first begins the name; -1 where none is.
int Cast::acronym_behind(const Mention& name) const {
  const Shallow& here = text(name.line);
  const int word = name.last + 2;
  if (word + 1 >= here.line->size() || here.tag(word - 1).tag != Tag::Open ||
      here.tag(word + 1).tag != Tag::Close)
    return -1;
  const bool is_acronym = here.word(word).shape == Shape::Upper && here.key(word).size() > 1;
  return is_acronym && here.key(word).front() == here.key(name.name_first).front() ? word : -1;
}

// "GENERAL *Kilns*" where the text tells of "General Kilns Inc": no general; -1 for others.
int Cast::named_with_title(const Mention& name) const {
  if (name.title_word < 0 || name.title_word != name.name_first - 1) return -1;
  return looked_up(index_.beginnings, compared(text(name.line), name.title_word, name.name_last));
}

// The member that bears this name, or a longer one that this is short for.
int Cast::named_already(const Mention& name) const {
  if (name.entry) {
    const auto found = index_.entries.find(name.entry);
    return found == index_.entries.end() ? -1 : found->second;
  }
  if (const int member = looked_up(index_.names, name.key); member >= 0) return member;
  if (name.kind == ActorKind::Organisation)
    for (const std::string& abbreviation : abbreviated(name.key))
      if (const int member = looked_up(index_.names, abbreviation); member >= 0) return member;
  if (const int body = named_with_title(name); body >= 0) return body;
  const bool is_short = name.key.find(' ') == std::string::npos;
  if (is_short && name.kind != ActorKind::Organisation && !is_told_as_thing(name))
    for (const auto* table : {&index_.surnames, &index_.family_first})
      if (const int member = looked_up(*table, name.key); member >= 0) return member;
  if (name.kind == ActorKind::Person) return -1;
  if (const int member = looked_up(index_.beginnings, name.key);
      member >= 0 && !(is_short && is_paper(member)))
    return member;
  if (name.kind == ActorKind::Unknown && is_short) return looked_up(index_.last_words, name.key);
  const bool may_go_on = name.kind == ActorKind::Organisation || name.kind == ActorKind::Unknown;
  if (!may_go_on || words_.find(std::string(last_word(name.key))).sited) return -1;
  for (const std::string& beginning : beginnings_of(name.key)) {
    const bool is_one_word = beginning.find(' ') == std::string::npos;
    const int member = is_one_word ? -1 : looked_up(index_.names, beginning);
    if (member >= 0 && may_be_short_for_body(member, beginning)) return member;
  }
  return -1;
}

// "the Saltreach *Telegraph*": it is not called after the town that it names.
bool Cast::is_paper(int member) const {
  const auto& all = members_[static_cast<std::size_t>(member)].mentions;
  return std::any_of(all.begin(), all.end(),
                     [this](int m) { return words_.find(std::string(last_word(mention(m).key))).paper; });
}

// Whether a name is a body's, or one of nobody knows what that has not been told in full yet.
bool Cast::may_be_short_for_body(int member, const std::string& key) const {
  const CastMember& one = members_[static_cast<std::size_t>(member)];
  if (one.kind == ActorKind::Organisation) return true;
  const bool is_people = one.kind == ActorKind::Group && key.find(' ') != std::string::npos;
  return (one.kind == ActorKind::Unknown || is_people) && !one.entry &&
         std::all_of(one.mentions.begin(), one.mentions.end(), [&](int m) { return mention(m).key == key; });
}

void Cast::learn_description(const Mention& found, int member) {
  const CastMember& bearer = members_[static_cast<std::size_t>(member)];
  const std::string& head = text(found.line).key(found.head);
  if (found.form == MentionForm::Described) index_.descriptions[found.key] = member;
  if (found.form != MentionForm::Adjective) index_.heads[head] = member;
  if (found.title_word >= 0 && bearer.kind == ActorKind::Person) {
    index_.heads[text(found.line).key(found.title_word)] = member;
    if (found.form == MentionForm::Name) index_.offices[office_of(found)] = member;
  }
  if (found.form != MentionForm::Name || bearer.kind != ActorKind::Organisation || bearer.is_official())
    return;
  index_.body = member;
  if (may_be_firm(member)) index_.company = member;
}

// "attorney general" of "Attorney General Tove Lind", "harbour minister" of "Norway's harbour minister Ole
// Dam".
std::string Cast::office_of(const Mention& person) const {
  const Shallow& here = text(person.line);
  int first = person.title_word;
  const auto is_field = [&](int word) {
    const Tag tag = here.tag(word).tag;
    return (tag == Tag::Noun || tag == Tag::Adjective) && mention_at(person.line, word) < 0;
  };
  while (first > person.first && is_field(first - 1)) --first;
  return compared(here, first, person.title_word);
}

// "Norway's envoy, *Tove Lind*", "the envoy for the talks, *Tove Lind*": the person named behind an office
// and a comma; -1 for none.
int Cast::named_behind(const Mention& office) const {
  if (!office.title || office.kind != ActorKind::Person) return -1;
  const Shallow& here = text(office.line);
  const int last = last_of_office(here, office.last);
  if (last + 2 >= here.line->size() || here.tag(last + 1).tag != Tag::Comma) return -1;
  for (int m : mentions_in(office.line)) {
    const bool is_name = mention(m).form == MentionForm::Name && mention(m).first == last + 2;
    const ActorKind kind = is_name ? members_[static_cast<std::size_t>(member_of(m))].kind : ActorKind::Group;
    if (kind == ActorKind::Person || (kind == ActorKind::Unknown && mention(m).last > mention(m).first))
      return member_of(m);
  }
  return -1;
}

// "the financial watchdog, *the Court of Audit*": a description that is written as a name, behind one that is
// not.
bool Cast::names_body(const Mention& described, const Mention& named) const {
  const auto is_written_as_name = [this](const Mention& one) {
    return text(one.line).line->style == Style::Prose && text(one.line).tree &&
           text(one.line).word(one.head).shape == Shape::Capital;
  };
  return described.form == MentionForm::Described && named.form == MentionForm::Described &&
         described.last < named.first && !is_written_as_name(described) && is_written_as_name(named);
}

// "Alder Freight, *a unit of Pine Shipping*": the member beside whose name the description stands as another
// of the same; -1 for none.
int Cast::apposed(const Mention& found) const {
  const Shallow& here = text(found.line);
  if (found.plural) return -1;
  const bool person = found.kind == ActorKind::Person;
  for (int m : mentions_in(found.line)) {
    if (member_of(m) < 0 || !(mention(m).form == MentionForm::Name || names_body(mention(m), found)))
      continue;
    const ActorKind kind = members_[static_cast<std::size_t>(member_of(m))].kind;
    if ((kind == ActorKind::Person) != person && kind != ActorKind::Unknown) continue;
    const Mention& name = mention(m);
    if (person && here.tree && name.first == found.last + 1) return member_of(m);  // "director Ole Dam"
    if (kind == ActorKind::State || kind == ActorKind::Place) continue;
    const bool same = here.tree ? hangs_beside(*here.tree, name, found) || ends_apposition(here, name, found)
                                : stands_between_commas(here, name, found);
    if (same) return member_of(m);
  }
  return -1;
}

// "its *Alder Freight* subsidiary", "Pine's *Alder* unit": the member whose name the description ends on; -1
// for none. "A Pine unit" is one of Pine's.
int Cast::named_within(const Mention& found) const {
  const Shallow& here = text(found.line);
  if (found.form != MentionForm::Described || !words_.find(here.key(found.head)).part) return -1;
  for (int m : mentions_in(found.line)) {
    const Mention& name = mention(m);
    const int member = member_of(m);
    const bool ends = name.last == found.head - 1 && name.name_first > found.first && member >= 0;
    if (!ends || name.form != MentionForm::Name || name.entry) continue;
    if (here.is_owned(found.first, name.name_first)) return member;
  }
  return -1;
}

int Cast::named_beside(const Mention& found) const {
  const int behind = named_behind(found);
  const int beside = behind >= 0 ? behind : apposed(found);
  return beside >= 0 ? beside : named_within(found);
}

// Whether the text calls the member by another title: "Prime Minister X" is not "the king".
bool Cast::bears_other_title(int member, const Mention& found) const {
  const auto& named = members_[static_cast<std::size_t>(member)].mentions;
  return std::any_of(named.begin(), named.end(), [&](int m) {
    const Mention& titled = mention(m);
    return titled.title == Title::Leads && titled.title_word >= 0 &&
           text(titled.line).key(titled.title_word) != text(found.line).key(found.head);
  });
}

// "the Norwegian president", "the prime minister": the member whom the gazetteer knows as the leader of the
// state named with the title, or as the only leader of a state spoken of; -1 for none.
int Cast::office_holder(const Mention& found) const {
  const bool in_title = text(found.line).line->sentence->field == Field::Title;  // "NORWEGIAN KING SPEAKS"
  if (found.title != Title::Leads || found.plural || !(found.definite || in_title)) return -1;
  const GazetteerEntry* state = nullptr;
  for (int m : mentions_in(found.line))
    if (mention(m).entry && mention(m).first >= found.first && mention(m).last < found.head)
      state = mention(m).entry;
  if (!state && found.first + 1 != found.head) return -1;
  int holder = -1;
  for (int member = 0; member < static_cast<int>(members_.size()); ++member) {
    const GazetteerEntry* entry = members_[static_cast<std::size_t>(member)].entry;
    if (!entry || entry->kind != ActorKind::Person || bears_other_title(member, found)) continue;
    for (const Affiliation& office : entry->affiliations) {
      const bool fits = state ? office.to == state->key : office.to_kind == ActorKind::State;
      if (office.relation != LinkKind::Leads || !fits) continue;
      if (holder >= 0 && holder != member) return state ? holder : -1;
      holder = member;
    }
  }
  return holder;
}

// Whether every word of one description is among those of another, a name counting by its entry.
bool Cast::says_no_more(const Mention& less, const Mention& more) const {
  const Shallow& there = text(more.line);
  for (int i = less.first; i <= less.last; ++i) {
    const Shallow& here = text(less.line);
    if (here.tag(i).tag == Tag::Determiner || here.tag(i).tag == Tag::Possessive) continue;
    bool found = false;
    for (int j = more.first; j <= more.last && !found; ++j) found = there.key(j) == here.key(i);
    for (int m : mentions_in(less.line))
      for (int n : mentions_in(more.line)) {
        const bool covers = mention(m).first <= i && i <= mention(m).last && mention(m).last < less.head;
        const bool inside = mention(n).first >= more.first && mention(n).last <= more.last;
        found |= covers && inside && mention(m).entry && mention(m).entry == mention(n).entry;
      }
    if (!found) return false;
  }
  return true;
}

// A description in a headline and the fuller one, or the name with its title, in the first sentences below;
// -1 for none. "12 NATIONS" are "12 Baltic nations", the "DANISH MINISTER" is "Danish harbour minister Ole
// Dam".
int Cast::told_below(const Mention& found) const {
  if (text(found.line).line->sentence->field != Field::Title) return -1;
  const std::string& head = text(found.line).key(found.head);
  for (int line = found.line + 1;
       line <= found.line + opening_lines && line < static_cast<int>(texts_.size()); ++line)
    for (int m : mentions_in(line)) {
      const Mention& fuller = mention(m);
      const bool by_title = fuller.form == MentionForm::Name && fuller.kind != ActorKind::Organisation;
      const int said = by_title ? fuller.title_word : fuller.head;
      if (said < 0 || text(line).key(said) != head || !says_no_more(found, fuller)) continue;
      return m;
    }
  return -1;
}

// "the *Norwegian* company".
bool Cast::names_actor_inside(const Mention& found) const {
  const auto& here = mentions_in(found.line);
  return std::any_of(here.begin(), here.end(),
                     [&](int m) { return mention(m).first >= found.first && mention(m).last < found.head; });
}

// Whether it acts in its sentence: by the tree, or, where that was not read, by standing right before a verb.
bool Cast::acts(const Mention& name) const {
  const Shallow& here = text(name.line);
  if (here.tree) return here.tree->is(name.head, "nsubj");
  const int next = here.chunk_of[static_cast<std::size_t>(name.last)] + 1;
  const bool opens = name.first == 0 && here.is(next, ChunkKind::Comma) &&  // "*Alder*, a maker of tiles, …"
                     here.is(next + 1, ChunkKind::Nouns);
  return opens || here.is(next, ChunkKind::Verbs);
}

// "an *Alder* spokesman said the company …", "Tove Lind, chairman of *Alder*, said the company …".
bool Cast::is_spoken_for(const Mention& name) const {
  const Shallow& here = text(name.line);
  const int c = here.chunk_of[static_cast<std::size_t>(name.last)];
  const Chunk& group = here.chunk(c);
  if (name.last < group.head && here.tag(group.head).facts->is(WordClass::Writing)) return true;
  const bool governed = name.last == group.head && here.is(c - 1, ChunkKind::Preposition) &&
                        is_one_of(here.head_key(c - 1), {"of", "for"}) && here.is(c - 2, ChunkKind::Nouns);
  const auto office = governed ? words_.find(here.head_key(c - 2)).title : std::nullopt;
  return office == Title::Leads || office == Title::SpeaksFor;
}

// "Alder voted no. *The club* …", "an Alder spokesman said *the company* …": the body that acts in the
// sentence before, or is spoken for in this one, where it is no state's; -1 for none.
int Cast::firm_acting_before(const Mention& found) const {
  for (int line = found.line; line >= std::max(0, found.line - 2); --line) {
    if (line < found.line && text(line).line->sentence->field == Field::Title) return -1;
    for (int m : mentions_in(line)) {
      const int member = member_of(m);
      if (member < 0 || mention(m).form != MentionForm::Name || mention(m).plural) continue;
      if (line == found.line && mention(m).last >= found.first) break;
      const CastMember& acting = members_[static_cast<std::size_t>(member)];
      const bool firm = acting.kind == ActorKind::Organisation || acting.kind == ActorKind::Unknown;
      const bool meant = line == found.line ? is_spoken_for(mention(m)) : acts(mention(m));
      const bool fits = text(found.line).key(found.head) == "group" || may_be_firm(member);
      if (firm && meant && fits && !acting.is_official() && !is_lone_opening(m)) return member;
    }
  }
  return -1;
}

// "United Dockers would have none of it. *The union* …": the body without such a word in its name that acts
// in one of the sentences before, where a union is one of people: "Alder Paper will close its mill. *The
// union* …" is another; -1 for none.
int Cast::body_acting_before(const Mention& found) const {
  const bool of_people = text(found.line).key(found.head) == "union";
  for (int line = found.line - 1; line >= std::max(0, found.line - 2); --line) {
    if (text(line).line->sentence->field == Field::Title) return -1;
    for (int m : mentions_in(line)) {
      const int member = member_of(m);
      const Mention& name = mention(m);
      if (member < 0 || name.form != MentionForm::Name || name.name_first == name.name_last || !acts(name))
        continue;
      const CastMember& acting = members_[static_cast<std::size_t>(member)];
      const bool is_body = acting.kind == ActorKind::Organisation || acting.kind == ActorKind::Unknown ||
                           acting.kind == ActorKind::Group;
      const bool fits = !of_people || words_.find(text(line).key(name.name_last)).group == GroupKind::People;
      if (is_body && fits && !acting.is_official() && !is_lone_opening(m)) return member;
    }
  }
  return -1;
}

// "*Community farm ministers*" behind "European Community farm ministers": those last told of by the same
// words and more; -1 for none.
int Cast::more_fully_before(const Mention& found) const {
  const bool told = found.form == MentionForm::Described && found.plural && found.last == found.head &&
                    found.last - found.first >= (found.definite ? 2 : 1);
  const Shallow& here = text(found.line);
  const bool by_name = here.word(found.first).shape == Shape::Capital &&
                       (found.first > 0 || (here.tree && here.tree->at(0).upos == "PROPN"));
  if (!told || !by_name || here.line->style != Style::Prose) return -1;
  for (int line = found.line; line >= 0; --line)
    for (int m : mentions_in(line)) {
      const Mention& fuller = mention(m);
      const bool before = line < found.line || fuller.last < found.first;
      if (!before || member_of(m) < 0 || fuller.form != MentionForm::Described) continue;
      if (text(line).key(fuller.head) == here.key(found.head) && says_no_more(found, fuller))
        return member_of(m);
    }
  return -1;
}

// "Norway's minority government … the *16-month-old* government": of no other state, and not set apart.
bool Cast::is_government_told_of(const Mention& found) const {
  const Shallow& here = text(found.line);
  if (!found.definite || found.last > found.head || !words_.find(here.key(found.head)).governs) return false;
  for (int m : mentions_in(found.line)) {
    const Mention& inside = mention(m);
    const bool state = inside.kind == ActorKind::State || inside.kind == ActorKind::Place;
    if (state && inside.first >= found.first && inside.last < found.head) return false;
  }
  for (int i = found.first; i < found.head; ++i)
    if (words_.find(here.key(i)).apart) return false;
  return true;
}

// "*Prices* rose": a word that opens a sentence which was not read, and stands nowhere else.
bool Cast::is_lone_opening(int m) const {
  const Mention& name = mention(m);
  const CastMember& one = members_[static_cast<std::size_t>(member_of(m))];
  return name.first == 0 && name.last == 0 && !text(name.line).tree && one.mentions.size() == 1;
}

bool Cast::may_be_firm(int member) const {
  const CastMember& one = members_[static_cast<std::size_t>(member)];
  if (one.is_official()) return false;
  return std::none_of(one.mentions.begin(), one.mentions.end(), [this](int m) {
    const Mention& name = mention(m);
    const ActorWord& last = words_.find(text(name.line).key(name.name_last));
    const bool other_body = last.group == GroupKind::Body && !last.firm && !last.plural;
    return name.form == MentionForm::Name && other_body;
  });
}

// "the company" where nothing else that is named so far can be one; -1 where none or several can.
int Cast::only_firm_before(const Mention& found) const {
  int only = -1;
  for (int m = 0; m < static_cast<int>(mentions_.size()); ++m) {
    const Mention& name = mention(m);
    const int member = member_of(m);
    if (name.form != MentionForm::Name || member < 0 || member == only || is_lone_opening(m)) continue;
    if (std::pair(name.line, name.first) > std::pair(found.line, found.first)) continue;
    const ActorKind kind = members_[static_cast<std::size_t>(member)].kind;
    const bool may_be = kind == ActorKind::Organisation || kind == ActorKind::Unknown;
    if (!may_be || !may_be_firm(member)) continue;
    if (only >= 0) return -1;
    only = member;
  }
  return only;
}

// "the *bank*" of Norbank, "the *airline*" of Swelairline; -1 where none or several names end so.
int Cast::word_in_name(const Mention& found) const {
  const std::string& head = text(found.line).key(found.head);
  int only = -1;
  for (int m = 0; m < static_cast<int>(mentions_.size()); ++m) {
    const int member = member_of(m);
    if (member < 0 || member == only || mention(m).form != MentionForm::Name) continue;
    const std::string& last = text(mention(m).line).key(mention(m).name_last);
    if (last.size() <= head.size() || !last.ends_with(head)) continue;
    if (only >= 0) return -1;
    only = member;
  }
  return only;
}

// "the *Birch* group" of Birch Partners; -1 for none.
int Cast::called_by_name(const Mention& found) const {
  const Shallow& here = text(found.line);
  const int first = found.first + (here.tag(found.first).tag == Tag::Determiner ? 1 : 0);
  if (first >= found.head || found.plural || !words_.find(here.key(found.head)).firm) return -1;
  for (int i = first; i < found.head; ++i)
    if (here.word(i).shape != Shape::Capital) return -1;
  const std::string key = compared(here, first, found.head - 1);
  const int named = looked_up(index_.names, key);
  return named >= 0 ? named : looked_up(index_.beginnings, key);
}

// The member that a description such as "the company" or "the president" stands for.
int Cast::described_already(const Mention& found) const {
  if (const int member = looked_up(index_.descriptions, found.key); member >= 0) return member;
  if (const int named = called_by_name(found); named >= 0) return named;
  const std::string& head = text(found.line).key(found.head);
  const bool is_firm = words_.find(head).firm;
  if (found.key != head) {
    int company = is_firm ? company_described(texts_, *this, found) : -1;
    const bool may_stand_for_one = is_firm && company < 0 && found.definite && !found.plural;
    if (may_stand_for_one && !names_actor_inside(found)) company = firm_acting_before(found);
    if (company >= 0) return company;
    if (const int holder = office_holder(found); holder >= 0) return holder;
    const int bearer = found.definite && !found.plural ? looked_up(index_.offices, found.key) : -1;
    if (bearer >= 0) return bearer;
    if (is_government_told_of(found)) return looked_up(index_.heads, head);
    return more_fully_before(found);
  }
  if (!found.definite) return -1;
  if (const int member = looked_up(index_.heads, head); member >= 0) return member;
  if (const int member = office_holder(found); member >= 0) return member;
  if (is_one_of(head, {"union", "party", "movement", "federation", "charity"}))
    if (const int acting = body_acting_before(found); acting >= 0) return acting;
  const bool is_movement = is_one_of(head, {"party", "movement", "organisation", "organization"});
  if (is_movement && index_.body >= 0 && !may_be_firm(index_.body)) return index_.body;
  if (!is_firm) return -1;
  if (const int named = word_in_name(found); named >= 0) return named;
  if (const int acting = firm_acting_before(found); acting >= 0) return acting;
  if (head == "group") return index_.body;
  return index_.company >= 0 ? index_.company : only_firm_before(found);
}

void Cast::settle() {
  member_of_.assign(mentions_.size(), -1);
  const auto settle_names = [this](auto&& takes) {
    for (int m = 0; m < static_cast<int>(mentions_.size()); ++m) {
      if (member_of(m) >= 0 || mention(m).form == MentionForm::Described || !takes(mention(m))) continue;
      int member = named_already(mention(m));
      if (member < 0)
        member = enlist(m);
      else
        join(m, member);
      learn_name(mention(m), member);
    }
  };
  settle_names([](const Mention& name) { return name.entry != nullptr; });
  settle_names([](const Mention& name) { return name.key.find(' ') != std::string::npos; });
  settle_names([](const Mention& name) { return name.form == MentionForm::Name; });
  settle_names([](const Mention&) { return true; });
  for (int m = 0; m < static_cast<int>(mentions_.size()); ++m) {
    if (member_of(m) < 0) {
      const int named = named_beside(mention(m));
      const int below = told_below(mention(m));
      int member = named >= 0 ? named : described_already(mention(m));
      if (member < 0 && below >= 0)
        member = member_of(below) >= 0 ? member_of(below) : named_beside(mention(below));
      member < 0 ? static_cast<void>(enlist(m)) : join(m, member);
      if (below >= 0 && member_of(below) < 0) join(below, member_of(m));
    }
    learn_description(mention(m), member_of(m));
  }
}

void Cast::name_members() {
  for (CastMember& member : members_) {
    std::sort(member.mentions.begin(), member.mentions.end(), [this](int a, int b) {
      return std::pair(mention(a).line, mention(a).first) < std::pair(mention(b).line, mention(b).first);
    });
    for (int m : member.mentions)
      if (member.gender == Gender::Unknown) member.gender = mention(m).gender;
    if (member.entry) {
      member.name = member.entry->name;
      continue;
    }
    name_by_mentions(member);
  }
}

// The fullest of its names, of those in prose where there are any; a description where it has none.
void Cast::name_by_mentions(CastMember& member) {
  bool has_name = false, in_prose = false;
  for (int m : member.mentions) {
    const bool is_name = mention(m).form == MentionForm::Name;
    int first = is_name ? mention(m).name_first : mention(m).first;
    const int last = is_name ? mention(m).name_last : mention(m).last;
    const Shallow& here = text(mention(m).line);
    if (first < last && here.tag(first).tag == Tag::Determiner) ++first;
    const std::string name = here.written(first, last);
    const bool shouts = here.line->style == Style::Shouting;
    const bool is_fuller = !shouts && (name.size() > member.name.size() || !in_prose);
    if (member.name.empty() || (is_name && (is_fuller || !has_name))) member.name = name;
    has_name |= is_name;
    in_prose |= is_name && !shouts;
    const bool is_body = member.kind == ActorKind::Group && mention(m).kind == ActorKind::Organisation;
    if (member.kind == ActorKind::Unknown || (is_body && is_name)) member.kind = mention(m).kind;
  }
}

// "*Alder Super* and Birch Partners" as one group of nouns: the member named first; -1 for none.
int Cast::joined_before(int m, const Chunk& group) const {
  const int joint = mention(m).first - 1;
  if (mention(m).form != MentionForm::Name || joint <= group.first ||
      text(mention(m).line).key(joint) != "and")
    return -1;
  for (int other : mentions_in(mention(m).line))
    if (mention(other).form == MentionForm::Name && mention(other).last == joint - 1 &&
        mention(other).first >= group.first)
      return member_of(other) == member_of(m) ? -1 : member_of(other);
  return -1;
}

std::vector<int> Cast::members_at(int line, int chunk) const {
  const Chunk& group = text(line).chunk(chunk);
  const Antecedents antecedents(texts_, *this);
  if (auto members = antecedents.of_group(line, group); !members.empty()) return members;
  if (const int m = mention_at(line, group.head); m >= 0) {
    if (mention(m).form == MentionForm::Adjective) return {};
    const int other = joined_before(m, group);
    return other < 0 ? std::vector<int>{member_of(m)} : std::vector<int>{other, member_of(m)};
  }
  if (group.first == group.last) return antecedents.of_pronoun(line, group.head);
  return {};
}

std::vector<int> Cast::owners_meant(int line, int word) const {
  return Antecedents(texts_, *this).of_pronoun(line, word);
}

// "ALDER MEMORIES SETS MERGER": words of a headline with which the text begins a name; -1 for none.
int Cast::named_below(const std::string& key) const {
  if (const int member = looked_up(index_.names, key); member >= 0) return member;
  return key.find(' ') == std::string::npos ? -1 : looked_up(index_.beginnings, key);
}

int Cast::adopt(int line, int first, int last) {
  if (const int known = mention_at(line, last); known >= 0) return member_of(known);
  Mention taken;
  taken.line = line;
  taken.first = taken.name_first = first;
  taken.last = taken.name_last = taken.head = last;
  taken.form = MentionForm::Described;
  taken.definite = true;
  taken.kind = ActorKind::Organisation;
  taken.key = compared(text(line), first, last);
  const int m = static_cast<int>(mentions_.size());
  int member = described_already(taken);
  if (member < 0 && text(line).line->style != Style::Prose) member = named_below(taken.key);
  by_line_[static_cast<std::size_t>(line)].push_back(m);
  mentions_.push_back(std::move(taken));
  member_of_.push_back(-1);
  if (member >= 0) {
    join(m, member);
    return member;
  }
  member = enlist(m);
  const bool article = first < last && text(line).tag(first).tag == Tag::Determiner;
  if (article) index_.descriptions.try_emplace(mention(m).key, member);  // "*the government's* plan" again
  members_.back().name = text(line).written(article ? first + 1 : first, last);
  return member;
}

}  // namespace demarche
