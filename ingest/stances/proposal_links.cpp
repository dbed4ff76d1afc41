// A link stands where the words of a mention say so: what it answers, replaces or belongs to is named behind
// it ("a response *to the offer*", "a clause *of the treaty*"), else it is the last proposal before it that
// can be meant.
#include "ingest/stances/proposal_links.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace demarche {
namespace {

constexpr int longest_name = 8;  // words
constexpr int nested_reach = 4;  // words between a preposition and the proposal that it governs

class Finder {
 public:
  Finder(const Proposals& proposals, const std::vector<Shallow>& texts, const ProposalWords& words)
      : proposals_(proposals), texts_(texts), words_(words) {}

  std::vector<ProposalLink> run() {
    for (int p = 0; p < static_cast<int>(proposals_.all().size()); ++p) {
      if (!found(p).live) continue;
      for (const ProposalMention& mention : found(p).mentions) read(p, mention);
    }
    return std::move(links_);
  }

 private:
  [[nodiscard]] const FoundProposal& found(int p) const {
    return proposals_.all()[static_cast<std::size_t>(p)];
  }
  [[nodiscard]] const Shallow& text(const ProposalMention& mention) const {
    return texts_[static_cast<std::size_t>(mention.line)];
  }

  void read(int p, const ProposalMention& mention);
  void add(int p, LinkKind relation, int q, const ProposalMention& mention);
  [[nodiscard]] bool says_answer(const ProposalMention& mention) const;
  [[nodiscard]] int behind(int p, const ProposalMention& mention,
                           std::initializer_list<std::string_view> prepositions) const;
  [[nodiscard]] int whole_of(int p, const ProposalMention& mention) const;
  [[nodiscard]] int before(int p, const ProposalMention& mention, LinkKind relation) const;

  const Proposals& proposals_;
  const std::vector<Shallow>& texts_;
  const ProposalWords& words_;
  std::vector<ProposalLink> links_;
  std::set<std::tuple<int, LinkKind, int>> known_;
};

void Finder::add(int p, LinkKind relation, int q, const ProposalMention& mention) {
  if (q < 0 || q == p || !known_.emplace(p, relation, q).second) return;
  links_.push_back({p, relation, q, mention.line, mention.first, mention.last});
}

// "counter-proposal", "a counter offer", "a response to", "an alternative to".
bool Finder::says_answer(const ProposalMention& mention) const {
  const Shallow& here = text(mention);
  for (int i = mention.core_first; i <= mention.core_last; ++i)
    if (words_.word(here.key(i)).answering) return true;
  return false;
}

// The proposal that the mention names behind one of these prepositions; -1 for none.
int Finder::behind(int p, const ProposalMention& mention,
                   std::initializer_list<std::string_view> prepositions) const {
  const Shallow& here = text(mention);
  for (int i = mention.head + 1; i < std::min(mention.last, here.line->size() - 1); ++i) {
    if (!is_one_of(here.key(i), prepositions)) continue;
    for (int q = 0; q < static_cast<int>(proposals_.all().size()); ++q)
      for (const ProposalMention& other : found(q).mentions) {
        const bool governed = other.line == mention.line && other.first > i && other.head <= i + nested_reach;
        if (found(q).live && q != p && governed) return q;
      }
  }
  return -1;
}

// "a clause *of the treaty*", "an amendment *to the bill*", "cuts as part *of the plan*".
int Finder::whole_of(int p, const ProposalMention& mention) const {
  const Shallow& here = text(mention);
  const bool is_part = words_.word(here.key(mention.head)).piece;
  if (is_part) return behind(p, mention, {"of", "in", "to", "from", "under", "within"});
  for (int i = mention.core_last + 1; i + 2 < std::min(here.line->size(), mention.last + 6); ++i)
    if (is_one_of(here.key(i), {"part", "parts"}) && here.key(i + 1) == "of")
      for (int q = 0; q < static_cast<int>(proposals_.all().size()); ++q)
        for (const ProposalMention& other : found(q).mentions) {
          const bool follows =
              other.line == mention.line && other.head > i && other.core_first <= i + nested_reach;
          if (found(q).live && q != p && follows) return q;
        }
  return -1;
}

// The last proposal named before the mention that it can answer or replace; -1 for none.
int Finder::before(int p, const ProposalMention& mention, LinkKind relation) const {
  int best = -1, best_line = -1, best_word = -1;
  for (int q = 0; q < static_cast<int>(proposals_.all().size()); ++q) {
    if (q == p || !found(q).live) continue;
    for (const ProposalMention& other : found(q).mentions) {
      const bool precedes =
          other.line < mention.line || (other.line == mention.line && other.last < mention.first);
      const bool answerable = other.noun && other.noun->family != Family::Demand;
      const bool same_kind = relation == LinkKind::Counters
                                 ? answerable
                                 : other.noun && mention.noun && other.noun->family == mention.noun->family;
      const bool same_owner = !other.owners.empty() && other.owners == mention.owners;
      if (!precedes || other.is_clause || !same_kind || (same_owner && relation == LinkKind::Counters))
        continue;
      if (std::pair(other.line, other.first) <= std::pair(best_line, best_word)) continue;
      best = q;
      best_line = other.line;
      best_word = other.first;
    }
  }
  return best;
}

void Finder::read(int p, const ProposalMention& mention) {
  const bool is_first = &mention == &found(p).mentions.front();
  if (says_answer(mention)) {
    const int named = behind(p, mention, {"to", "for"});
    if (named >= 0 || is_first)
      add(p, LinkKind::Counters, named >= 0 ? named : before(p, mention, LinkKind::Counters), mention);
  }
  if (mention.renewed && is_first) {
    const int named = behind(p, mention, {"of", "to"});
    add(p, LinkKind::Revises, named >= 0 ? named : before(p, mention, LinkKind::Revises), mention);
  }
  add(p, LinkKind::PartOf, whole_of(p, mention), mention);
}

// How well a mention says what the proposal is.
int telling(const ProposalMention& mention) {
  const int described = std::min<int>(static_cast<int>(mention.topic.size()), longest_name);
  const bool counts = mention.points || !mention.numbers.empty();
  const bool of_points = mention.noun && mention.noun->noun == "point";  // "four of *its points*"
  return (counts ? 200 : 0) + (mention.owners.empty() ? 0 : 100) + described - (mention.in_title ? 50 : 0) -
         (of_points ? 150 : 0);
}

}  // namespace

std::vector<ProposalLink> find_proposal_links(const Proposals& proposals, const std::vector<Shallow>& texts,
                                              const ProposalWords& words) {
  return Finder(proposals, texts, words).run();
}

std::string proposal_name(const FoundProposal& proposal, const std::vector<Shallow>& texts) {
  const auto& mentions = proposal.mentions;
  const auto best = std::max_element(mentions.begin(), mentions.end(),
                                     [](const auto& a, const auto& b) { return telling(a) < telling(b); });
  const Shallow& text = texts[static_cast<std::size_t>(best->line)];
  int first = best->partial ? best->core_first : best->first;
  const bool joined = first < best->last && text.key(first + 1) == "-";  // "*no*-confidence motion"
  if (first < best->last && !joined && text.tag(first).tag == Tag::Determiner) ++first;
  int last = best->last;
  if (!best->is_clause && last - first >= longest_name)
    last = std::max(best->core_last, first + longest_name - 1);
  while (last > best->core_last && !is_nominal(text.tag(last).tag)) --last;  // no name ends in "to" or "the"
  return text.written(first, last);
}

}  // namespace demarche
