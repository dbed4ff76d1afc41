#include "ingest/stances/proposal_links.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

constexpr int longest_name = 8;  // words

// Whether its words say that it answers ("counter-proposal") or replaces ("a revised plan") another.
std::optional<LinkKind> relation_said(const ProposalMention& mention, const Shallow& text) {
  for (int i = mention.first; i <= mention.core_last; ++i) {
    const std::string_view key = text.key(i);
    if (key == "counter" || key.starts_with("counterprop") || key.starts_with("counteroff") ||
        key == "counterbid")
      return LinkKind::Counters;
    if (key == "revised" || key == "amended" || key == "updated" || key == "sweetened" || key == "improved" ||
        key == "modified")
      return LinkKind::Revises;
  }
  return std::nullopt;
}

}  // namespace

std::vector<ProposalLink> find_proposal_links(const Proposals& proposals, const std::vector<Shallow>& texts) {
  std::vector<ProposalLink> links;
  const auto& all = proposals.all();
  for (int p = 1; p < static_cast<int>(all.size()); ++p) {
    const ProposalMention& mention = all[static_cast<std::size_t>(p)].mentions.front();
    const auto relation = relation_said(mention, texts[static_cast<std::size_t>(mention.line)]);
    if (!relation) continue;
    for (int q = p - 1; q >= 0; --q) {
      const ProposalMention& before = all[static_cast<std::size_t>(q)].mentions.front();
      const bool revises_same = *relation != LinkKind::Revises ||
                                (before.noun && mention.noun && before.noun->family == mention.noun->family);
      if (before.is_clause || before.line > mention.line || !revises_same) continue;
      links.push_back({p, *relation, q, mention.line, mention.first, mention.last});
      break;
    }
  }
  return links;
}

std::string proposal_name(const FoundProposal& proposal, const std::vector<Shallow>& texts) {
  const ProposalMention* best = nullptr;
  int best_rank = -1;
  for (const ProposalMention& mention : proposal.mentions) {
    const int described = std::min<int>(static_cast<int>(mention.content.size()), longest_name);
    const int rank = (mention.points || !mention.numbers.empty() ? 200 : 0) +
                     (mention.owners.empty() ? 0 : 100) + described;
    if (rank > best_rank) {
      best = &mention;
      best_rank = rank;
    }
  }
  const Shallow& text = texts[static_cast<std::size_t>(best->line)];
  int first = best->partial ? best->core_first : best->first;
  if (first < best->last && text.tag(first).tag == Tag::Determiner) ++first;
  const int last =
      best->last - first < longest_name ? best->last : std::max(best->core_last, first + longest_name - 1);
  return text.written(first, std::min(last, best->last));
}

}  // namespace demarche
