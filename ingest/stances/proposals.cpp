// Nouns that name proposals by themselves are taken in reading order; what only an act makes a proposal is
// taken when the act is read. A definite mention joins the last that fits it, an indefinite one only what a
// headline announced.
#include "ingest/stances/proposals.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche {
namespace {

constexpr int longest_proposal = 14;  // words
constexpr int memory = 500;           // how many proposals back one may be meant: keeps a huge text linear
constexpr int least_points = 5;       // "27 proposals" has 27 points; "two proposals" are two

bool is_container(std::string_view key) {
  return is_one_of(
      key, {"set",       "series",  "package",  "number",  "list",  "terms",     "part",       "parts",
            "detail",    "details", "text",     "version", "round", "provision", "provisions", "most",
            "one",       "some",    "elements", "aspects", "phase", "stage",     "portion",    "copy",
            "framework", "draft",   "all",      "both",    "any",   "outline",   "principles", "each",
            "clauses",   "article", "articles", "items",   "points"});
}

bool means_part(std::string_view key) {
  return is_one_of(key, {"part", "parts", "some", "most", "provision", "provisions", "elements", "aspects",
                         "phase", "stage", "portion", "clauses", "article", "articles", "items"});
}

bool is_generic(const ProposalNoun* noun) {
  return noun && is_one_of(noun->noun, {"proposal", "plan", "measure", "move", "document", "idea", "text",
                                        "term", "package", "step", "initiative", "scheme"});
}

bool sets_apart(std::string_view key) {
  return is_one_of(key, {"new", "second", "another", "third", "counter", "rival", "alternative", "revised",
                         "other", "similar", "separate", "different", "own", "further", "amended"});
}

std::vector<std::string> common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace

Proposals::Proposals(const std::vector<Shallow>& texts, const std::vector<Clauses>& clauses, Cast& cast,
                     const ProposalWords& words, const ActorWords& actor_words)
    : texts_(texts),
      clauses_(clauses),
      words_(words),
      owners_(texts, clauses, cast, actor_words),
      by_chunk_(texts.size()) {
  for (int line = 0; line < static_cast<int>(texts_.size()); ++line)
    for (int c = 0; c < texts_[static_cast<std::size_t>(line)].size(); ++c) {
      if (!texts_[static_cast<std::size_t>(line)].is(c, ChunkKind::Nouns)) continue;
      if (by_chunk_[static_cast<std::size_t>(line)].contains(c)) continue;
      const ProposalNoun* noun = noun_at(line, c);
      if (!noun || noun->weak) continue;
      ProposalMention mention = read(line, c);
      const bool market =
          noun->noun == "demand" && !noun->plural && mention.owners.empty();  // "domestic demand"
      if (!market) place(std::move(mention), c);
    }
}

// The chunk that names it: behind "of" where the first only holds it ("a set | of | 28 proposals").
int Proposals::core_chunk(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const bool holds = is_container(text.head_key(chunk)) && text.is(chunk + 1, ChunkKind::Preposition) &&
                     text.head_key(chunk + 1) == "of" && text.is(chunk + 2, ChunkKind::Nouns);
  return holds && words_.find(text, text.chunk(chunk + 2).head) ? chunk + 2 : chunk;
}

const ProposalNoun* Proposals::noun_at(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  return words_.find(text, text.chunk(core_chunk(line, chunk)).head);
}

bool Proposals::is_partial(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const std::string& opening = text.key(text.chunk(chunk).first);
  const bool some = opening == "some" || opening == "most" || text.head_key(chunk) == "others";
  return some || (means_part(text.head_key(chunk)) && text.is(chunk + 1, ChunkKind::Preposition) &&
                  text.head_key(chunk + 1) == "of");
}

bool Proposals::is_pronoun(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const Chunk& group = text.chunk(chunk);
  return group.first == group.last &&
         is_one_of(text.key(group.head),
                   {"it", "them", "this", "that", "others", "these", "those", "both", "some", "which"});
}

// The last word of what belongs to the mention behind its head: prepositional groups and an infinitive.
int Proposals::extent_end(int line, int chunk) const {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int first = text.chunk(chunk).first;
  int end = text.chunk(chunk).last;
  bool in_infinitive = false;
  for (int c = chunk + 1; c < text.size(); ++c) {
    const Chunk& next = text.chunk(c);
    if (next.last - first >= longest_proposal) break;
    if (next.kind == ChunkKind::Preposition && text.is(c + 1, ChunkKind::Nouns)) {
      if (is_one_of(text.head_key(c),
                    {"after", "before", "during", "despite", "without", "following", "amid", "since"}))
        break;
      c = clauses_[static_cast<std::size_t>(line)].joined(c + 1).back();
      if (text.chunk(c).last - first >= longest_proposal) break;
      end = text.chunk(c).last;
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

ProposalMention Proposals::read(int line, int chunk) {
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  const int core = core_chunk(line, chunk);
  ProposalMention mention;
  mention.line = line;
  mention.first = text.chunk(chunk).first;
  mention.core_first = text.chunk(core).first;
  mention.core_last = text.chunk(core).last;
  mention.head = text.chunk(core).head;
  mention.last = extent_end(line, core);
  mention.noun = words_.find(text, mention.head);
  mention.partial = is_partial(line, chunk);
  const std::string& opening = text.key(mention.first);
  mention.definite =
      text.tag(mention.first).tag == Tag::Determiner &&
      !is_one_of(opening, {"a", "an", "any", "another", "some", "no", "several", "many", "each", "every"});
  for (int i = mention.first; i <= mention.last; ++i) {
    const Tagged& tagged = text.tag(i);
    const bool counts =
        tagged.tag == Tag::Number && !is_one_of(text.key(i), {"one", "mln", "bln", "million", "billion"});
    if (counts && i <= mention.core_last) mention.numbers.push_back(text.key(i));
    const bool describes = (tagged.tag == Tag::Noun || tagged.tag == Tag::Adjective) && i != mention.head &&
                           i <= mention.core_last && !words_.find(text, i);
    if (describes) mention.content.push_back(text.key(i));
    const int value = tagged.tag == Tag::Number ? tagged.facts->value : -1;
    const bool digits = text.word(i).shape == Shape::Number && text.key(i).size() <= 3 &&
                        text.key(i).find_first_not_of("0123456789") == std::string::npos;
    const int number = digits ? std::stoi(text.key(i)) : value;
    const bool points_follow =
        (i + 2 < text.line->size() && text.key(i + 1) == "-" && text.key(i + 2) == "point") ||
        (i + 1 < text.line->size() && text.key(i + 1) == "points");
    const bool counts_proposals = i < mention.head && mention.noun && mention.noun->plural &&
                                  is_one_of(mention.noun->noun, {"proposal", "demand", "recommendation"}) &&
                                  number >= least_points && !text.tag(i).facts->is(WordClass::Unit) &&
                                  i <= mention.core_last;
    if (number > 0 && (points_follow || counts_proposals) && !mention.points) mention.points = number;
  }
  std::sort(mention.content.begin(), mention.content.end());
  std::sort(mention.numbers.begin(), mention.numbers.end());
  mention.joint = mention.noun && mention.noun->ownership == Ownership::None;
  mention.owners = owners_.before(line, text.chunk(core).first, mention.head,
                                  mention.noun ? mention.noun->ownership : Ownership::Possessive);
  if (mention.owners.empty()) mention.owners = owners_.behind(line, core, {"by", "from"});
  return mention;
}

Proposals::Likeness Proposals::compare(const ProposalMention& mention, const FoundProposal& known) const {
  bool same_noun = false, same_family = false, overlaps = false, described = false, only_title = true;
  bool same_number = false;
  for (const ProposalMention& other : known.mentions) {
    if (!other.owners.empty() && !mention.owners.empty() && other.owners != mention.owners)
      return Likeness::None;
    if (!other.numbers.empty() && !mention.numbers.empty() && common(other.numbers, mention.numbers).empty())
      return Likeness::None;
    if (other.noun && mention.noun) {
      same_noun |= other.noun->noun == mention.noun->noun;
      same_number |= other.noun->plural == mention.noun->plural;
      same_family |=
          other.noun->family == mention.noun->family || is_generic(mention.noun) || is_generic(other.noun);
    }
    overlaps |= !common(other.content, mention.content).empty();
    described |= !other.content.empty();
    only_title &= texts_[static_cast<std::size_t>(other.line)].line->sentence->field == Field::Title;
  }
  for (const std::string& word : mention.content)
    if (sets_apart(word) && !overlaps) return Likeness::None;
  const bool bare = mention.content.empty();
  const Likeness likeness = same_noun ? Likeness::SameNoun : Likeness::Family;
  if (only_title) {
    if (same_noun && (overlaps || bare || !described)) return likeness;
    if (overlaps && mention.noun) return likeness;
    if (same_family && mention.definite && (bare || !described)) return likeness;
  }
  if (!mention.definite || !same_number) return Likeness::None;
  if (same_noun) return bare || overlaps || !described ? likeness : Likeness::None;
  return same_family && (bare || overlaps) ? likeness : Likeness::None;
}

int Proposals::oldest_remembered() const {
  return std::max(0, static_cast<int>(found_.size()) - memory);
}

int Proposals::match(const ProposalMention& mention) const {
  int family = -1;
  for (int p = static_cast<int>(found_.size()) - 1; p >= oldest_remembered(); --p) {
    const Likeness likeness = compare(mention, found_[static_cast<std::size_t>(p)]);
    if (likeness == Likeness::SameNoun) return p;
    if (likeness == Likeness::Family && family < 0) family = p;
  }
  if (family >= 0) return family;
  const bool resumes = mention.definite && mention.content.empty() && mention.noun;
  if (!resumes) return -1;
  for (int p = static_cast<int>(found_.size()) - 1; p >= oldest_remembered(); --p) {
    const ProposalMention& last = found_[static_cast<std::size_t>(p)].mentions.back();
    if (last.is_clause && mention.line - last.line <= 2) return p;
  }
  return -1;
}

int Proposals::place(ProposalMention mention, int chunk) {
  int p = match(mention);
  if (p < 0) {
    p = static_cast<int>(found_.size());
    found_.emplace_back();
  }
  FoundProposal& proposal = found_[static_cast<std::size_t>(p)];
  if (mention.points && !proposal.points) proposal.points = mention.points;
  const int line = mention.line;
  const int core = chunk < 0 ? -1 : core_chunk(line, chunk);
  proposal.mentions.push_back(std::move(mention));
  if (chunk >= 0) by_chunk_[static_cast<std::size_t>(line)][chunk] = p;
  if (core >= 0) by_chunk_[static_cast<std::size_t>(line)][core] = p;
  return p;
}

int Proposals::before(int line, int word) const {
  int best = -1, best_line = -1, best_word = -1;
  for (int p = oldest_remembered(); p < static_cast<int>(found_.size()); ++p)
    for (const ProposalMention& mention : found_[static_cast<std::size_t>(p)].mentions) {
      const bool precedes = mention.line < line || (mention.line == line && mention.head < word);
      if (!precedes || line - mention.line > 2) continue;
      if (mention.line > best_line || (mention.line == best_line && mention.first > best_word)) {
        best = p;
        best_line = mention.line;
        best_word = mention.first;
      }
    }
  return best;
}

int Proposals::at(int line, int chunk) const {
  const auto& known = by_chunk_[static_cast<std::size_t>(line)];
  if (const auto found = known.find(chunk); found != known.end()) return found->second;
  if (is_pronoun(line, chunk)) return before(line, texts_[static_cast<std::size_t>(line)].chunk(chunk).first);
  return -1;
}

int Proposals::accept(int line, int chunk) {
  if (const int known = at(line, chunk); known >= 0) return known;
  if (is_pronoun(line, chunk)) return -1;
  return place(read(line, chunk), chunk);
}

int Proposals::accept_clause(int line, int first, int last) {
  for (int p = oldest_remembered(); p < static_cast<int>(found_.size()); ++p)
    for (const ProposalMention& mention : found_[static_cast<std::size_t>(p)].mentions)
      if (mention.line == line && mention.first == first && mention.is_clause) return p;
  ProposalMention mention;
  mention.line = line;
  mention.first = mention.core_first = first;
  mention.last = mention.core_last = last;
  mention.head = first;
  mention.is_clause = true;
  const Shallow& text = texts_[static_cast<std::size_t>(line)];
  for (int i = first; i <= last; ++i)
    if (text.tag(i).tag == Tag::Noun) mention.content.push_back(text.key(i));
  std::sort(mention.content.begin(), mention.content.end());
  return place(std::move(mention), -1);
}

}  // namespace demarche
