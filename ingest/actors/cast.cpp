// Names settle first, so that a short form in a headline finds the full one below it; then descriptions, each
// tried as the same words, then as a short form ("the ministry") of the last fitting member before it.
#include "ingest/actors/cast.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

std::string_view last_word(std::string_view key) {
  const std::size_t space = key.rfind(' ');
  return space == std::string_view::npos ? key : key.substr(space + 1);
}

// Each run of leading words of a name, the whole left out: "emery", "emery air" of "emery air freight".
std::vector<std::string> beginnings_of(const std::string& key) {
  std::vector<std::string> found;
  for (std::size_t space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1))
    found.push_back(key.substr(0, space));
  return found;
}

int looked_up(const std::unordered_map<std::string, int>& table, const std::string& key) {
  const auto found = table.find(key);
  return found == table.end() ? -1 : found->second;
}

bool means_company(std::string_view key) {
  return is_one_of(
      key, {"company", "firm", "group", "carrier", "airline", "automaker", "carmaker", "maker", "bank",
            "corporation", "retailer", "concern", "giant", "utility", "insurer", "partnership"});
}

std::string initials(std::string_view key) {
  std::string letters;
  bool begins = true;
  for (char c : key) {
    if (begins && c != ' ') letters += c;
    begins = c == ' ' || c == '-';
  }
  return letters;
}

}  // namespace

Cast::Cast(const std::vector<Shallow>& texts, const MentionFinder& finder)
    : texts_(texts), by_line_(texts.size()) {
  collect(finder);
  find_in_titles(finder);
  settle();
  name_members();
}

void Cast::collect(const MentionFinder& finder) {
  for (std::size_t line = 0; line < texts_.size(); ++line)
    for (Mention& found : find_mentions(texts_[line], static_cast<int>(line), finder)) {
      by_line_[line].push_back(static_cast<int>(mentions_.size()));
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
      Mention in_title;
      in_title.line = line;
      in_title.first = in_title.last = in_title.name_first = in_title.name_last = in_title.head = word;
      in_title.kind = found->second;
      in_title.key = key;
      by_line_[static_cast<std::size_t>(line)].push_back(static_cast<int>(mentions_.size()));
      mentions_.push_back(std::move(in_title));
    }
    auto& here = by_line_[static_cast<std::size_t>(line)];
    std::stable_sort(here.begin(), here.end(),
                     [this](int a, int b) { return mention(a).first < mention(b).first; });
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

int Cast::enlist(int m) {
  CastMember member;
  member.kind = mention(m).kind;
  member.entry = mention(m).entry;
  members_.push_back(std::move(member));
  const int number = static_cast<int>(members_.size()) - 1;
  join(m, number);
  return number;
}

void Cast::learn_name(const Mention& name, int member) {
  const std::string key = name.entry ? compared(text(name.line), name.name_first, name.name_last) : name.key;
  if (name.entry) index_.entries.try_emplace(name.entry, member);
  if (name.form == MentionForm::Adjective) return;
  index_.names.try_emplace(key, member);
  if (members_[static_cast<std::size_t>(member)].kind == ActorKind::Person) {
    index_.surnames.try_emplace(std::string(last_word(key)), member);
    return;
  }
  for (std::string& beginning : beginnings_of(key))
    index_.beginnings.try_emplace(std::move(beginning), member);
  if (const std::string letters = initials(key); letters.size() > 1)
    index_.names.try_emplace(letters, member);
}

// The member that bears this name, or a longer one that this is short for.
int Cast::named_already(const Mention& name) const {
  if (name.entry) {
    const auto found = index_.entries.find(name.entry);
    return found == index_.entries.end() ? -1 : found->second;
  }
  if (const int member = looked_up(index_.names, name.key); member >= 0) return member;
  const bool is_short = name.key.find(' ') == std::string::npos;
  if (is_short && name.kind != ActorKind::Organisation)
    if (const int member = looked_up(index_.surnames, name.key); member >= 0) return member;
  if (name.kind == ActorKind::Person) return -1;
  if (const int member = looked_up(index_.beginnings, name.key); member >= 0) return member;
  if (name.kind != ActorKind::Organisation) return -1;
  for (const std::string& beginning : beginnings_of(name.key))
    if (const int member = looked_up(index_.names, beginning); member >= 0)
      if (members_[static_cast<std::size_t>(member)].kind == ActorKind::Organisation &&
          beginning.find(' ') != std::string::npos)
        return member;
  return -1;
}

void Cast::learn_description(const Mention& found, int member) {
  const CastMember& bearer = members_[static_cast<std::size_t>(member)];
  const std::string& head = text(found.line).key(found.head);
  if (found.form == MentionForm::Described) index_.descriptions[found.key] = member;
  if (found.form != MentionForm::Adjective) index_.heads[head] = member;
  if (found.title_word >= 0 && bearer.kind == ActorKind::Person)
    index_.heads[text(found.line).key(found.title_word)] = member;
  const bool company =
      found.form == MentionForm::Name && bearer.kind == ActorKind::Organisation && !bearer.entry;
  if (company) index_.company = member;
}

// "Norway's envoy, *Tove Lind*": the person named behind an office and a comma; -1 for none.
int Cast::named_behind(const Mention& office) const {
  if (!office.title || office.kind != ActorKind::Person) return -1;
  const Shallow& here = text(office.line);
  if (office.last + 2 >= here.line->size() || here.tag(office.last + 1).tag != Tag::Comma) return -1;
  for (int m : mentions_in(office.line)) {
    const bool is_name = mention(m).form == MentionForm::Name && mention(m).first == office.last + 2;
    const ActorKind kind = is_name ? members_[static_cast<std::size_t>(member_of(m))].kind : ActorKind::Group;
    if (kind == ActorKind::Person || (kind == ActorKind::Unknown && mention(m).last > mention(m).first))
      return member_of(m);
  }
  return -1;
}

// The member that a description such as "the company" or "the president" stands for.
int Cast::described_already(const Mention& found) const {
  if (const int member = looked_up(index_.descriptions, found.key); member >= 0) return member;
  const std::string& head = text(found.line).key(found.head);
  if (found.key != head || !found.definite) return -1;
  if (const int member = looked_up(index_.heads, head); member >= 0) return member;
  return means_company(head) ? index_.company : -1;
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
  settle_names([](const Mention&) { return true; });
  for (int m = 0; m < static_cast<int>(mentions_.size()); ++m) {
    if (member_of(m) < 0) {
      const int named = named_behind(mention(m));
      const int member = named >= 0 ? named : described_already(mention(m));
      member < 0 ? static_cast<void>(enlist(m)) : join(m, member);
    }
    learn_description(mention(m), member_of(m));
  }
}

void Cast::name_members() {
  for (CastMember& member : members_) {
    std::sort(member.mentions.begin(), member.mentions.end(), [this](int a, int b) {
      return std::pair(mention(a).line, mention(a).first) < std::pair(mention(b).line, mention(b).first);
    });
    if (member.entry) {
      member.name = member.entry->name;
      continue;
    }
    bool has_name = false;
    for (int m : member.mentions) {
      const bool is_name = mention(m).form == MentionForm::Name;
      int first = is_name ? mention(m).name_first : mention(m).first;
      const int last = is_name ? mention(m).name_last : mention(m).last;
      const Shallow& here = text(mention(m).line);
      if (first < last && here.tag(first).tag == Tag::Determiner) ++first;
      const std::string name = here.written(first, last);
      const bool is_fuller = name.size() > member.name.size() && here.line->style != Style::Shouting;
      if (member.name.empty() || (is_name && (is_fuller || !has_name))) member.name = name;
      has_name |= is_name;
      if (member.kind == ActorKind::Unknown) member.kind = mention(m).kind;
    }
  }
}

// Whether "he" (a person) or "it" can stand for this mention.
bool Cast::may_be_meant(int m, bool person) const {
  if (mention(m).form == MentionForm::Adjective || mention(m).plural) return false;
  const ActorKind kind = members_[static_cast<std::size_t>(member_of(m))].kind;
  return person ? kind == ActorKind::Person : kind != ActorKind::Person && kind != ActorKind::Place;
}

int Cast::singular_before(int line, int word, bool person) const {
  for (int back = 0; back < 3 && line - back >= 0; ++back)
    for (int m : mentions_in(line - back)) {
      if (back == 0 && mention(m).last >= word) break;
      if (may_be_meant(m, person)) return member_of(m);
    }
  return -1;
}

// The last members before this word that are named side by side ("the US and Ukraine"), or one that is many.
std::vector<int> Cast::together_before(int line, int word) const {
  const auto mention_of = [this](int at, int chunk) {
    const int m = text(at).is(chunk, ChunkKind::Nouns) ? mention_at(at, text(at).chunk(chunk).head) : -1;
    return m >= 0 && mention(m).form != MentionForm::Adjective ? m : -1;
  };
  for (int at = line; at >= 0 && at > line - 2; --at) {
    const auto is_before = [&](int chunk) { return at < line || text(at).chunk(chunk).last < word; };
    std::vector<int> last;
    for (int c = 0; c < text(at).size() && is_before(c); ++c) {
      const int m = mention_of(at, c);
      if (m < 0) continue;
      std::vector<int> members{member_of(m)};
      for (; text(at).is(c + 1, ChunkKind::Conjunction) && c + 2 < text(at).size() && is_before(c + 2);
           c += 2) {
        const int next = mention_of(at, c + 2);
        if (next < 0) break;
        members.push_back(member_of(next));
      }
      const bool nearest = at == line || last.empty();  // of a sentence before, its first: the subject
      if ((members.size() > 1 || mention(m).plural) && nearest) last = std::move(members);
    }
    if (!last.empty()) return last;
  }
  return {};
}

// The last two states named before this word, for "both countries" where they do not stand side by side.
std::vector<int> Cast::two_states_before(int line, int word) const {
  std::vector<int> states;
  for (int at = line; at >= 0 && at > line - 3; --at) {
    const auto& here = mentions_in(at);
    for (auto m = here.rbegin(); m != here.rend() && states.size() < 2; ++m) {
      if (at == line && mention(*m).last >= word) continue;
      const int member = member_of(*m);
      const bool is_state = members_[static_cast<std::size_t>(member)].kind == ActorKind::State;
      if (is_state && std::find(states.begin(), states.end(), member) == states.end())
        states.push_back(member);
    }
  }
  return states.size() == 2 ? std::vector<int>{states[1], states[0]} : std::vector<int>{};
}

std::vector<int> Cast::pronoun(int line, int word) const {
  const std::string_view key = text(line).key(word);
  const auto one = [](int member) { return member < 0 ? std::vector<int>{} : std::vector<int>{member}; };
  if (is_one_of(key, {"he", "she", "his", "her", "him", "i", "my"}))
    return one(singular_before(line, word, true));
  if (is_one_of(key, {"they", "their", "both", "them"}))
    if (auto members = together_before(line, word); !members.empty()) return members;
  if (is_one_of(key, {"it", "its", "they", "their"})) return one(singular_before(line, word, false));
  return {};
}

std::vector<int> Cast::members_at(int line, int chunk) const {
  const Chunk& group = text(line).chunk(chunk);
  const bool stands_for_two =
      is_one_of(text(line).key(group.head),
                {"countries", "sides", "parties", "nations", "governments", "leaders", "two", "both"}) &&
      is_one_of(text(line).key(group.first), {"both", "the"}) && group.head - group.first <= 2;
  if (stands_for_two) {
    if (auto members = together_before(line, group.first); members.size() > 1) return members;
    if (auto states = two_states_before(line, group.first); !states.empty()) return states;
  }
  if (const int m = mention_at(line, group.head); m >= 0)
    return mention(m).form == MentionForm::Adjective ? std::vector<int>{} : std::vector<int>{member_of(m)};
  if (group.first == group.last) return pronoun(line, group.head);
  return {};
}

// "his", "its": the nearest that fits and is not inside a prepositional group, else whom "he" or "it" would
// mean.
std::vector<int> Cast::owners_meant(int line, int word) const {
  const std::string_view key = text(line).key(word);
  const bool person = is_one_of(key, {"his", "her"});
  const auto& here = mentions_in(line);
  for (auto m = here.rbegin(); m != here.rend() && key != "their"; ++m) {
    const int before = mention(*m).first - 1;
    const bool governed = before >= 0 && text(line).tag(before).tag == Tag::Preposition;
    if (mention(*m).last < word && !governed && may_be_meant(*m, person)) return {member_of(*m)};
  }
  return pronoun(line, word);
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
  by_line_[static_cast<std::size_t>(line)].push_back(m);
  mentions_.push_back(std::move(taken));
  member_of_.push_back(-1);
  if (member >= 0) {
    join(m, member);
    return member;
  }
  member = enlist(m);
  members_.back().name = text(mention(m).line).written(first, last);
  return member;
}

}  // namespace demarche
