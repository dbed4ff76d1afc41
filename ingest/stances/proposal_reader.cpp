// A mention is the group of nouns with the prepositional groups and the infinitive that follow it. What it is
// about are its nouns, adjectives and verbs, less those that any proposal may bear, and its actors.
#include "ingest/stances/proposal_reader.h"

#include <algorithm>
#include <string_view>

#include "ingest/stances/points.h"

namespace demarche {
namespace {

constexpr int longest_proposal = 14;  // words

template <class T>
void make_set(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// "taxes" and "tax" as one word.
std::string singular(std::string key) {
  if (key.size() > 4 && key.ends_with("ies")) return key.substr(0, key.size() - 3) + "y";
  if (key.size() > 4 && (key.ends_with("xes") || key.ends_with("ses") || key.ends_with("shes")))
    return key.substr(0, key.size() - 2);
  if (key.size() > 3 && key.ends_with('s') && !key.ends_with("ss")) key.pop_back();
  return key;
}

// "*points* of the plan", "*articles* in the draft".
bool is_piece_of_text(std::string_view head) {
  return is_one_of(head, {"points", "articles", "clauses"});
}

// "*four points* of the plan".
bool counts_pieces(const Shallow& text, int chunk) {
  return text.tag(text.chunk(chunk).first).tag == Tag::Number && is_piece_of_text(text.head_key(chunk));
}

bool leads_away(std::string_view preposition) {
  return is_one_of(preposition, {"after", "before", "during", "despite", "without", "following", "amid",
                                 "since", "through", "until", "because", "under", "as", "off"});
}

// "rejected it | *by 81 votes*", "debated the plan | *with France*": what the tree hangs on the verb, of the
// prepositions that seldom say what a proposal is about.
bool is_of_verb(const Shallow& text, int head, int preposition) {
  const std::string& mark = text.head_key(preposition);
  const int noun = text.chunk(preposition + 1).head;
  const bool is_place = text.line->style == Style::Prose && text.word(noun).shape == Shape::Capital;
  const bool is_vote = is_one_of(text.key(noun), {"referendum", "vote", "ballot", "poll", "plebiscite"});
  const bool of_manner = mark == "in" && (is_place || is_vote);
  const bool of_count = mark == "by" && text.tag(text.chunk(preposition + 1).first).tag == Tag::Number;
  const bool of_circumstance = is_one_of(mark, {"with", "at", "within", "over"});
  if (!text.tree || !(of_manner || of_count || of_circumstance)) return false;
  int word = text.tree->group(noun);
  while (word > head) word = text.tree->head(word);
  return word < head;
}

// "the statute | in *Sunday's* vote", "the levy | on *2* November": when, and not what it is about.
bool tells_when(const Shallow& text, int chunk) {
  const Chunk& group = text.chunk(chunk);
  const int next = group.last + 1;
  const bool is_day = group.first == group.last && text.tag(group.head).tag == Tag::Number &&
                      next < text.line->size() && text.tag(next).facts->is(WordClass::Month);
  return is_day || text.tag(group.first).facts->is(WordClass::Weekday);
}

// "*eight* of the 11 points".
bool counts_some(const Shallow& text, int chunk) {
  const Chunk& group = text.chunk(chunk);
  return group.first == group.last && text.tag(group.head).tag == Tag::Number &&
         !text.tag(group.head).facts->is(WordClass::Unit);
}

int verb_of_argument(const Shallow& text, int word) {
  const bool is_argument = text.tree && text.tree->is_any(word, {"nsubj", "obj", "iobj"});
  return is_argument ? text.tree->head(word) : -1;
}

}  // namespace

// Whether a group only holds the one behind its "of": "a set of", "13 of".
bool ProposalReader::holds_next(int line, int chunk) const {
  const Shallow& here = text(line);
  const bool follows = here.is(chunk + 1, ChunkKind::Preposition) && here.is(chunk + 2, ChunkKind::Nouns);
  if (!follows) return false;
  if (here.head_key(chunk + 1) == "in") {  // "the points *in* the draft"
    return is_piece_of_text(here.head_key(chunk)) && noun_at(line, chunk + 2);
  }
  return (counts_some(here, chunk) || words_.word(here.head_key(chunk)).container) &&
         here.head_key(chunk + 1) == "of";
}

int ProposalReader::core_chunk(int line, int chunk) const {
  const Shallow& here = text(line);
  int core = chunk;
  for (int holder = chunk; holds_next(line, holder); holder += 2) {  // "13 of the 16 articles of the text"
    const ProposalNoun* held = words_.find(here, here.chunk(holder + 2).head);
    const ProposalNoun* own = words_.find(here, here.chunk(core).head);
    const bool says_kind = own && !own->weak && held && held->weak;  // "a package of cuts"
    if (held && !says_kind) core = holder + 2;
  }
  return core;
}

const ProposalNoun* ProposalReader::noun_at(int line, int chunk) const {
  const Chunk& core = text(line).chunk(core_chunk(line, chunk));
  const bool is_none = is_verb_form(line, core) || is_on_telephone(line, core) || is_attempt(line, core);
  return is_none ? nullptr : words_.find(text(line), core.head);
}

// "its bid *to capture* the presidency".
bool ProposalReader::is_attempt(int line, const Chunk& group) const {
  const Shallow& here = text(line);
  const bool bids = is_one_of(here.key(group.head), {"bid", "bids"});
  for (int i = group.head + 1; bids && i + 1 < here.line->size() && i <= group.head + 3; ++i)
    if (here.key(i) == "to") return words_.word(here.key(i + 1)).attempted;
  return false;
}

// "her call *with* the premier", "a *video* call".
bool ProposalReader::is_on_telephone(int line, const Chunk& group) const {
  const Shallow& here = text(line);
  if (!is_one_of(here.key(group.head), {"call", "calls"})) return false;
  const bool by_wire = group.head > group.first &&
                       is_one_of(here.key(group.head - 1), {"video", "phone", "telephone", "conference"});
  return by_wire || (group.head + 1 < here.line->size() && here.key(group.head + 1) == "with");
}

// "The bank *plans* to lend, its chairman said": a verb that was taken for a noun behind its subject.
bool ProposalReader::is_verb_form(int line, const Chunk& group) const {
  const Shallow& here = text(line);
  if (!here.tree || !is_one_of(here.key(group.head), {"plans", "bids", "offers", "calls"})) return false;
  if (group.head + 1 >= here.line->size()) return false;
  const std::string& next = here.key(group.head + 1);
  if (next != (here.key(group.head) == "calls" ? "for" : "to")) return false;
  const bool main = here.tree->is_any(group.head, {"root", "ccomp", "parataxis", "acl", "conj"});
  if (here.is_owned(group.first, group.head)) return false;
  for (int i = group.first; i < group.head; ++i)
    if (here.tag(i).tag == Tag::Adjective && !main) return false;
  const int governor = here.tree->head(group.head);
  const bool says = governor >= 0 && here.tag(governor).facts->is(WordClass::Report);
  return group.head > group.first && (main || (says && here.tree->is(group.head, "nsubj")));
}

bool ProposalReader::is_for_something(int line, int chunk) const {
  return text(line).is(chunk + 1, ChunkKind::Preposition) && text(line).head_key(chunk + 1) == "for";
}

bool ProposalReader::is_called_proposed(int line, int chunk) const {
  const Chunk& group = text(line).chunk(chunk);
  const ProposalNoun* noun = words_.find(text(line), group.head);
  if (noun && noun->family == Family::Talks) return false;  // "the *planned* summit" takes place
  if (group.head > group.first &&
      words_.word(text(line).key(group.head - 1) + " " + text(line).key(group.head)).never)
    return false;
  for (int i = group.first; i < group.head; ++i)
    if ((words_.word(text(line).key(i)).proposed && (text(line).key(i) != "pending" || i > group.first)) ||
        text(line).key(i) == "point")
      return true;  // "11-point text"
  return is_proposed_behind(line, chunk);
}

// "the rules *proposed* by the agency", "changes *drafted* in May".
bool ProposalReader::is_proposed_behind(int line, int chunk) const {
  const Shallow& here = text(line);
  const int next = here.chunk(chunk).last + 1;
  if (!here.tree || next >= here.line->size() || here.tree->head(next) != here.chunk(chunk).head)
    return false;
  return here.tree->at(next).xpos == "VBN" && here.tree->is(next, "acl") &&
         words_.word(here.tree->at(next).lemma).proposing;
}

bool ProposalReader::is_partial(int line, int chunk) const {
  const Shallow& here = text(line);
  const std::string& opening = here.key(here.chunk(chunk).first);
  const bool some = opening == "some" || opening == "most" || here.head_key(chunk) == "others";
  const bool part =
      words_.word(here.head_key(chunk)).part || counts_some(here, chunk) || counts_pieces(here, chunk);
  const int before = here.chunk(chunk).first - 2;  // "accepted *most of* the plan"
  if (before >= 0 && here.key(before + 1) == "of" && is_one_of(here.key(before), {"most", "much", "half"}))
    return true;
  const int mark = here.chunk(chunk).last + 1;
  const int behind = mark + 4;  // "all *of the bill except* four articles"
  for (int i = mark; i <= behind && i < here.line->size(); ++i)
    if (is_one_of(here.key(i), {"except", "excepting"})) return true;
  return some || (part && here.is(chunk + 1, ChunkKind::Preposition) && here.head_key(chunk + 1) == "of");
}

// "presented the draft *to negotiators*".
bool ProposalReader::is_recipient(int line, int chunk, int preposition) const {
  const Shallow& here = text(line);
  if (here.head_key(preposition) != "to") return false;
  const Predicate* predicate = predicate_over(line, chunk);
  if (!predicate) return false;
  const Chunk& verbs = here.chunk(predicate->chunk);
  if (verbs.lemma != "offer" && !here.tag(verbs.head).facts->is(WordClass::Offering)) return false;
  const std::string& whom = here.head_key(preposition + 1);
  return actor_words_.find(whom).group || is_one_of(whom, {"those", "them", "everyone", "anyone"}) ||
         !cast_.members_at(line, preposition + 1).empty();
}

int ProposalReader::put_forward_in(int line) const {
  const Shallow& here = text(line);
  for (const Predicate& predicate : clauses_[static_cast<std::size_t>(line)].predicates()) {
    if (!words_.word(here.chunk(predicate.chunk).lemma).proposing || predicate.passive) continue;
    for (int object : predicate.objects)
      if (is_one_of(here.key(here.chunk(object).first), {"a", "an"})) return object;
  }
  return -1;
}

// "answered the draft *with a treaty* of their own".
bool ProposalReader::answers_with(int line, int chunk, int preposition) const {
  if (text(line).head_key(preposition) != "with") return false;
  const Predicate* predicate = predicate_over(line, chunk);
  return predicate &&
         is_one_of(text(line).chunk(predicate->chunk).lemma,
                   {"answer", "counter", "meet", "greet", "match", "replace", "top", "confront"});
}

// The last word of what belongs to the mention behind its head: prepositional groups and an infinitive.
int ProposalReader::extent_end(int line, int chunk) const {
  const Shallow& here = text(line);
  const int first = here.chunk(chunk).first;
  int end = here.chunk(chunk).last;
  bool in_infinitive = false;
  for (int c = chunk + 1; c < here.size(); ++c) {
    const Chunk& next = here.chunk(c);
    if (next.last - first >= longest_proposal) break;
    if (next.kind == ChunkKind::Preposition && here.is(c + 1, ChunkKind::Nouns)) {
      const bool particle =
          here.tree && here.tree->is(next.head, "compound:prt") && here.tree->head(next.head) < first;
      const bool tells_how = words_.word(here.head_key(c) + " " + here.head_key(c + 1)).circumstance;
      if (particle || tells_how || answers_with(line, chunk, c) || leads_away(here.head_key(c)) ||
          is_of_verb(here, here.chunk(chunk).head, c) || is_recipient(line, chunk, c) ||
          tells_when(here, c + 1))
        break;
      c = clauses_[static_cast<std::size_t>(line)].joined(c + 1).back();
      if (here.chunk(c).last - first >= longest_proposal) break;
      end = here.chunk(c).last;
    } else if (next.kind == ChunkKind::Verbs && next.infinitive && !in_infinitive && next.head >= 0) {
      in_infinitive = true;
      end = next.last;
    } else if (next.kind == ChunkKind::Nouns && in_infinitive) {
      end = next.last;
    } else {
      break;
    }
  }
  return end;
}

// "its offer *of 8.10* crowns" beside "a bid *of 8.75* crowns a share".
bool ProposalReader::is_price(const ProposalMention& mention, int number) const {
  const Shallow& here = text(mention.line);
  const bool is_offer = mention.noun && mention.noun->family == Family::Offer;
  const bool of_it = number == mention.head + 2 && here.key(mention.head + 1) == "of";
  return is_offer && of_it && number < mention.last && here.key(number).find('.') != std::string::npos &&
         here.tag(number + 1).facts->is(WordClass::Unit);
}

// What a number counts: "billion", "share" (a price), "pct"; its own name where nothing is said.
std::string ProposalReader::unit_behind(const ProposalMention& mention, int number) const {
  const Shallow& here = text(mention.line);
  std::string unit;
  for (int i = number + 1; i <= std::min(mention.last, number + 8); ++i) {
    const std::string& key = here.key(i);
    if (key == "share" || key == "share-offer") return "share";
    if (is_one_of(key, {"mln", "million", "bln", "billion", "pct", "percent", "point", "points"}) &&
        unit.empty())
      unit = key;
    if (here.tag(i).tag == Tag::Number && unit.empty() && !here.tag(i).facts->is(WordClass::Unit)) break;
  }
  if (!unit.empty())
    return unit.front() == 'm' ? "million" : unit.front() == 'b' ? "billion" : unit.substr(0, 3);
  if (is_price(mention, number)) return "share";
  const bool year = here.key(number).size() == 4 && here.key(number).find(',') == std::string::npos;
  return year ? "year" : "many";
}

void ProposalReader::count(ProposalMention& mention) const {
  const Shallow& here = text(mention.line);
  const bool of_pieces = mention.core_first > mention.first + 1 &&
                         is_piece_of_text(here.key(mention.core_first - 2)) &&
                         here.tag(mention.first).tag == Tag::Number;
  for (int i = mention.first; i <= mention.last; ++i) {
    if (here.tag(i).tag != Tag::Number || here.tag(i).facts->is(WordClass::Unit) || here.key(i) == "one")
      continue;
    if (i + 1 < mention.core_first && is_piece_of_text(here.key(i + 1))) continue;  // "*four* points of it"
    const std::string unit = unit_behind(mention, i);
    if (i <= mention.core_last || unit == "share") mention.numbers.push_back(here.key(i) + " " + unit);
  }
  if (!of_pieces) mention.points = points_said(here, mention);
  make_set(mention.numbers);
}

// "the counter-proposal, called *the Twin Socket*": the group of the name; -1 for none.
int ProposalReader::name_given(const ProposalMention& mention) const {
  const Shallow& here = text(mention.line);
  if (mention.is_clause) return -1;
  int c = here.chunk_of[static_cast<std::size_t>(mention.last)] + 1;
  if (here.is(c, ChunkKind::Comma)) ++c;
  if (!here.is(c, ChunkKind::Verbs) ||
      !is_one_of(here.head_key(c), {"called", "known", "dubbed", "named", "titled", "entitled", "termed"}))
    return -1;
  ++c;
  if (here.is(c, ChunkKind::Preposition) && here.head_key(c) == "as") ++c;
  const bool named = here.is(c, ChunkKind::Nouns) && here.word(here.chunk(c).head).shape != Shape::Lower;
  return named ? c : -1;
}

void ProposalReader::describe_by_name(ProposalMention& mention) const {
  const Shallow& here = text(mention.line);
  const Chunk& name = here.chunk(mention.called);
  for (int i = name.first; i <= name.last; ++i) {
    if (here.tag(i).tag == Tag::Number) mention.numbers.push_back(here.key(i) + " many");
    if (here.tag(i).tag == Tag::Noun) mention.topic.push_back(singular(here.key(i)));
  }
}

void ProposalReader::describe(ProposalMention& mention) const {
  const Shallow& here = text(mention.line);
  std::vector<bool> named(static_cast<std::size_t>(here.line->size()), false);
  for (int m : cast_.mentions_in(mention.line)) {
    const Mention& actor = cast_.mentions()[static_cast<std::size_t>(m)];
    if (actor.first < mention.first || actor.last > mention.last) continue;
    const bool described = actor.form == MentionForm::Described;
    const bool owns =
        std::find(mention.owners.begin(), mention.owners.end(), cast_.member_of(m)) != mention.owners.end();
    if (described && !owns) continue;
    if (!described) mention.actors.push_back(cast_.member_of(m));
    for (int i = actor.first; i <= actor.last; ++i) named[static_cast<std::size_t>(i)] = true;
  }
  const ProposalWord& named_by = words_.word(here.key(mention.head));
  mention.counters = named_by.answering && named_by.apart;
  for (int i = mention.core_first; i < mention.head; ++i) mention.own |= here.key(i) == "own";
  for (int i = mention.core_first; i < mention.head; ++i)
    mention.counters |= is_one_of(here.key(i), {"rival", "competing", "counter", "alternative"});
  const bool takes_place = mention.noun && mention.noun->family == Family::Talks;  // "the *planned* summit"
  for (int i = mention.first; i <= mention.last; ++i) {
    const ProposalWord& word = words_.word(here.key(i));
    if (i < mention.head || mention.is_clause) {
      mention.apart |= word.apart || word.past;
      mention.past |= word.past;
      mention.original |= word.original;
      mention.renewed |= word.renewed;
      if (word.renewed) mention.renewal = here.key(i);
      mention.compared |= word.compared;
      const bool awaits = here.key(i) == "pending" && i == mention.first;  // "approved, *pending* review"
      mention.proposed |= word.proposed && !awaits && !takes_place;
      mention.drafted |= here.key(i) == "draft";
    }
    const Tag tag = here.tag(i).tag;
    if (tag != Tag::Noun && tag != Tag::Adjective && tag != Tag::Verb) continue;
    const bool measured = i > mention.core_first + 1 && here.tag(i - 1).tag == Tag::Hyphen &&
                          here.tag(i - 2).tag == Tag::Number;  // "the ten-*week* bill"
    const bool tells = !word.dull && !word.apart && !word.past && !word.renewed && !word.compared &&
                       !word.container && !named[static_cast<std::size_t>(i)] && here.key(i).size() > 2;
    const bool is_head = i == mention.head && mention.noun;
    if (!tells || (is_head && !mention.noun->says_matter())) continue;
    auto& topic = i > mention.head ? mention.behind : mention.topic;
    mention.measured &= i >= mention.head || measured;
    topic.push_back(is_head ? mention.noun->sense : singular(here.key(i)));
  }
  if (mention.head > mention.first) mention.beside = singular(here.key(mention.head - 1));
  mention.called = name_given(mention);
  if (mention.called >= 0) describe_by_name(mention);
  make_set(mention.numbers);
  make_set(mention.topic);
  make_set(mention.behind);
  make_set(mention.actors);
}

// What has a giver rather than a matter behind "of": a request, a proposal.
bool ProposalReader::is_put_by_somebody(const ProposalMention& mention) {
  if (!mention.noun || mention.noun->weak || mention.noun->ownership == Ownership::None) return false;
  const bool suggested = mention.noun->family == Family::Plan &&
                         is_one_of(mention.noun->verb, {"propose", "recommend", "suggest"});
  return suggested || is_one_of(mention.noun->sense, {"request", "demand", "call"});
}

// "a plan *of its own*": whose it is.
std::vector<int> ProposalReader::own_makers(int line, int chunk) const {
  const Shallow& here = text(line);
  const int of = here.chunk(chunk).last + 1;
  const bool own = of + 2 < here.line->size() && here.key(of) == "of" && here.key(of + 2) == "own" &&
                   here.tag(of + 1).facts->is(WordClass::Owner);
  return own ? cast_.owners_meant(line, of + 1) : std::vector<int>{};
}

// "an offer *for X*", "a bid to buy all of *X's* stock": who is named behind it, but for who makes it or is
// to take it.
std::vector<int> ProposalReader::sought_by_offer(const ProposalMention& mention) const {
  const Shallow& here = text(mention.line);
  std::vector<int> sought;
  bool counts = false;
  for (int i = mention.head + 1; i <= mention.last; ++i) {
    const Tag tag = here.tag(i).tag;
    if (tag == Tag::To) counts = true;
    if (tag == Tag::Preposition)
      counts = is_one_of(here.key(i), {"for", "against"}) || (counts && here.key(i) == "of");
    const int m = counts ? cast_.mention_at(mention.line, i) : -1;
    const bool names = m >= 0 && cast_.mentions()[static_cast<std::size_t>(m)].form == MentionForm::Name;
    if (names) sought.push_back(cast_.member_of(m));
  }
  make_set(sought);
  return sought;
}

// What acts on this group, as its object: "*renewed* its offer"; nullptr for none.
const Predicate* ProposalReader::predicate_over(int line, int chunk) const {
  for (const Predicate& predicate : clauses_[static_cast<std::size_t>(line)].predicates())
    if (!predicate.passive && predicate.has_object(chunk)) return &predicate;
  return nullptr;
}

// Those who act on this group: "*X* renewed its offer".
std::vector<int> ProposalReader::subjects_over(int line, int chunk) const {
  std::vector<int> members;
  if (const Predicate* predicate = predicate_over(line, chunk))
    for (int subject : predicate->subjects)
      for (int member : cast_.members_at(line, subject)) members.push_back(member);
  return members;
}

// "the plan *that Norway and Denmark submitted*": who put it forward.
std::vector<int> ProposalReader::subjects_of_relative(int line, int head) const {
  const Shallow& here = text(line);
  const auto& clauses = clauses_[static_cast<std::size_t>(line)];
  const int root = here.tree ? here.tree->dependent(head, "acl:relcl") : -1;
  const int p = root < 0 ? -1 : clauses.predicate_at(root);
  if (p < 0 || clauses.at(p).passive || !clauses.at(p).finite) return {};
  const Chunk& verbs = here.chunk(clauses.at(p).chunk);
  const int object = here.tree->dependent(root, "obj");
  const bool is_object = object >= 0 && is_one_of(here.key(object), {"that", "which"});
  if (!is_object || verbs.negated || verbs.modal >= 0) return {};
  if (!here.tag(verbs.head).facts->is(WordClass::Offering)) return {};
  std::vector<int> members;
  for (int subject : clauses.at(p).subjects)
    for (int member : cast_.members_at(line, subject)) members.push_back(member);
  return members;
}

// Whether it is put forward here, as a fact: "has already *made* such a proposal".
bool ProposalReader::is_made_here(int line, int chunk) const {
  const Predicate* predicate = predicate_over(line, chunk);
  if (!predicate || !predicate->finite || predicate->hangs == Hangs::Reported) return false;
  const Chunk& verbs = text(line).chunk(predicate->chunk);
  return !verbs.negated && verbs.modal < 0 && text(line).tag(verbs.head).facts->is(WordClass::Offering);
}

// Nobody bids for himself: "*X* renewed its offer for Y" is X's, whomever else "its" could mean.
void ProposalReader::part_owner_from_sought(ProposalMention& mention, int chunk) const {
  const auto is_sought = [&mention](int owner) {
    return std::find(mention.sought.begin(), mention.sought.end(), owner) != mention.sought.end();
  };
  const Shallow& here = text(mention.line);
  const int mark = here.possessive_mark(mention.core_first, mention.head);
  const bool described = mark > 0 && here.word(mark - 1).shape == Shape::Lower;  // "*the firm's* bid"
  const bool by_mark =
      mention.surely_owned && !described && !here.tag(mention.core_first).facts->is(WordClass::Owner);
  if (by_mark || std::none_of(mention.owners.begin(), mention.owners.end(), is_sought)) return;
  std::erase_if(mention.owners, is_sought);
  if (mention.owners.empty()) mention.owners = subjects_over(mention.line, chunk);
  std::erase_if(mention.owners, is_sought);
}

// "*Merchant* demand rose", "the demand *of banks*": what is bought, and asked of nobody.
bool ProposalReader::is_of_market(const ProposalMention& mention) const {
  if (!mention.noun || mention.noun->noun != "demand" || mention.noun->plural) return false;
  const Shallow& here = text(mention.line);
  const bool determined = here.tag(mention.core_first).tag == Tag::Determiner;
  if (!mention.surely_owned) return !determined && here.line->style == Style::Prose;
  const int of = mention.head + 1;
  const bool owned_before = here.is_owned(mention.core_first, mention.head);
  const bool counts = here.key(mention.core_first) != "the";  // "*a* demand of the traders" is asked for
  if (counts || owned_before || of > mention.last || here.key(of) != "of") return false;
  for (int i = of; i <= mention.last; ++i)
    if (is_one_of(here.key(i), {"for", "that", "to"})) return false;
  return true;
}

// "*the nation's* yearly budget": a land has a budget to spend from; only its government drafts one.
void ProposalReader::drop_land_of_budget(ProposalMention& mention) const {
  if (!mention.noun || mention.noun->noun != "budget" || mention.proposed) return;
  std::erase_if(mention.owners, [this](int owner) {
    const CastMember& one = cast_.members()[static_cast<std::size_t>(owner)];
    const bool named_land = one.kind == ActorKind::State || one.kind == ActorKind::Place;
    return named_land || std::any_of(one.mentions.begin(), one.mentions.end(), [this](int m) {
             const Mention& called = cast_.mentions()[static_cast<std::size_t>(m)];
             return is_one_of(text(called.line).key(called.head), {"nation", "country"});
           });
  });
}

// Whose a mention is when somebody stands before its noun: a draft has whoever drafted it, also of what is
// else held together.
Ownership ProposalReader::ownership_of(int line, int core_first, const ProposalMention& mention) const {
  const Ownership own = mention.noun ? mention.noun->ownership : Ownership::Possessive;
  if (own == Ownership::Any) return own;
  for (int i = core_first + 1; i < mention.head; ++i)
    if (text(line).key(i) == "draft") return Ownership::Adjective;
  return own;
}

ProposalMention ProposalReader::read(int line, int chunk) {
  const Shallow& here = text(line);
  const int core = core_chunk(line, chunk);
  const Chunk& group = here.chunk(core);
  const int core_first = here.chunk(here.with_price(core)).first;
  ProposalMention mention;
  mention.line = line;
  mention.first = std::min(here.chunk(chunk).first, core_first);
  mention.core_first = core_first;
  mention.head = group.head;
  mention.verb = verb_of_argument(here, group.head);
  if (mention.verb >= 0 && here.tree->is(mention.verb, "acl"))
    mention.describes = here.tree->head(mention.verb);
  if (here.tree && here.tree->is_any(group.head, {"obj", "obl", "nsubj:pass"}) &&
      here.tree->head(group.head) >= 0)
    mention.acted_on = here.tree->at(here.tree->head(group.head)).lemma;
  mention.renewing = words_.word(mention.acted_on + (mention.acted_on.ends_with('e') ? "d" : "ed")).renewed;
  const bool aside = group.head < group.last && here.tag(group.head + 1).tag == Tag::Open;
  mention.core_last = aside ? group.head : group.last;
  mention.last = aside ? group.head : extent_end(line, core);
  mention.noun = words_.find(here, mention.head);
  mention.in_title = here.line->sentence->field == Field::Title;
  mention.partial = is_partial(line, chunk);
  mention.open = words_.word(here.key(mention.first)).open;
  const bool holds_some = counts_some(here, chunk) || counts_pieces(here, chunk);
  const int opening = holds_some ? core_first : mention.first;  // "six of | *the* nine points"
  mention.definite = here.tag(opening).tag == Tag::Determiner && !mention.open;
  const bool bare = mention.first == 0 && mention.head == 0 && mention.noun && !mention.noun->plural;
  mention.definite |= bare && here.line->style == Style::Prose && mention.verb > 0;  // "*Motion* carried"
  mention.joint = mention.noun && mention.noun->ownership == Ownership::None;
  const bool rival = mention.head > core_first && words_.word(here.key(mention.head - 1)).apart;
  const Owners owners =
      owners_.before(line, core_first, mention.head,
                     rival ? Ownership::Possessive : ownership_of(line, core_first, mention));
  mention.owners = owners.members;
  mention.surely_owned = owners.possessive;
  mention.definite |= owners.possessive && !owners.members.empty();
  const Shape shape = here.word(mention.head).shape;
  const bool numbered = mention.core_last > mention.head &&  // "*Clause 4* stands part"
                        here.tag(mention.head).facts->is(WordClass::Numbered) &&
                        here.tag(mention.core_last).tag == Tag::Number;
  mention.named =
      here.line->style == Style::Prose && (mention.head > 0 || numbered) && shape == Shape::Capital;
  if (mention.owners.empty()) {
    const bool is_offer = mention.noun && mention.noun->family == Family::Offer && !mention.noun->weak;
    mention.owners = owners_.behind(line, core, {"by", "from"}, is_offer ? Reach::Far : Reach::Next);
    mention.surely_owned = true;
  }
  if (mention.owners.empty()) mention.owners = own_makers(line, core);
  if (mention.owners.empty() && is_put_by_somebody(mention))
    mention.owners = owners_.behind(line, core, {"of"});  // "the request *of Gabon*"
  if (mention.noun && mention.noun->family == Family::Offer) mention.sought = sought_by_offer(mention);
  part_owner_from_sought(mention, core);
  mention.put_to = owners_.behind(line, core, {"to"});
  const int behind = mention.last + 1;  // "and to back the Alder plan *instead*"
  mention.apart |= behind < here.line->size() && here.key(behind) == "instead" &&
                   (behind + 1 >= here.line->size() || here.key(behind + 1) != "of");
  if (is_made_here(line, core)) {
    mention.apart |= here.key(mention.first) == "such";
    if (mention.owners.empty()) mention.makers = subjects_over(line, core);
  }
  if (mention.owners.empty() && mention.definite)
    mention.submitters = subjects_of_relative(line, mention.head);
  count(mention);
  describe(mention);
  drop_land_of_budget(mention);
  if (is_of_market(mention)) mention.owners.clear();
  return mention;
}

ProposalMention ProposalReader::read_clause(int line, int first, int last) const {
  ProposalMention mention;
  mention.line = line;
  mention.first = mention.core_first = mention.head = first;
  mention.last = mention.core_last = last;
  mention.is_clause = true;
  mention.in_title = text(line).line->sentence->field == Field::Title;
  describe(mention);
  return mention;
}

}  // namespace demarche
