// Whom a group of nouns names or stands for: the members that it lists, owns, describes or is part of.
#include <algorithm>

#include "ingest/stances/agents.h"

namespace demarche {

// Whether one group of nouns stands for many: "ministers".
bool AgentFinder::is_many(const std::vector<int>& chunks) const {
  const std::string_view tag = text_.tree->at(text_.chunk(chunks.front()).head).xpos;
  return tag == "NNS" || tag == "NNPS";
}

// "the governments *of X and Y*", "negotiators *from X and Y*", "the *Xian and Yish* governments": those who
// are named, where there are several.
std::vector<int> AgentFinder::members_of_plural(int chunk) {
  const Chunk& group = text_.chunk(chunk);
  if (!text_.tree || !text_.tag(group.head).facts->is(WordClass::Delegated)) return {};
  std::vector<int> members;
  bool joined = false;
  for (int i = group.first; i < group.head; ++i) joined |= text_.key(i) == "and";
  for (int m : cast_.mentions_in(line_)) {
    const Mention& mention = cast_.mentions()[static_cast<std::size_t>(m)];
    const bool inside = mention.first >= group.first && mention.last < group.head;
    const bool names = mention.form == MentionForm::Name && mention.kind != ActorKind::Person;
    if (joined && inside && (names || mention.form == MentionForm::Adjective))
      members.push_back(cast_.member_of(m));
  }
  if (members.size() > 1) return members;
  members.clear();
  for (const Oblique& modifier : clauses_.modifiers(chunk))
    if (is_one_of(text_.key(modifier.preposition), {"of", "from"}))
      for (int member : cast_.members_at(line_, modifier.chunk)) members.push_back(member);
  return members.size() > 1 ? members : std::vector<int>{};
}

// "*Alder's* and *Birch's boards* approved it": both.
std::vector<int> AgentFinder::joined_owners(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  const int mark = text_.possessive_mark(group.first, group.head);
  const bool behind = text_.tree && text_.is(chunk - 1, ChunkKind::Conjunction);
  const bool joined =
      behind && text_.is(chunk - 2, ChunkKind::Nouns) && text_.bears_mark(text_.chunk(chunk - 2).last - 1);
  if (mark < 0 || !joined || !text_.tag(group.head).facts->is(WordClass::Delegated)) return {};
  std::vector<int> owners;
  for (int end : {text_.chunk(chunk - 2).last - 1, mark - 1})
    for (int m : cast_.mentions_in(line_))
      if (cast_.mentions()[static_cast<std::size_t>(m)].last == end) owners.push_back(cast_.member_of(m));
  return owners.size() == 2 ? owners : std::vector<int>{};
}

// "officials *of X and Y* said *their groups* oppose it": those for whom they speak.
std::vector<int> AgentFinder::bodies_of_owners(int chunk) {
  const Chunk& group = text_.chunk(chunk);
  const bool own = text_.tree && group.head == group.first + 1 && text_.key(group.first) == "their" &&
                   is_one_of(text_.key(group.head),
                             {"groups", "organizations", "organisations", "unions", "companies", "firms",
                              "countries", "governments", "parties", "nations", "associations"});
  const int p = own ? clauses_.predicate_at(text_.tree->head(group.head)) : -1;
  const int above = p < 0 ? -1 : clauses_.predicate_at(text_.tree->head(clauses_.at(p).root));
  if (above < 0) return {};
  const auto& subjects = clauses_.at(above).subjects;
  return subjects.size() == 1 ? members_of_plural(subjects.front()) : std::vector<int>{};
}

// Those who are listed from this group on, as names and nothing else; none where the list acts in its turn.
std::vector<int> AgentFinder::list_of_names(int chunk) const {
  std::vector<int> names;
  bool concluded = false;
  int c = chunk;
  for (; text_.is(c, ChunkKind::Nouns); ++c) {
    const int m = cast_.mention_at(line_, text_.chunk(c).head);
    if (m < 0 || cast_.mentions()[static_cast<std::size_t>(m)].form != MentionForm::Name) return {};
    names.push_back(cast_.member_of(m));
    if (concluded) break;
    if (text_.is(c + 1, ChunkKind::Comma)) ++c;
    concluded = text_.is(c + 1, ChunkKind::Conjunction);
    if (concluded) ++c;
  }
  return concluded && !text_.is(c + 1, ChunkKind::Verbs) ? names : std::vector<int>{};
}

// "the *three* others who oppose it, *Norway, Denmark and Chad*": the list of as many names behind them.
std::vector<int> AgentFinder::listed_by_number(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  int number = 0;
  for (int i = group.first; i < group.head; ++i)
    if (text_.tag(i).tag == Tag::Number) number = text_.tag(i).facts->value;
  if (number < 3 || !text_.tree || text_.line->style != Style::Prose) return {};
  for (int c = chunk + 2; c < text_.size(); ++c) {
    const bool opens = text_.is(c - 1, ChunkKind::Comma) || text_.is(c - 1, ChunkKind::Stop);
    if (!opens || text_.is(c - 2, ChunkKind::Conjunction)) continue;
    auto names = list_of_names(c);
    if (static_cast<int>(names.size()) == number) return names;
  }
  return {};
}

// "was rejected by *most of the banks and unions*": the whole that a part is named of.
std::vector<int> AgentFinder::whole_of(int chunk) {
  const Chunk& group = text_.chunk(chunk);
  const bool is_part = group.first == group.last &&
                       is_one_of(text_.key(group.head), {"most", "some", "many", "all", "half", "several"});
  const bool has_whole = is_part && text_.is(chunk + 1, ChunkKind::Preposition) &&
                         text_.head_key(chunk + 1) == "of" && text_.is(chunk + 2, ChunkKind::Nouns);
  const bool is_anybody = has_whole && text_.head_key(chunk + 2) == "others";  // "by most of the others"
  return has_whole && !is_anybody ? named(clauses_.joined(chunk + 2)) : std::vector<int>{};
}

// "the union's *statement*"; "released a *statement* accepting it": whoever did.
std::vector<int> AgentFinder::writers_of(int chunk) {
  auto writers = owners_of(chunk);
  const int noun = text_.tree ? text_.tree->group(text_.chunk(chunk).head) : -1;
  const int p = noun >= 0 && text_.tree->is(noun, "obj") ? clauses_.predicate_at(text_.tree->head(noun)) : -1;
  return writers.empty() && p >= 0 && !clauses_.at(p).passive ? named(clauses_.at(p).subjects) : writers;
}

// "*a meeting of the committee* rejected it", "the *creditors'* meeting adopted it".
std::vector<int> AgentFinder::holders_of_session(int chunk) {
  auto holders = owners_.behind(line_, chunk, {"of"});
  return holders.empty() ? owners_of(chunk) : holders;
}

// "The *Green Accord* backed it": what acts under a name of several words is an actor, whatever the last of
// them says; where the name begins, -1 for none.
int AgentFinder::name_borne(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  int first = group.head;  // "the opposition *Civic List*"
  while (first > group.first && text_.word(first - 1).shape == Shape::Capital &&
         text_.tag(first - 1).tag != Tag::Determiner)
    --first;
  if (text_.line->style != Style::Prose || first >= group.head) return -1;
  for (int m : cast_.mentions_in(line_)) {
    const Mention& whole = cast_.mentions()[static_cast<std::size_t>(m)];
    if (whole.first <= group.head && group.head <= whole.last) return -1;  // "*Northern Light* and Power Co"
  }
  return text_.word(group.head).shape == Shape::Capital ? first : -1;
}

// "Two senators, *Anna Holm of Ohio and Peter Berg of Texas*, opposed it", "another holder, *Birch Corp*":
// those who are named behind a description.
std::vector<int> AgentFinder::named_behind(int chunk) {
  const Chunk& group = text_.chunk(chunk);
  if (!text_.tree || text_.line->style != Style::Prose) return {};
  const int noun = text_.tree->group(group.head);
  const bool many = is_many({chunk});
  if (!many && text_.tree->at(noun).xpos != "NN") return {};
  std::vector<int> names;
  for (int below : text_.tree->dependents(noun)) {
    if (!text_.tree->is_any(below, {"appos", "conj"}) || below < noun ||
        text_.tree->at(below).upos != "PROPN")
      continue;
    const bool goes_on = text_.tree->at(noun).upos == "NOUN" && !names.empty();  // "two firms, X *and Y*"
    if (text_.tree->is(below, "conj") && !goes_on) continue;
    for (int c : clauses_.joined(text_.chunk_of[static_cast<std::size_t>(below)])) {
      const int head = text_.chunk(c).head;
      if (c <= chunk || text_.tree->at(head).upos != "PROPN") continue;
      auto members = cast_.members_at(line_, c);
      if (members.empty() && many) members = {cast_.adopt(line_, text_.chunk(c).first, head)};
      names.insert(names.end(), members.begin(), members.end());
    }
  }
  return many == (names.size() > 1) ? names : std::vector<int>{};
}

// "*Coastwatch* condemns it", in a release of theirs.
bool AgentFinder::names_issuer(int chunk) const {
  if (issuer_.member < 0) return false;
  const Chunk& group = text_.chunk(chunk);
  const int first = text_.tag(group.first).tag == Tag::Determiner ? group.first + 1 : group.first;
  return first <= group.last &&
         text_.written(first, group.last) == cast_.members()[static_cast<std::size_t>(issuer_.member)].name;
}

// "*private sources* agreed": nobody; "*Norwegian delegation sources*" speak for those whom they name.
bool AgentFinder::are_unnamed_sources(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  const auto& here = cast_.mentions_in(line_);
  return text_.key(group.head) == "sources" && std::none_of(here.begin(), here.end(), [&](int m) {
           const Mention& name = cast_.mentions()[static_cast<std::size_t>(m)];
           return name.first >= group.first && name.last < group.head;
         });
}

// "*The champions*, Birch United, rejected it": a name beside a description that nothing else makes an actor.
std::vector<int> AgentFinder::named_beside(int chunk) {
  if (!text_.tree) return {};
  const int beside = text_.tree->dependent(text_.tree->group(text_.chunk(chunk).head), "appos");
  const bool is_name = beside >= 0 && text_.tree->at(beside).upos == "PROPN";
  return is_name ? cast_.members_at(line_, text_.chunk_of[static_cast<std::size_t>(beside)])
                 : std::vector<int>{};
}

// "*a spokesman for the Port Authority* rejected it", "a *ministry* spokesman": the body, where no name says
// who speaks for it.
std::vector<int> AgentFinder::body_spoken_for(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  if (!is_unnamed_spokesman({chunk})) return {};
  for (int m : cast_.mentions_in(line_)) {
    const Mention& body = cast_.mentions()[static_cast<std::size_t>(m)];
    if (body.first >= group.first && body.last < group.head) return {cast_.member_of(m)};
  }
  for (const Oblique& modifier : clauses_.modifiers(chunk))
    if (is_one_of(text_.key(modifier.preposition), {"for", "of"}))
      if (auto members = cast_.members_at(line_, modifier.chunk); !members.empty()) return members;
  return {};
}

// Those whom a name stands for at the head of these groups.
std::vector<int> AgentFinder::members_by_name(const std::vector<int>& chunks) const {
  std::vector<int> members;
  for (int c : chunks) {
    const int m = text_.is(c, ChunkKind::Nouns) ? cast_.mention_at(line_, text_.chunk(c).head) : -1;
    if (m >= 0 && cast_.mentions()[static_cast<std::size_t>(m)].form == MentionForm::Name)
      members.push_back(cast_.member_of(m));
  }
  return members;
}

// "some states, *including Norway and Chad*, favour it": those who are named out of many.
std::vector<int> AgentFinder::singled_out(int chunk) const {
  int word = text_.chunk(chunk).last + 1;
  const auto key = [this](int i) { return i < text_.line->size() ? std::string_view(text_.key(i)) : ""; };
  if (!text_.tree || !is_many({chunk})) return {};
  if (key(word) == ",") ++word;
  const bool such_as = key(word) == "such" && key(word + 1) == "as";
  if (!such_as && !is_one_of(key(word), {"including", "notably", "particularly", "especially"})) return {};
  word += such_as ? 2 : 1;
  if (word >= text_.line->size()) return {};
  return members_by_name(clauses_.joined(text_.chunk_of[static_cast<std::size_t>(word)]));
}

// "*Other states opposing it* include Norway and Chad", "those that signed were X and Y": those who are named
// of many.
std::vector<int> AgentFinder::named_by_predicate(int chunk) const {
  if (!text_.tree || !is_many({chunk})) return {};
  const int noun = text_.tree->group(text_.chunk(chunk).head);
  const int above = text_.tree->is(noun, "nsubj") ? text_.tree->head(noun) : -1;
  const int p = above < 0 ? -1 : clauses_.predicate_at(above);
  if (p < 0 || text_.chunk(clauses_.at(p).chunk).negated) return {};
  const bool includes = is_one_of(text_.chunk(clauses_.at(p).chunk).lemma, {"include", "comprise"});
  const bool equals = text_.tree->at(above).upos == "PROPN" && text_.tree->dependent(above, "cop") >= 0 &&
                      text_.tree->dependent(above, "case") < 0;  // "the teams are *in Norway*"
  if (includes) return members_by_name(clauses_.at(p).objects);
  return equals ? members_by_name(clauses_.joined(text_.chunk_of[static_cast<std::size_t>(above)]))
                : std::vector<int>{};
}

std::vector<int> AgentFinder::named(const std::vector<int>& chunks) {
  std::vector<int> members;
  for (int chunk : chunks) {
    if (means_proposals(chunk) || are_unnamed_sources(chunk)) continue;
    auto found = who_speaks(chunk);
    if (found.empty()) found = holder_of_office(chunk);
    if (found.empty()) found = body_of_board(chunk);
    if (const int body = found.empty() ? body_of_owner(chunk) : -1; body >= 0) found = {body};
    if (found.empty()) found = meant_by_clause(chunk);
    if (found.empty()) found = members_of_plural(chunk);
    if (found.empty()) found = joined_owners(chunk);
    if (found.empty()) found = bodies_of_owners(chunk);
    if (found.empty()) found = listed_by_number(chunk);
    if (found.empty()) found = named_behind(chunk);
    if (found.empty()) found = named_by_predicate(chunk);
    if (found.empty()) found = body_spoken_for(chunk);
    if (found.empty()) found = cast_.members_at(line_, chunk);
    for (int one : singled_out(chunk)) found.push_back(one);
    if (found.empty()) found = whole_of(chunk);
    if (found.empty()) found = named_beside(chunk);
    if (found.empty() && text_.tag(text_.chunk(chunk).head).facts->is(WordClass::Writing))
      found = writers_of(chunk);
    if (found.empty() && text_.tag(text_.chunk(chunk).head).facts->is(WordClass::Session))
      found = holders_of_session(chunk);
    if (found.empty() && names_issuer(chunk)) found = {issuer_.member};
    const bool headline = text_.line->style != Style::Prose;
    const bool bare =
        headline && text_.tag(text_.chunk(chunk).head).tag == Tag::Noun && !proposals_.noun_at(line_, chunk);
    const int name = found.empty() ? name_borne(chunk) : -1;
    if (found.empty() && (bare || name >= 0))
      found = {cast_.adopt(line_, name >= 0 ? name : text_.chunk(chunk).first, text_.chunk(chunk).head)};
    for (int member : found)
      if (std::find(members.begin(), members.end(), member) == members.end()) members.push_back(member);
  }
  return members;
}

}  // namespace demarche
