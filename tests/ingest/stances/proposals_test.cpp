// Tests of ingest/stances/proposals.h, proposal_reader.h, proposal_chain.h, points.h and proposal_links.h,
// over whole short texts.
#include "ingest/stances/proposals.h"

#include <catch2/catch.hpp>

#include "ingest/stances/proposal_links.h"
#include "tests/ingest/cases.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::Reading;

namespace {

// A text with its proposals; every noun that can be one is taken for one.
class Read {
 public:
  explicit Read(const testing::Case& one)
      : reading_(one.field("text"), one.field("title")),
        cast_(reading_.texts(), reading_.finder()),
        proposals_(reading_.texts(), reading_.clauses(), cast_, testing::lists().proposals,
                   testing::lists().actor_words) {
    for (int line = 0; line < static_cast<int>(reading_.texts().size()); ++line)
      for (int c = 0; c < reading_.texts()[static_cast<std::size_t>(line)].size(); ++c)
        if (proposals_.at(line, c) < 0 && proposals_.noun_at(line, c)) proposals_.accept(line, c);
  }

  [[nodiscard]] const Proposals& proposals() const { return proposals_; }
  [[nodiscard]] const Reading& reading() const { return reading_; }

  [[nodiscard]] std::string words(const ProposalMention& mention) const {
    return reading_.words(mention.line, mention.first, mention.last);
  }

  [[nodiscard]] std::string mentions(const FoundProposal& proposal) const {
    std::string out;
    for (const ProposalMention& mention : proposal.mentions)
      out += (out.empty() ? "" : "; ") + words(mention);
    return out;
  }

 private:
  Reading reading_;
  Cast cast_;
  Proposals proposals_;
};

}  // namespace

TEST_CASE("the points of a proposal are counted where its name counts them", "[proposals]") {
  for (const auto& one : testing::read_cases("stances/points.txt")) {
    DYNAMIC_SECTION(one.name) {
      const Read read(one);
      std::vector<std::string> found;
      for (const FoundProposal& proposal : read.proposals().all())
        if (proposal.points)
          found.push_back(std::to_string(*proposal.points) + ": " + read.mentions(proposal));
      INFO(one.field("text"));
      CHECK(testing::lines(found) == testing::lines(one.expected));
    }
  }
}

TEST_CASE("the mentions of one proposal are found as one", "[proposals]") {
  for (const auto& one : testing::read_cases("stances/chains.txt")) {
    DYNAMIC_SECTION(one.name) {
      const Read read(one);
      std::vector<std::string> found;
      for (const FoundProposal& proposal : read.proposals().all()) found.push_back(read.mentions(proposal));
      INFO(one.field("text"));
      CHECK(testing::lines(found) == testing::lines(one.expected));
    }
  }
}

TEST_CASE("proposals counter, revise and belong to one another", "[proposals]") {
  for (const auto& one : testing::read_cases("stances/links.txt")) {
    DYNAMIC_SECTION(one.name) {
      Read read(one);
      std::vector<std::string> found;
      const auto first = [&](int p) {
        return read.words(read.proposals().all()[static_cast<std::size_t>(p)].mentions.front());
      };
      for (const ProposalLink& link :
           find_proposal_links(read.proposals(), read.reading().texts(), testing::lists().proposals))
        found.push_back(first(link.from) + " " + std::string(name(link.relation)) + " " + first(link.to));
      INFO(one.field("text"));
      CHECK(testing::lines(found) == testing::lines(one.expected));
    }
  }
}
