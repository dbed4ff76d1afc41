// Two bids of one bidder are one unless they are for different targets, or amounts or words ("a higher
// offer", "a second bid") part them.
#include "ingest/stances/same_bids.h"

#include <algorithm>
#include <set>

namespace demarche {
namespace {

// "offered *to buy* the company", "offered *80 dlrs a share* for it".
bool is_bid_in_other_words(const ProposalMention& mention) {
  if (mention.is_clause) return is_one_of(mention.acted_on, {"offer", "bid", "propose"}) && mention.buys;
  return !mention.noun && mention.acted_on == "offer" && !mention.numbers.empty();
}

bool is_bid_by_name(const ProposalMention& mention) {
  if (!mention.noun || mention.noun->plural) return false;
  return (mention.noun->family == Family::Offer && !mention.joint) ||
         (mention.noun->sense == "proposal" && mention.buys);
}

bool is_told_bid(const FoundProposal& one) {
  return std::any_of(one.mentions.begin(), one.mentions.end(), [](const ProposalMention& mention) {
    return is_bid_by_name(mention) || is_bid_in_other_words(mention);
  });
}

// "their proposal".
bool is_mere_proposal(const FoundProposal& one) {
  return !one.mentions.empty() && one.topic.empty() && one.behind.empty() && one.numbers.empty() &&
         one.mentions.front().noun && one.mentions.front().noun->sense == "proposal";
}

bool is_new(const FoundProposal& one) {
  return std::any_of(one.mentions.begin(), one.mentions.end(),
                     [](const ProposalMention& mention) { return mention.is_new; });
}

bool may_be_bid(const FoundProposal& one) {
  const bool parted = one.apart || one.renewed || one.past || is_new(one);
  return one.live && !parted && !one.mentions.front().joint && (is_told_bid(one) || is_mere_proposal(one)) &&
         std::none_of(one.nouns.begin(), one.nouns.end(), [](const ProposalNoun* noun) {
           return noun->plural || noun->family == Family::Deal || noun->family == Family::Law ||
                  noun->family == Family::Talks || noun->family == Family::Demand;
         });
}

}  // namespace

SameBids::SameBids(const ReadDocument& doc, const std::vector<Stance>& found) : doc_(doc) {
  const int count = static_cast<int>(doc.proposals.all().size());
  std::vector<std::vector<int>> bidders(static_cast<std::size_t>(count));
  std::set<int> made;
  for (const Stance& stance : found)
    if (stance.relation == Relation::Proposed &&
        (stance.modality == Modality::Actual || stance.modality == Modality::Planned)) {
      bidders[static_cast<std::size_t>(stance.proposal)].push_back(stance.actor);
      if (stance.modality == Modality::Actual) made.insert(stance.proposal);
    }
  for (int p = 0; p < count; ++p) {
    if (!may_be_bid(proposal(p))) continue;
    Bid bid;
    bid.proposal = p;
    bid.bidders = std::move(bidders[static_cast<std::size_t>(p)]);
    bid.bidders.insert(bid.bidders.end(), proposal(p).owners.begin(), proposal(p).owners.end());
    bid.targets = targets_of(p, bid.bidders);
    bid.made = made.contains(p);
    bid.told = is_told_bid(proposal(p));
    bids_.push_back(std::move(bid));
  }
}

std::vector<int> SameBids::targets_of(int p, const std::vector<int>& bidders) const {
  std::vector<int> targets = proposal(p).sought;
  for (const ProposalMention& mention : proposal(p).mentions) {
    targets.insert(targets.end(), mention.put_to.begin(), mention.put_to.end());
    const bool by_verb = mention.noun ? mention.buys : is_bid_in_other_words(mention);
    if (by_verb) targets.insert(targets.end(), mention.actors.begin(), mention.actors.end());
  }
  std::erase_if(targets, [&](int one) { return doc_.proposals.are_any_kin(bidders, {one}); });
  return targets;
}

const SameBids::Bid* SameBids::bid_of(int proposal) const {
  const auto bid = std::find_if(bids_.begin(), bids_.end(),
                                [proposal](const Bid& one) { return one.proposal == proposal; });
  return bid == bids_.end() ? nullptr : &*bid;
}

// Whether all bids of its bidders whose target is known are for the same.
bool SameBids::has_one_target(const Bid& bid) const {
  const std::vector<int>* first = nullptr;
  for (const Bid& other : bids_) {
    if (other.targets.empty() || !doc_.proposals.are_any_kin(bid.bidders, other.bidders)) continue;
    if (first && !doc_.proposals.are_any_kin(*first, other.targets)) return false;
    first = &other.targets;
  }
  return true;
}

// Whether all bidders of one are, or may speak as, bidders of the other.
bool SameBids::have_same_bidders(const Bid& one, const Bid& other) const {
  const std::vector<int>&owners = proposal(one.proposal).owners, &others = proposal(other.proposal).owners;
  if (!owners.empty() && !others.empty() && !doc_.proposals.are_any_kin(owners, others)) return false;
  const auto are_among = [this](const std::vector<int>& these, const std::vector<int>& those) {
    return !these.empty() && std::all_of(these.begin(), these.end(), [&](int bidder) {
      return doc_.proposals.are_any_kin({bidder}, those);
    });
  };
  return are_among(one.bidders, other.bidders) || are_among(other.bidders, one.bidders);
}

int SameBids::before(int proposal) const {
  const Bid* bid = bid_of(proposal);
  if (!bid) return -1;
  const bool one_target = has_one_target(*bid);
  for (const Bid& other : bids_) {
    if (other.proposal >= proposal) break;
    const bool both_told = !bid->targets.empty() && !other.targets.empty();
    const bool fits = both_told ? doc_.proposals.are_any_kin(bid->targets, other.targets) : one_target;
    if (fits && bid->made == other.made && (bid->told || other.told) && have_same_bidders(*bid, other) &&
        !counts_differ(this->proposal(proposal), this->proposal(other.proposal)))
      return other.proposal;
  }
  return -1;
}

void SameBids::join(int from, int into) {
  const Bid joined = *bid_of(from);
  std::erase_if(bids_, [from](const Bid& bid) { return bid.proposal == from; });
  for (Bid& bid : bids_) {
    if (bid.proposal != into) continue;
    bid.told |= joined.told;
    bid.bidders.insert(bid.bidders.end(), joined.bidders.begin(), joined.bidders.end());
    bid.targets.insert(bid.targets.end(), joined.targets.begin(), joined.targets.end());
  }
}

}  // namespace demarche
