// What one document tells of a proposal that may be met again in another: whose it is, what it is about, its
// numbers, who has to do with it. Tested by tests/graph/identity/identity_test.cpp over
// tests/cases/identity/proposals.txt.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/identity/naming_words.h"
#include "graph/identity/wording.h"
#include "graph/model/extraction.h"
#include "graph/model/gazetteer.h"

namespace demarche {

[[nodiscard]] ProposalFamily family_of(const std::string& kind);
[[nodiscard]] bool families_differ(ProposalFamily a, ProposalFamily b);

struct ProposalFacts {
  std::string kind;  // stemmed: "plan"
  ProposalFamily family = ProposalFamily::Any;
  std::optional<int> points;
  std::set<std::string> amounts;  // unit and value: "crown 42", "percent 5.5"
  std::set<std::string> years;    // for which it is: the budget for 2028
  std::set<std::string> owners;   // ids of those who proposed or withdrew it, or whose it is by its names
  std::set<std::string> parties;  // ids of all who have taken a stance on it, or speak of it
  std::set<std::string> topics;   // telling words: not the kind, not general, no name of the gazetteer
  std::set<std::string> names;    // the topics of a mention that has several, in their order: "baltic salmon"
  std::set<std::string> phrases;  // what it is called beside its owner, its number and that it is renewed
  std::set<std::string> described;  // owners who are nobody's name: "mediator"
  std::set<std::string> about;      // keys of whom its names name without saying that it is theirs
  std::set<std::string> places;     // those of them that are states and places
  std::set<std::string> sides;      // of a deal, keys of the two who took it, and whom its names join
  std::set<std::string> context;  // of the document: its actors, and the topics of its headline and proposals
  std::set<std::string> states;   // keys of those that the document names or that act in it
  bool named = false;             // by a topic, and not only by what is done: "to end the dispute"
  bool taken_up = false;          // so called somewhere, also after "a plan"
  bool known_before = false;      // "the plan", "Trump's plan", a headline's plan: not "a plan" alone
  bool open = false;              // "any plan"
  bool clause = false;            // only told, by no noun of proposals: "to send soldiers"
  bool answers = false;           // "a counter-proposal", "the rival text"
  bool renewed = false;           // "the revised plan", "a raised offer", or changed in this text
  bool amended = false;           // changed in this text, and so not what had been changed before
  bool withdrawn = false;         // by its owner
  bool called_earlier = false;    // "the first draft"
  bool former = false;            // so called beside a renewed one
  bool beside_renewed = false;   // a deal, of which its document tells beside the revised text that led to it
  std::optional<int> draft;      // "the second draft"
  bool put_forward = false;      // in the days of its document, which so tells of a new one
  std::set<std::string> things;  // what its names name by several capitals: "Harbour Link"
  std::set<int> points_beside;   // of a deal without points, of the texts that its document tells of besides
  std::string verb;              // of a clause: "send" of "to send soldiers"
};

// Whether a mention counts the points of something else: a ceasefire that "rests on the 14-point plan" has
// not those points, though a text may be read so.
[[nodiscard]] bool counts_points_of_another(const Span& mention, const std::string& kind);

// The points that a proposal is found with, but for another's.
[[nodiscard]] std::optional<int> own_points(const Proposal& proposal);

// Whether a word, folded and stemmed, may be said of any proposal, so that it tells none from another.
[[nodiscard]] bool is_general_word(const std::string& word);

// Whether both count their points, or the same thing, and differ.
[[nodiscard]] bool are_numbered_otherwise(const ProposalFacts& a, const ProposalFacts& b);

// The thing counted of an amount: "crown" of "crown 42".
[[nodiscard]] std::string unit_of(const std::string& amount);

// Reads facts by one gazetteer, which must outlive it. Whoever acts for a state counts as the state.
class FactReader {
 public:
  explicit FactReader(const Gazetteer& gazetteer);

  // Takes note of bodies that some document calls by their owner: "Norway's labour ministry".
  void meet(const Extraction& found, const std::vector<std::string>& actors);

  // One a proposal, in the order of the Extraction. `actors`: the ids of its actors, in its order.
  [[nodiscard]] std::vector<ProposalFacts> facts_in(const Extraction& found,
                                                    const std::vector<std::string>& actors) const;

  [[nodiscard]] const WordingReader& wordings() const { return wordings_; }

 private:
  // The local actors' ids as they count: the state for its government, leaders, spokesmen and seats.
  [[nodiscard]] std::map<std::string, std::string> principals(const Extraction& found,
                                                              const std::vector<std::string>& actors) const;
  [[nodiscard]] std::string principal(const std::string& id) const;
  // Ids as whose something may be told that is an actor's: his own, and the one as which he counts here.
  using Owners = std::map<std::string, std::set<std::string>>;
  // The document's named actors, by the last words of their mentions: "chair" of "the chair"; those that
  // several go by left out.
  [[nodiscard]] Owners called_in(const Extraction& found, const Owners& owners) const;
  // "Soranian", where the text calls Sorania so: its lands that no list knows, by their adjectives.
  [[nodiscard]] static Owners adjectives_in(const Extraction& found, const Owners& owners);
  [[nodiscard]] bool is_described(const Actor& actor) const;
  void read_words(const Proposal& proposal, const Owners& called, const Owners& adjectives,
                  ProposalFacts& facts) const;
  void read_acts(const Extraction& found, const std::map<std::string, std::string>& counted,
                 const Owners& owners, std::vector<ProposalFacts>& all) const;
  [[nodiscard]] std::set<std::string> context_of(const Extraction& found,
                                                 const std::map<std::string, std::string>& counted,
                                                 const std::vector<ProposalFacts>& all) const;
  [[nodiscard]] std::set<std::string> states_in(const std::map<std::string, std::string>& counted,
                                                const std::vector<ProposalFacts>& all) const;
  [[nodiscard]] bool is_states_body(const std::string& key) const;
  void read_sides(const Proposal& proposal, const Extraction& found,
                  const std::map<std::string, std::string>& counted, ProposalFacts& facts) const;

  const Gazetteer& gazetteer_;
  WordingReader wordings_;
  std::unordered_map<std::string, std::string> governments_;  // ids, to the state's key
  std::unordered_set<std::string> owned_;                     // ids
};

}  // namespace demarche
