#include "ingest/stances/owners.h"

#include <algorithm>

namespace demarche {

namespace {

// "10.5 billion Ecus": what is counted in a unit with a capital is nobody.
bool is_amount(const Shallow& text, const Chunk& group) {
  return group.last > group.first && text.tag(group.last - 1).tag == Tag::Number &&
         text.tag(group.last - 1).facts->is(WordClass::Unit);
}

// "a 3 billion *Swiss* franc plan": a currency, no owner.
bool counts_before(const Shallow& text, int first, int last) {
  if (last > first && text.tag(last - 1).tag == Tag::Number) return true;
  for (int i = first; i < last; ++i)
    if (text.tag(i).tag == Tag::Number && text.tag(i).facts->is(WordClass::Unit)) return true;
  return false;
}

// "a *Ministry of Finance* request": a name of several groups, whose noun the tree makes part of the other's.
bool is_compound_of(const Shallow& text, const Mention& name, int head) {
  if (!text.tree || name.last + 1 != text.chunk(text.chunk_of[static_cast<std::size_t>(head)]).first)
    return false;
  for (int word = name.first; word <= name.last; ++word)
    if (text.tree->head(word) == head && text.tree->is(word, "compound")) return true;
  return false;
}

// "the *approval* of the plan by X", "put it up for *approval* by X": whose the answer is.
bool is_answering(const Shallow& text, int word) {
  return word >= 0 &&
         is_one_of(text.key(word), {"approval", "confirmation", "ratification", "adoption", "acceptance",
                                    "rejection", "endorsement", "review", "consideration", "implementation",
                                    "application", "vote", "debate", "passage", "enactment", "discussion"});
}

// Whether the group behind "by" is the agent of such a noun, and not who made what the other group names.
bool is_agent_of_answer(const Shallow& text, int chunk, int by) {
  const int of = text.chunk(chunk).first - 1;
  const bool matter = of > 0 && is_one_of(text.key(of), {"of", "on"}) && is_answering(text, of - 1);
  return matter || (is_answering(text, by - 1) && by - 1 > text.chunk(chunk).head);
}

bool is_time_word(const Shallow& text, int word) {
  const WordFacts& facts = *text.tag(word).facts;
  return facts.is(WordClass::Weekday) || facts.is(WordClass::Month) ||
         is_one_of(text.key(word),
                   {"year", "month", "week", "day", "today", "yesterday", "tomorrow", "weekend"});
}

}  // namespace

std::vector<int> OwnerFinder::possessor(int line, int first, int mark) {
  for (int m : cast_.mentions_in(line))
    if (cast_.mentions()[static_cast<std::size_t>(m)].last == mark - 1) return {cast_.member_of(m)};
  const ActorWord& listed = words_.find(texts_[static_cast<std::size_t>(line)].key(mark - 1));
  if (listed.group || listed.title) return {cast_.adopt(line, first, mark - 1)};
  return {};
}

// "the Board of Trade's (*BOT*) proposals", "First Bank's *<FB>* bid": the mark before the brackets that
// stand right before the group; -1 for none.
int OwnerFinder::mark_before_brackets(int line, int first) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  if (first < 3 || text.tag(first - 1).tag != Tag::Close) return -1;
  int open = first - 2;
  while (open > 0 && text.tag(open).tag != Tag::Open) --open;
  return open > 1 && text.tag(open - 1).tag == Tag::Possessive ? open - 1 : -1;
}

// "the administration's bill, particularly *its* proposal to": what is set out of a whole is the whole's; -1
// for what stands in no such place, else the word that ends the whole.
int OwnerFinder::end_of_whole(int line, int owner) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  if (owner < 3 || text.tag(owner - 2).tag != Tag::Comma) return -1;
  const std::string& mark = text.key(owner - 1);
  return is_one_of(mark, {"particularly", "especially", "notably", "including"}) ? owner - 3 : -1;
}

// Who owns the whole that ends at this word; none where nobody does.
std::vector<int> OwnerFinder::owners_of_whole(int line, int last) {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const Chunk& whole = text.chunk(text.chunk_of[static_cast<std::size_t>(last)]);
  for (int i = whole.first; i < whole.head; ++i)
    if (text.tag(i).tag == Tag::Possessive) return possessor(line, whole.first, i);
  return {};
}

// Whether a name that only stands before a noun may own it: not a mere place, and in a headline no unknown
// name, which may as well be what is bid for.
bool OwnerFinder::can_own(const Mention& mention, int member) const {
  const CastMember& owner = cast_.members()[static_cast<std::size_t>(member)];
  if (owner.entry && owner.kind == ActorKind::Place) return owner.is_official();
  if (owner.kind != ActorKind::Unknown) return true;
  const bool in_prose = texts_[static_cast<std::size_t>(mention.line)].line->style == Style::Prose;
  return in_prose && mention.name_last > mention.name_first && owner.mentions.size() > 1;
}

// The first name before the noun that may own it, of those that `counts` takes; -1 for none.
template <class Counts>
int OwnerFinder::name_before(int line, int first, int head, Counts counts) const {
  for (int m : cast_.mentions_in(line)) {
    const Mention& mention = cast_.mentions()[static_cast<std::size_t>(m)];
    const bool inside = mention.first >= first && mention.last < head;
    const bool stands = inside || is_compound_of(texts_[static_cast<std::size_t>(line)], mention, head);
    if (stands && can_own(mention, cast_.member_of(m)) && counts(mention)) return m;
  }
  return -1;
}

std::vector<int> OwnerFinder::modifier(int line, int first, int head) {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int m = name_before(line, first, head, [&](const Mention& name) {
    const bool told = name.first > 0 && is_one_of(text.key(name.first - 1), {"told", "tells", "tell"});
    return !told && !counts_before(text, first, name.first);
  });
  if (m < 0) return common_noun(line, first, head);
  const int next = cast_.mentions()[static_cast<std::size_t>(m)].last + 1;
  const bool is_compound = text.key(next) == "-" && text.word(next).glued;
  if (is_compound) return {};
  std::vector<int> members{cast_.member_of(m)};
  const int second = text.key(next) == "and" && next + 1 < head ? cast_.mention_at(line, next + 1) : -1;
  if (second >= 0 && cast_.mentions()[static_cast<std::size_t>(second)].last < head)
    members.push_back(cast_.member_of(second));  // "Spanish and *Portuguese* opposition"
  return members;
}

// "an *Egyptian* draft law", "a *US* draft resolution".
std::vector<int> OwnerFinder::adjective(int line, int first, int head) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int m = name_before(line, first, head, [&text](const Mention& name) {
    const bool acronym = name.first == name.last && text.line->style == Style::Prose &&
                         text.word(name.last).shape == Shape::Upper;
    return name.form == MentionForm::Adjective || acronym;
  });
  return m < 0 ? std::vector<int>{} : std::vector<int>{cast_.member_of(m)};
}

// "*government* plans": a body or people right before the noun.
std::vector<int> OwnerFinder::common_noun(int line, int first, int head) {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int word = head - 1;
  const bool stands = word >= first && !text.word(word).glued && text.tag(word).tag == Tag::Noun;
  if (!stands || !acts_as_group(text.key(word), text.key(head))) return {};  // "a *military* request"
  const auto is_capital = [&text](int i) { return text.word(i).shape == Shape::Capital; };
  const bool in_name = word > first && text.tag(word - 1).tag == Tag::Noun && is_capital(word - 1);
  if (in_name && is_capital(word)) return {};       // "the Waste *Management* offer"
  if (counts_before(text, first, word)) return {};  // "a 3 billion European currency *unit* plan"
  const bool of_people = word > first && text.tag(word - 1).tag == Tag::Noun &&
                         words_.find(text.key(word - 1)).group && !is_capital(word - 1);
  if (!of_people) return {cast_.adopt(line, word, word)};
  const bool told_of = is_told_of(text.key(word - 1));  // "the *pilots* union proposal"
  return {cast_.adopt(line, word - 1, told_of ? word - 1 : word)};
}

// Whether people are described by this noun elsewhere.
bool OwnerFinder::is_told_of(const std::string& people) const {
  return std::any_of(cast_.mentions().begin(), cast_.mentions().end(), [&](const Mention& mention) {
    return mention.form == MentionForm::Described &&
           texts_[static_cast<std::size_t>(mention.line)].key(mention.head) == people;
  });
}

// "*government* plans"; of what is asked for also "a *consumer* proposal".
bool OwnerFinder::acts_as_group(const std::string& word, const std::string& noun) const {
  if (words_.find(word).group) return true;
  const bool asks = is_one_of(noun, {"proposal", "proposals", "demand", "demands", "request", "requests"});
  return asks && words_.find(plural_of(word)).group;
}

Owners OwnerFinder::before(int line, int first, int head, Ownership ownership) {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  for (int i = first; i < head; ++i) {
    if (text.tag(i).facts->is(WordClass::Owner) && text.tag(i).tag == Tag::Determiner) {
      const int whole = end_of_whole(line, i);
      auto members = whole < 0 ? std::vector<int>{} : owners_of_whole(line, whole);
      return {members.empty() ? cast_.owners_meant(line, i) : members};
    }
    if (text.tag(i).tag == Tag::Possessive && i > first && is_time_word(text, i - 1)) {
      first = i + 1;  // "*last year's* Norwegian offer"
      continue;
    }
    if (text.tag(i).tag == Tag::Possessive) return {possessor(line, first, i)};
  }
  if (const int mark = mark_before_brackets(line, first); mark >= 0)
    if (const int m = cast_.mention_at(line, mark - 1); m >= 0) return {{cast_.member_of(m)}};
  const bool demand = is_one_of(text.key(head), {"demand", "demands"});  // "union demands", not "US demand"
  if (ownership == Ownership::Any) return {modifier(line, first, head), false};
  if (ownership == Ownership::Adjective) return {adjective(line, first, head), false};
  if (!demand) return {};
  auto members = common_noun(line, first, head);
  if (members.empty() && text.key(head) == "demands") members = adjective(line, first, head);
  return {members, false};
}

// "a bid for 83 pct of the stock *from X*": behind whatever else hangs on it.
std::vector<int> OwnerFinder::bidders(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  for (int c = chunk + 1; text.is(c, ChunkKind::Preposition) && text.is(c + 1, ChunkKind::Nouns); c += 2) {
    if (text.head_key(c) != "from") continue;
    auto members = cast_.members_at(line, c + 1);
    std::erase_if(members, [this](int member) {
      return cast_.members()[static_cast<std::size_t>(member)].kind == ActorKind::Place;
    });
    return members;
  }
  return {};
}

std::vector<int> OwnerFinder::behind(int line, int chunk,
                                     std::initializer_list<std::string_view> prepositions,
                                     Reach reach) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  std::vector<int> owners;
  int preposition = -1;
  const Clauses& clauses = clauses_[static_cast<std::size_t>(line)];
  for (const Oblique& group : clauses.modifiers(chunk)) {
    const std::string& key = text.key(group.preposition);
    const bool fits = std::find(prepositions.begin(), prepositions.end(), key) != prepositions.end();
    const bool is_far = is_one_of(key, {"from", "of"}) && reach == Reach::Next &&
                        group.preposition != text.chunk(chunk).last + 1;  // "a vote on exit from"
    if (key == "by" && is_agent_of_answer(text, chunk, group.preposition)) continue;
    if (!fits || is_far || (preposition >= 0 && group.preposition != preposition)) continue;
    preposition = group.preposition;
    if (is_amount(text, text.chunk(group.chunk))) continue;
    if (key == "by" && clauses.counts_votes(text.chunk(group.chunk).head)) continue;  // "*by a majority*"
    const auto members = cast_.members_at(line, group.chunk);
    owners.insert(owners.end(), members.begin(), members.end());
  }
  return owners.empty() && reach == Reach::Far ? bidders(line, chunk) : owners;
}

}  // namespace demarche
