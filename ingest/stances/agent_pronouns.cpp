// Whom a word stands for that names nobody: "it" by the clause that it stands in, "we", "his country".
#include <algorithm>

#include "ingest/stances/agents.h"

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
  int above = clauses_.predicate_at(text_.tree->head(root));
  const bool completes = text_.tree->is(root, "ccomp");
  const int mark = clauses_.at(own).subordinator;
  const bool concedes = above >= 0 && mark >= 0 && is_one_of(text_.key(mark), {"though", "although"});
  if (concedes && clauses_.at(above).hangs == Hangs::Reported && clauses_.at(above).governor >= 0)
    above = clauses_.at(above).governor;  // "X agrees that the unit should go, though *it* will not"
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
  if (are_unnamed_sources(groups.front())) return {};  // "*they* are to discuss it, sources said"
  std::vector<int> members = named(groups);
  const std::string_view tag = text_.tree->at(text_.chunk(groups.front()).head).xpos;
  if (text_.key(group.head) == "it" && tag == "NNS") return {};  // "analysts said *it* would reject the bid"
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

// "*her office* received it": she did.
std::vector<int> AgentFinder::holder_of_office(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  const bool own = group.head == group.first + 1 && text_.key(group.head) == "office" &&
                   is_one_of(text_.key(group.first), {"his", "her"});
  return own ? cast_.owners_meant(line_, group.first) : std::vector<int>{};
}

// "X confirmed that *its directors* had received it": X, as who stands for it acts as it.
std::vector<int> AgentFinder::body_of_board(int chunk) {
  const Chunk& group = text_.chunk(chunk);
  const bool own = group.head == group.first + 1 && text_.key(group.first) == "its" &&
                   is_one_of(text_.key(group.head), {"board", "directors", "management"});
  if (!own) return {};
  auto owners = cast_.owners_meant(line_, group.first);
  const int m = cast_.mention_at(line_, group.head);
  std::erase_if(owners, [&](int owner) {
    const CastMember& body = cast_.members()[static_cast<std::size_t>(owner)];
    const bool is_body = body.kind == ActorKind::Organisation || body.kind == ActorKind::Unknown;
    return !is_body || body.is_official() || (m >= 0 && cast_.member_of(m) == owner);
  });
  if (owners.size() != 1) return {};
  if (m >= 0) cast_.add_mention(m, owners.front());
  return owners;
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

}  // namespace demarche
