// Which bids of a document are one, told of under several names: "a 46 dlr per share offer to acquire Y … a
// 3 billion dlr bid … its proposal to buy Y". Tested by tests/ingest/pipeline_test.cpp over
// tests/cases/pipeline/retold.txt.
#pragma once

#include <vector>

#include "ingest/stances/stances.h"

namespace demarche {

class SameBids {
 public:
  // All of it must outlive the object.
  SameBids(const ReadDocument& doc, const std::vector<Stance>& found);

  // The first bid before `proposal` that is the same one, where neither is told to be another; -1 for none.
  [[nodiscard]] int before(int proposal) const;

  // What was named as `from` has turned out to be `into`.
  void join(int from, int into);

 private:
  struct Bid {
    int proposal = 0;
    std::vector<int> bidders;  // members of the cast
    std::vector<int> targets;  // likewise: whom it is for, or put to
    bool made = false;         // else only planned
    bool told = false;         // for a bid; else somebody's proposal of which no more is said
  };

  [[nodiscard]] const FoundProposal& proposal(int p) const {
    return doc_.proposals.all()[static_cast<std::size_t>(p)];
  }
  [[nodiscard]] const Bid* bid_of(int proposal) const;
  [[nodiscard]] std::vector<int> targets_of(int p, const std::vector<int>& bidders) const;
  [[nodiscard]] bool have_same_bidders(const Bid& one, const Bid& other) const;
  [[nodiscard]] bool has_one_target(const Bid& bid) const;

  const ReadDocument& doc_;
  std::vector<Bid> bids_;  // by their proposals
};

}  // namespace demarche
