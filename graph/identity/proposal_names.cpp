#include "graph/identity/proposal_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t most_content_words = 8;
constexpr std::size_t documents_for_a_number = 5;  // for every so many, one must tell it

// A name in all its writings.
struct Call {
  std::string shown;                      // as first written
  Wording wording;                        // of that
  std::string kind;                       // of the proposal so called
  std::size_t first = 0;                  // member of the group, counted from the earliest
  std::set<const Extraction*> documents;  // that have it
};

// "Plan", "the proposed draft": what any proposal may be called.
bool is_bare(const Call& call) {
  const auto& words = call.wording.content;
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return word == stem(call.kind) || is_general_word(word);
  });
}

// Smaller is better. `is_numbered`: whether a number is what it is known by.
auto rank(const Call& call, bool is_numbered) {
  const bool has_number = is_numbered && call.wording.has_number;
  const int quality = has_number ? 0 : call.wording.has_owner ? 1 : 2;
  const auto words = call.wording.content.size();
  const bool is_long = quality == 2 && words > most_content_words;
  const std::size_t missing_words = quality == 2 && !is_long ? most_content_words - words : 0;
  const auto documents = -static_cast<std::ptrdiff_t>(call.documents.size());
  return std::tuple(quality, is_bare(call), is_long, documents, missing_words, call.first,
                    code_points(call.shown), std::string_view(call.shown));
}

class Calls {
 public:
  explicit Calls(const WordingReader& reader) : reader_(reader) {}

  void add(const LocalProposal& local, std::size_t member) {
    for (std::size_t k : local.wordings) {
      const auto& proposal = local.found->proposals[k];
      bool is_called = false;
      for (const auto& mention : proposal.mentions) {
        if (counts_points_of_another(mention, proposal.kind)) continue;
        add(mention.text, proposal.kind, *local.found, member);
        is_called = true;
      }
      if (!is_called) add(proposal.name, proposal.kind, *local.found, member);
    }
  }

  // REQUIRES: something was added
  [[nodiscard]] std::string best() const {
    const bool is_numbered = is_known_by_number();
    const auto least = std::min_element(calls_.begin(), calls_.end(), [=](const auto& a, const auto& b) {
      return rank(a.second, is_numbered) < rank(b.second, is_numbered);
    });
    return least->second.shown;
  }

 private:
  // Not where one report of many adds an amount: "a 330-crown tax" among twenty of "the oils tax".
  [[nodiscard]] bool is_known_by_number() const {
    std::set<const Extraction*> all, telling;
    for (const auto& [name, call] : calls_) {
      all.insert(call.documents.begin(), call.documents.end());
      if (call.wording.has_number) telling.insert(call.documents.begin(), call.documents.end());
    }
    return telling.size() * documents_for_a_number >= all.size();
  }

  void add(const std::string& mention, const std::string& kind, const Extraction& found, std::size_t member) {
    auto shown = trimmed_name(mention);
    const auto [at, is_new] = calls_.try_emplace(fold(shown));
    auto& call = at->second;
    if (is_new) call = {std::move(shown), reader_.read(mention), kind, member, {}};
    call.documents.insert(&found);
  }

  const WordingReader& reader_;
  std::map<std::string, Call> calls_;  // by the name folded
};

}  // namespace

std::string proposal_name(const std::vector<LocalProposal>& group, const WordingReader& reader) {
  Calls calls(reader);
  for (std::size_t i = 0; i < group.size(); ++i) calls.add(group[i], i);
  return calls.best();
}

}  // namespace demarche
