#include "ingest/stances/agents.h"

#include <algorithm>

namespace demarche {

// "*a spokesman for Ruth Okafor* denied that she had": the person.
std::vector<int> AgentFinder::spoken_for(const std::vector<int>& subjects) const {
  if (subjects.size() != 1 || !text_.head_key(subjects.front()).starts_with("spokes")) return {};
  for (const Oblique& modifier : clauses_.modifiers(subjects.front()))
    if (is_one_of(text_.key(modifier.preposition), {"for", "of"}))
      for (int member : cast_.members_at(line_, modifier.chunk))
        if (cast_.members()[static_cast<std::size_t>(member)].kind == ActorKind::Person) return {member};
  return {};
}

// "*a spokesman* said he remained opposed": somebody else, who was spoken of before.
bool AgentFinder::is_unnamed_spokesman(const std::vector<int>& subjects) const {
  if (subjects.size() != 1 || !text_.tree) return false;
  const Chunk& group = text_.chunk(subjects.front());
  return text_.key(group.head).starts_with("spokes") &&
         text_.tree->dependent(text_.tree->group(group.head), "appos") < 0;
}

// "dismissed *speculation* it would": not somebody who is told what follows, but what follows itself.
bool AgentFinder::says_what_completes(int chunk) const {
  return cast_.members_at(line_, chunk).empty() &&
         text_.tree->at(text_.tree->group(text_.chunk(chunk).head)).xpos == "NN";
}

// "recommend *to shareholders* that they reject it", of which the tree may hang the clause on those asked.
std::vector<int> AgentFinder::those_asked(int root) const {
  int above = text_.tree->head(root);
  if (above >= 0 && clauses_.predicate_at(above) < 0) above = text_.tree->head(above);
  const int p = above < 0 ? -1 : clauses_.predicate_at(above);
  if (p < 0 || !is_one_of(text_.chunk(clauses_.at(p).chunk).lemma, {"recommend", "suggest", "propose"}))
    return {};
  for (const Oblique& oblique : clauses_.at(p).obliques)
    if (text_.key(oblique.preposition) == "to" && text_.chunk(oblique.chunk).last < root &&
        is_many({oblique.chunk}))
      return {oblique.chunk};
  return {};
}

// Whom "it" or "he" takes up as the subject of a clause that hangs on another: "the union said *it* …",
// "Congress had not intended when *it* passed …", "convinced his colleagues *they* should …".
std::vector<int> AgentFinder::meant_by_clause(int chunk) {
  const Chunk& group = text_.chunk(chunk);
  if (!text_.tree || group.first != group.last ||
      !is_one_of(text_.key(group.head), {"it", "he", "she", "they"}))
    return {};
  const int own = clauses_.predicate_at(text_.tree->head(group.head));
  if (own < 0) return {};
  const int root = clauses_.at(own).root;
  if (text_.key(group.head) == "they")
    if (const auto asked = those_asked(root); !asked.empty()) return named(asked);
  const int above = clauses_.predicate_at(text_.tree->head(root));
  const bool completes = text_.tree->is(root, "ccomp");
  const int mark = clauses_.at(own).subordinator;
  const bool supposed = mark >= 0 && text_.tag(mark).facts->is(WordClass::Condition);
  if (above < 0 || supposed || !(completes || text_.tree->is(root, "advcl"))) return {};
  if (text_.is_quoted(group.head)) return {};  // "*She* is reading it," her spokesman said
  const Predicate& governor = clauses_.at(above);
  if (auto principal = spoken_for(governor.subjects); !principal.empty()) return principal;
  if (is_one_of(text_.key(group.head), {"he", "she"}) && is_unnamed_spokesman(governor.subjects)) return {};
  const bool convinces = completes && !governor.objects.empty() && !speakers_.reports(above) &&
                         !says_what_completes(governor.objects.front());
  const std::vector<int>& groups = convinces ? governor.objects : governor.subjects;
  if (groups.empty() || text_.tag(text_.chunk(groups.front()).head).tag == Tag::Pronoun) return {};
  std::vector<int> members = named(groups);
  const std::string_view tag = text_.tree->at(text_.chunk(groups.front()).head).xpos;
  const bool fits = tag == (text_.key(group.head) == "they" ? "NNS" : "NN");
  const bool is_proposal = proposals_.noun_at(line_, groups.front()) != nullptr;
  if (members.empty() && fits && !is_proposal && (convinces || speakers_.reports(above)))
    members = {cast_.adopt(line_, text_.chunk(groups.front()).first, text_.chunk(groups.front()).head)};
  if ((members.size() > 1) != (text_.key(group.head) == "they") && !is_many(groups)) return {};
  const bool person = is_one_of(text_.key(group.head), {"he", "she"});
  std::erase_if(members, [&](int member) {
    const ActorKind kind = cast_.members()[static_cast<std::size_t>(member)].kind;
    const bool is_thing = kind != ActorKind::Person && kind != ActorKind::Unknown;
    return person ? is_thing : kind == ActorKind::Person && text_.key(group.head) == "it";
  });
  return members;
}

// The one company that a person is told to lead or speak for; -1 for none.
int AgentFinder::company_of(int person) const {
  if (cast_.members()[static_cast<std::size_t>(person)].kind != ActorKind::Person) return -1;
  int company = -1;
  for (int member = 0; member < static_cast<int>(cast_.members().size()); ++member) {
    const CastMember& body = cast_.members()[static_cast<std::size_t>(member)];
    const bool private_body =
        (body.kind == ActorKind::Organisation || body.kind == ActorKind::Unknown) && !body.is_official();
    const bool told_of = body.mentions.size() > 1;  // and not only in his title
    if (member == person || !private_body || !told_of || !proposals_.are_kin(person, member)) continue;
    if (company >= 0) return -1;
    company = member;
  }
  return company;
}

// "*we* reject it, X said", "unacceptable to *our industry*"; in X's own statement, X.
std::vector<int> AgentFinder::who_speaks(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  const bool own = text_.key(group.first) == "our" &&
                   is_one_of(text_.key(group.head), {"industry", "company", "country", "party", "union",
                                                     "government", "side", "delegation", "negotiators"});
  const bool self = group.first == group.last && is_one_of(text_.key(group.head), {"i", "we", "us"});
  if (!self && !own) return {};
  auto speakers = speakers_.innermost(group.head);
  if (self && text_.key(group.head) != "i" && speakers.size() == 1)
    if (const int company = company_of(speakers.front()); company >= 0) return {company};
  const int issuer = text_.key(group.head) == "i" ? issuer_.person : issuer_.member;
  if (speakers.empty() && issuer >= 0) speakers = {issuer};
  return speakers;
}

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
    if (joined && inside && mention.form == MentionForm::Adjective) members.push_back(cast_.member_of(m));
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
  return has_whole ? named(clauses_.joined(chunk + 2)) : std::vector<int>{};
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

// "*her office* received it": she did.
std::vector<int> AgentFinder::holder_of_office(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  const bool own = group.head == group.first + 1 && text_.key(group.head) == "office" &&
                   is_one_of(text_.key(group.first), {"his", "her"});
  return own ? cast_.owners_meant(line_, group.first) : std::vector<int>{};
}

// "*his country*", "*her party*": the state or body that its owner speaks for; -1 where none is known.
int AgentFinder::body_of_owner(int chunk) {
  const Chunk& group = text_.chunk(chunk);
  if (group.last == group.first || !is_one_of(text_.key(group.first), {"his", "her"})) return -1;
  const int m = cast_.mention_at(line_, group.head);
  const bool is_state =
      is_one_of(text_.key(group.head), {"country", "nation", "government", "administration"});
  const bool is_body =
      m >= 0 && cast_.mentions()[static_cast<std::size_t>(m)].kind == ActorKind::Organisation;
  if (!is_state && !is_body) return -1;
  const ActorKind kind = is_state ? ActorKind::State : ActorKind::Organisation;
  for (int owner : cast_.owners_meant(line_, group.first))
    for (int member = 0; member < static_cast<int>(cast_.members().size()); ++member) {
      const CastMember& body = cast_.members()[static_cast<std::size_t>(member)];
      const bool unsure = m >= 0 && body.kind == ActorKind::Unknown;
      const bool known = (body.kind == kind || unsure) && (m < 0 || cast_.member_of(m) != member);
      if (!known || member == owner || !proposals_.are_kin(owner, member)) continue;
      if (m >= 0) cast_.add_mention(m, member);
      return member;
    }
  const int state = is_state ? state_opening_before() : -1;
  if (state >= 0 && m >= 0) cast_.add_mention(m, state);
  return state;
}

// "*Norway* stayed away. The premier said his country …": the state that opens the sentence before; -1 for
// none.
int AgentFinder::state_opening_before() const {
  if (line_ == 0) return -1;
  for (int m : cast_.mentions_in(line_ - 1)) {
    const Mention& opening = cast_.mentions()[static_cast<std::size_t>(m)];
    const CastMember& state = cast_.members()[static_cast<std::size_t>(cast_.member_of(m))];
    if (opening.first == 0 && opening.form == MentionForm::Name && state.kind == ActorKind::State)
      return cast_.member_of(m);
  }
  return -1;
}

// "alarmed by a set of proposals, claiming *they* bowed to X", "X and Y criticised the plan, saying *it*
// bowed to Z": what the critics speak of, and nobody.
bool AgentFinder::means_proposals(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  if (!text_.tree || group.first != group.last || !is_one_of(text_.key(group.head), {"they", "it"}))
    return false;
  const int own = clauses_.predicate_at(text_.tree->head(group.head));
  const int said = own < 0 ? -1 : clauses_.at(own).governor;
  if (said < 0 || !text_.tree->is(clauses_.at(said).root, "advcl") || clauses_.at(said).finite) return false;
  const int main = clauses_.predicate_at(text_.tree->head(clauses_.at(said).root));
  if (main < 0) return false;
  const Predicate& act = clauses_.at(main);
  if (text_.key(group.head) == "it")
    return act.subjects.size() > 1 && std::any_of(act.objects.begin(), act.objects.end(), [&](int object) {
             return proposals_.noun_at(line_, object) != nullptr;
           });
  for (int c = act.chunk + 1; c < clauses_.at(said).chunk; ++c)
    if (text_.is(c, ChunkKind::Nouns) && is_many({c}) && proposals_.noun_at(line_, c)) return true;
  return false;
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
    if (!text_.tree->is(below, "appos") || below < noun || text_.tree->at(below).upos != "PROPN") continue;
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

std::vector<int> AgentFinder::named(const std::vector<int>& chunks) {
  std::vector<int> members;
  for (int chunk : chunks) {
    if (means_proposals(chunk) || are_unnamed_sources(chunk)) continue;
    auto found = who_speaks(chunk);
    if (found.empty()) found = holder_of_office(chunk);
    if (const int body = found.empty() ? body_of_owner(chunk) : -1; body >= 0) found = {body};
    if (found.empty()) found = meant_by_clause(chunk);
    if (found.empty()) found = members_of_plural(chunk);
    if (found.empty()) found = joined_owners(chunk);
    if (found.empty()) found = bodies_of_owners(chunk);
    if (found.empty()) found = listed_by_number(chunk);
    if (found.empty()) found = named_behind(chunk);
    if (found.empty()) found = cast_.members_at(line_, chunk);
    if (found.empty()) found = whole_of(chunk);
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

// "rejected in favour of *a bid by X*": who made what stands beside the act is not who did it.
bool AgentFinder::makes_inner(const Predicate& predicate, const Oblique& by) const {
  const int inner = text_.chunk_of[static_cast<std::size_t>(by.preposition)] - 1;
  if (!predicate.passive || text_.key(by.preposition) != "by" || inner <= predicate.chunk) return false;
  const ProposalNoun* noun = proposals_.noun_at(line_, inner);
  return noun && !noun->weak && noun->ownership != Ownership::None &&
         text_.tree->head(text_.tree->group(text_.chunk(by.chunk).head)) ==
             text_.tree->group(text_.chunk(inner).head);
}

// "was approved *by 401 votes*", "*by a majority* of 71 percent": how, and not by whom.
bool AgentFinder::counts_votes(const Predicate& predicate, const Oblique& by) const {
  if (!predicate.passive || text_.key(by.preposition) != "by" ||
      !clauses_.counts_votes(text_.tree->group(text_.chunk(by.chunk).head)))
    return false;
  const int whole = by.chunk + 2;  // "by a majority *of shareholders*"
  const bool of = text_.is(by.chunk + 1, ChunkKind::Preposition) && text_.is(whole, ChunkKind::Nouns);
  return !of || text_.tag(text_.chunk(whole).first).tag == Tag::Number;
}

std::vector<int> AgentFinder::in_role(const Predicate& predicate, const Role& role) const {
  std::vector<int> chunks;
  switch (role.kind) {
    case RoleKind::Subject:
      return predicate.passive ? chunks : predicate.subjects;
    case RoleKind::PassiveSubject:
      return predicate.passive ? predicate.subjects : chunks;
    case RoleKind::Object:
      return predicate.objects;
    case RoleKind::Indirect:
      for (int object : predicate.objects)
        if (text_.tree->is(text_.tree->group(text_.chunk(object).head), "iobj")) chunks.push_back(object);
      return chunks;
    case RoleKind::Oblique:
      for (const Oblique& oblique : predicate.obliques)
        if (text_.key(oblique.preposition) == role.preposition && !makes_inner(predicate, oblique) &&
            !counts_votes(predicate, oblique))
          chunks.push_back(oblique.chunk);
      return chunks;
    default:
      return chunks;
  }
}

// "a decision *by X* to accept", "*X's* plan to reject".
std::vector<int> AgentFinder::owners_of(int chunk) {
  const Chunk& noun = text_.chunk(chunk);
  auto owners = owners_.before(line_, noun.first, noun.head, Ownership::Any).members;
  return owners.empty() ? owners_.behind(line_, chunk, {"by"}) : owners;
}

// "was rejected *in parliament*", "was approved *at a cabinet meeting*": the body that sits there; in its
// minutes, the one that met.
std::vector<int> AgentFinder::body_in_session(const Predicate& predicate) {
  for (const Oblique& oblique : predicate.obliques) {
    if (!is_one_of(text_.key(oblique.preposition), {"in", "at"})) continue;
    if (text_.tag(text_.chunk(oblique.chunk).head).facts->is(WordClass::Session)) {
      auto owners = owners_of(oblique.chunk);
      return owners.empty() ? owners_.behind(line_, oblique.chunk, {"of"}) : owners;
    }
    const auto members = cast_.members_at(line_, oblique.chunk);
    const bool bodies = std::all_of(members.begin(), members.end(), [this](int member) {
      return cast_.members()[static_cast<std::size_t>(member)].kind == ActorKind::Organisation;
    });
    if (!members.empty() && bodies) return members;
  }
  return issuer_.is_record && predicate.finite ? std::vector<int>{issuer_.member} : std::vector<int>{};
}

// Whether the tree tells of a vote that is counted: "by a *vote* of 30 to 12", "on a 99-0 *vote*".
bool AgentFinder::is_put_to_vote(const Predicate& predicate) const {
  const auto& below = text_.tree->dependents(predicate.root);
  return std::any_of(below.begin(), below.end(), [this](int word) {
    if (!is_one_of(text_.key(word), {"vote", "votes"})) return false;
    const auto& inside = text_.tree->dependents(word);
    return std::any_of(inside.begin(), inside.end(),
                       [this](int number) { return text_.tree->at(number).upos == "NUM"; });
  });
}

// "The *Senate* resolution was approved by 99 votes to 0": the body that owns what was voted on.
std::vector<int> AgentFinder::body_by_vote(const Predicate& predicate) {
  if (predicate.subjects.size() != 1 || !is_put_to_vote(predicate)) return {};
  auto bodies = owners_of(predicate.subjects.front());
  std::erase_if(bodies, [this](int member) {
    const CastMember& body = cast_.members()[static_cast<std::size_t>(member)];
    return body.kind != ActorKind::Organisation || !body.is_official();
  });
  return bodies;
}

std::vector<int> AgentFinder::of_verb(int p, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  if (predicate.subjects.empty() && predicate.governor_noun >= 0 && !predicate.passive)
    return owners_of(predicate.governor_noun);
  std::vector<int> chunks;
  for (const Role& role : act.actor) {
    if (role.kind == RoleKind::Speaker) {
      if (auto speakers = speakers_.innermost(predicate.root); !speakers.empty()) return speakers;
      if (issuer_.states) return {issuer_.member};
      continue;
    }
    const bool by_agent = predicate.passive && role.kind == RoleKind::Subject;
    chunks = in_role(predicate, by_agent ? Role{RoleKind::Oblique, "by"} : role);
    for (const char* among : {"between", "among"})
      if (chunks.empty() && by_agent && !act.partners.empty())
        chunks = in_role(predicate, Role{RoleKind::Oblique, among});
    if (!chunks.empty()) break;
  }
  const bool sits = act.relation == Relation::Accepted || act.relation == Relation::Rejected ||
                    act.relation == Relation::Discussed;
  const bool by_itself = !act.proposal.empty() && act.proposal.front().kind == RoleKind::Subject;
  if (chunks.empty() && (predicate.passive || by_itself) && sits) {
    auto bodies = body_in_session(predicate);  // "the motion *was lost*", "the motion *fell*"
    if (bodies.empty()) bodies = body_by_vote(predicate);
    if (!bodies.empty() || act.relation != Relation::Discussed) return bodies;
  }
  if (act.relation == Relation::Proposed && named(chunks).empty() && chunks.size() == 1)
    if (proposals_.noun_at(line_, chunks.front()))
      return owners_of(chunks.front());  // "Reagan's budget proposed"
  if (act.relation == Relation::Accepted || act.relation == Relation::Discussed)
    for (const Role& role : act.partners)
      for (int chunk : in_role(predicate, role)) {
        const int mark = clauses_.preposition_before(chunk);
        const bool aside = mark > 0 && text_.tag(mark - 1).tag == Tag::Comma;  // ", with Oman as mediator"
        if (!aside) chunks.push_back(chunk);
      }
  return named(chunks);
}

// "opposition to it came *from farmers*": what the verb has of the noun that is its subject.
std::vector<int> AgentFinder::beside_verb(int chunk, const std::string& preposition) const {
  if (!text_.tree) return {};
  const int noun = text_.tree->group(text_.chunk(chunk).head);
  const int p = clauses_.predicate_at(text_.tree->head(noun));
  const bool is_subject = p >= 0 && text_.tree->is(noun, "nsubj") && !clauses_.at(p).passive;
  return is_subject ? in_role(clauses_.at(p), Role{RoleKind::Oblique, preposition}) : std::vector<int>{};
}

std::vector<int> AgentFinder::of_noun(int chunk, const ActEntry& act) {
  const Chunk& group = text_.chunk(chunk);
  for (const Role& role : act.actor) {
    std::vector<int> who;
    const bool says_with_whom = act.partners.empty() || !with_partners({}, chunk, act).empty();
    if (role.kind == RoleKind::Speaker && says_with_whom)
      who = speakers_.innermost(group.head);
    else if (role.kind == RoleKind::Possessor)
      who = owners_.before(line_, group.first, group.head, Ownership::Any).members;
    else if (role.kind == RoleKind::Modifier || role.kind == RoleKind::Oblique)
      who = owners_.behind(line_, chunk, {role.preposition});
    else if (role.kind == RoleKind::Subject && text_.tree)
      who = subjects_of_noun(chunk, act);
    if (who.empty() && role.kind == RoleKind::Modifier) who = named(beside_verb(chunk, role.preposition));
    if (!who.empty()) return with_partners(std::move(who), chunk, act);
  }
  return {};
}

// "X's talks *with Y*".
std::vector<int> AgentFinder::with_partners(std::vector<int> who, int chunk, const ActEntry& act) const {
  for (const Role& role : act.partners)
    for (int partner : owners_.behind(line_, chunk, {role.preposition}))
      if (std::find(who.begin(), who.end(), partner) == who.end()) who.push_back(partner);
  return who;
}

// "X is an *opponent* of the plan"; "X went on strike in *protest* at it", "a boycott by X in *protest*".
std::vector<int> AgentFinder::subjects_of_noun(int chunk, const ActEntry& act) {
  const int noun = text_.tree->group(text_.chunk(chunk).head);
  if (const int p = clauses_.predicate_at(noun); p >= 0) return named(clauses_.at(p).subjects);
  const int other = text_.tree->is(noun, "conj") ? text_.tree->dependent(noun, "amod") : -1;
  if (other >= 0 && text_.key(other) == "other")  // "X and other *opponents* of the bill"
    return named({text_.chunk_of[static_cast<std::size_t>(text_.tree->head(noun))]});
  if (text_.tree->is(noun, "appos") && act.particle.empty())  // "X, a *sponsor* of the bill"
    return cast_.members_at(line_, text_.chunk_of[static_cast<std::size_t>(text_.tree->head(noun))]);
  const int host = text_.tree->head(noun);
  if (act.particle.empty() || host < 0) return {};
  if (const int p = clauses_.predicate_at(host); p >= 0) {
    const bool passive = clauses_.at(p).passive;
    return named(passive ? in_role(clauses_.at(p), Role{RoleKind::Oblique, "by"}) : clauses_.at(p).subjects);
  }
  const int group = text_.chunk_of[static_cast<std::size_t>(host)];
  return text_.is(group, ChunkKind::Nouns) ? owners_of(group) : std::vector<int>{};
}

}  // namespace demarche
