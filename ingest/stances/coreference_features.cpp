#include "ingest/stances/coreference_features.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "ingest/stances/chain_relations.h"

namespace demarche {
namespace {

constexpr int clear_lead = 4;    // points: more tells no more
constexpr int no_rival = 9;      // as a lead
constexpr int told_points = 12;  // likewise

class FeatureWriter {
 public:
  FeatureWriter(const ProposalMention& mention, const FoundProposal& known, const LinkPlace& place)
      : mention_(mention), known_(known), place_(place), words_(overlap(mention, known)) {}

  Features read(const Liked& liked) {
    of_mention();
    of_nouns();
    of_words();
    of_owners();
    of_numbers();
    of_place();
    of_chain();
    of_rivals(liked);
    return std::move(out_);
  }

 private:
  void add(std::string_view name, std::string_view value) {
    out_.push_back(fmt::format("{}={}", name, value));
  }
  void add(std::string_view name, int value, int most) {
    out_.push_back(fmt::format("{}={}", name, std::min(value, most)));
  }
  void add_if(bool holds, std::string_view name) {
    if (holds) out_.emplace_back(name);
  }

  void of_mention() {
    const int topic = size_of(mention_.topic), behind = size_of(mention_.behind);
    out_.push_back(fmt::format("form={}/{}/{}", form(), std::min(topic, 2), std::min(behind, 2)));
    add("words before its noun", topic, 3);
    add("words behind its noun", behind, 4);
    add("its family", name(mention_.noun->family));
    add_if(mention_.noun->plural, "it is plural");
    add_if(mention_.noun->generic, "it is generic");
    add_if(mention_.proposed, "it is called proposed");
    add_if(mention_.in_title, "it is in the headline");
    add_if(mention_.partial, "it is a part");
  }

  // "the plan", "its plan", "any plan", "a plan", "a plan of X".
  [[nodiscard]] std::string_view form() const {
    const bool owned = !mention_.owners.empty();
    if (mention_.definite) return owned ? "owned" : "definite";
    return mention_.open ? "open" : owned ? "of somebody" : "indefinite";
  }

  void of_nouns() {
    const auto alike = nouns_alike(mention_, known_);
    add("nouns alike", alike ? fmt::format("{}", std::max(*alike, -1)) : "not");
    add_if(has_noun(known_, *mention_.noun), "same noun");
    add_if(has_sense_of(known_, mention_), "same sense");
    add_if(takes_up_verb(mention_, known_), "takes up its verb");
    add_if(describes(*mention_.noun, known_), "noun is one of its words");
    const auto telling = telling_nouns(known_);
    if (telling.empty()) return;
    const ProposalNoun& noun = *telling.front();
    out_.push_back(fmt::format("families={}/{}", name(mention_.noun->family), name(noun.family)));
    out_.push_back(fmt::format("kinds of noun={}/{}", kind_of(*mention_.noun), kind_of(noun)));
    const bool plural = has_number(true), singular = has_number(false);
    out_.push_back(fmt::format("numbers of noun={}/{}", mention_.noun->plural ? "plural" : "singular",
                               plural && singular ? "both"
                               : plural           ? "plural"
                                                  : "singular"));
  }

  static std::string_view kind_of(const ProposalNoun& noun) {
    if (noun.generic) return noun.weak ? "generic weak" : "generic";
    return noun.weak ? "weak" : "telling";
  }

  [[nodiscard]] bool has_number(bool plural) const {
    return std::any_of(known_.nouns.begin(), known_.nouns.end(),
                       [plural](const ProposalNoun* noun) { return noun->plural == plural; });
  }

  void of_words() {
    const int told = size_of(mention_.topic) + size_of(mention_.behind);
    add("words shared before the noun", words_.before, 3);
    add("words shared", words_.all, 4);
    add("words not shared", std::max(told - words_.all, 0), 5);
    add("words of the chain", size_of(known_.topic) + size_of(known_.behind), 6);
    add_if(topics_differ(mention_, known_, words_), "other topic");
    add_if(says_the_same(mention_, known_), "says the same");
    add_if(repeats_bare(mention_, known_), "bare word again");
    add_if(is_name_of_headline(mention_, known_), "name of the headline's");
    const std::string mine = told_words(mention_);
    const auto is_same = [&](const ProposalMention& other) { return told_words(other) == mine; };
    if (std::any_of(known_.mentions.begin(), known_.mentions.end(), is_same))
      add("same words", size_of(mention_.topic), 2);
    const auto has_head = [&](const ProposalMention& other) { return head_of(other) == head_of(mention_); };
    add_if(std::any_of(known_.mentions.begin(), known_.mentions.end(), has_head), "same head");
  }

  // Up to its head, without an article or "its".
  [[nodiscard]] std::string told_words(const ProposalMention& one) const {
    const Shallow& text = place_.texts[static_cast<std::size_t>(one.line)];
    const Tagged& opening = text.tag(one.core_first);
    const bool led = opening.tag == Tag::Determiner || opening.facts->is(WordClass::Owner);
    std::string out;
    for (int i = one.core_first + (led && one.core_first < one.head ? 1 : 0); i <= one.head; ++i)
      out += text.key(i) + " ";
    return out;
  }

  [[nodiscard]] const std::string& head_of(const ProposalMention& one) const {
    return place_.texts[static_cast<std::size_t>(one.line)].key(one.head);
  }

  void of_owners() {
    const auto& holders = known_.owners.empty() ? known_.makers : known_.owners;
    add("owners", owners_compared(holders));
    const bool names_same = common(mention_.actors, known_.actors) > 0;
    add_if(names_same, "same actor");
    add_if(!names_same && !mention_.actors.empty() && !known_.actors.empty(), "other actor");
    const auto is_of_chain = [&](const std::vector<int>& who) {
      return common(who, known_.owners) > 0 || common(who, known_.makers) > 0;
    };
    add_if(is_of_chain(mention_.submitters), "submitted by its owner");
    add_if(is_of_chain(mention_.makers), "made by its owner");
    add_if(!mention_.makers.empty() && !holders.empty() && common(mention_.makers, holders) == 0,
           "made by another");
  }

  [[nodiscard]] std::string_view owners_compared(const std::vector<int>& holders) const {
    if (mention_.owners.empty()) return holders.empty() ? "none" : "the chain's only";
    if (holders.empty()) return "its own only";
    if (common(mention_.owners, holders) > 0) return "same";
    if (place_.kin.are_any(mention_.owners, holders)) return "kin";
    return place_.kin.may_be_any(mention_.owners, holders) ? "perhaps same" : "others";
  }

  // Points tell which plan it is, and may be told late: "the 19-point text" after "a framework".
  void of_numbers() {
    const bool counts = !mention_.numbers.empty() && !mention_.points;
    const bool chain_counts = !known_.numbers.empty() && !known_.points;
    add_if(common(mention_.numbers, known_.numbers) > 0, "same number");
    add_if(counts, "it counts");
    add_if(counts && !chain_counts, "only it counts");
    add_if(!counts && chain_counts, "only the chain counts");
    add_if(mention_.points && known_.points, "same points");
  }

  void of_place() {
    const int lines = mention_.line - known_.mentions.back().line;
    add("lines since", lines < 0     ? "before"
                       : lines <= 1  ? fmt::format("{}", lines)
                       : lines <= 3  ? "2+"
                       : lines <= 6  ? "4+"
                       : lines <= 12 ? "7+"
                                     : "13+");
    add_if(opens_text(mention_, known_), "takes up the headline");
  }

  void of_chain() {
    add("mentions of the chain", size_of(known_.mentions), 6);
    add_if(known_.only_in_title, "chain only in the headline");
    add_if(known_.announced, "chain in the headline");
    add_if(known_.live, "chain is a proposal");
    add_if(known_.proposed, "chain is called proposed");
    add_if(known_.only_inside, "chain only inside others");
    add_if(known_.counters, "chain answers");
    add_if(known_.apart, "chain is apart");
    add_if(known_.past, "chain is past");
    add_if(known_.renewed, "chain is renewed");
    const auto is_clause = [](const ProposalMention& other) { return other.is_clause; };
    add_if(std::any_of(known_.mentions.begin(), known_.mentions.end(), is_clause), "chain has a clause");
    add_if(std::all_of(known_.mentions.begin(), known_.mentions.end(), is_clause), "chain is all clauses");
  }

  void of_rivals(const Liked& liked) {
    add("points", std::clamp(liked.points, 0, told_points), told_points);
    add("chains liked", size_of(place_.all), 3);
    int lead = no_rival;
    for (const Liked& other : place_.all)
      if (other.proposal != liked.proposal)
        lead = std::min(lead, std::clamp(liked.points - other.points, -clear_lead, clear_lead));
    add("lead", lead, no_rival);
    add_if(lead >= 0, "likest");
  }

  template <class T>
  static int size_of(const std::vector<T>& all) {
    return static_cast<int>(all.size());
  }

  const ProposalMention& mention_;
  const FoundProposal& known_;
  const LinkPlace& place_;
  const Overlap words_;
  Features out_;
};

}  // namespace

Features coreference_features(const ProposalMention& mention, const FoundProposal& known, const Liked& liked,
                              const LinkPlace& place) {
  return FeatureWriter(mention, known, place).read(liked);
}

}  // namespace demarche
