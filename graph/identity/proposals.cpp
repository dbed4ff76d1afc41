// Every proposal gives keys: its number of points, and the telling words of each mention. Proposals that
// share a key are taken in order of time and joined to their neighbour, the most telling keys first, unless
// that would join two proposals of one document or two numbers of points, or the neighbours are too long
// apart. The order is that of the keys and of the documents' dates and ids, so the order of arrival changes
// nothing, and the cost is that of sorting.
#include "graph/identity/proposals.h"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <fmt/format.h>
#include <chrono>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

// The same words after so long a silence are about another matter.
constexpr std::chrono::days longest_silence{60};

constexpr std::size_t most_content_words = 8;

// Words that any proposal may be called by, so that they tell none from another. Folded and stemmed.
const std::set<std::string>& general_heads() {
  static const std::set<std::string> heads{"proposal",  "plan",       "document",   "idea",
                                           "offer",     "initiative", "deal",       "point",
                                           "agreement", "thing",      "suggestion", "text"};
  return heads;
}

// Earliest first: dated before undated, by day, then by document and position.
auto time_key(const LocalProposal& local) {
  const auto& doc = local.found->document;
  const auto day = doc.date ? doc.date->first_day() : std::chrono::sys_days::max();
  const auto& mentions = local.proposal->mentions;
  const auto start = mentions.empty() ? std::pair(Field::Text, std::size_t{0})
                                      : std::pair(mentions.front().field, mentions.front().start);
  return std::tuple(day, std::string_view(doc.id), start, std::string_view(local.proposal->id));
}

struct Key {
  std::size_t telling = 0;  // more is more telling
  std::string text;
  auto operator<=>(const Key&) const = default;
};

Key points_key(int points) {
  return {most_content_words + 1, fmt::format("#{}", points)};
}

// The telling words of one mention, and what kind of proposal it is; none where nothing tells it from others.
std::optional<Key> words_key(const Proposal& proposal, std::string_view mention,
                             const WordingReader& reader) {
  auto content = reader.read(mention).content;
  const auto kind = stem(proposal.kind);
  std::string text;
  std::size_t telling = 0;
  for (const auto& word : content) {
    if (word == kind || general_heads().contains(word)) continue;
    text += word + ' ';
    ++telling;
  }
  if (telling == 0) return std::nullopt;
  return Key{std::min(telling, most_content_words), text + '/' + kind};
}

std::set<Key> keys_of(const Proposal& proposal, const WordingReader& reader) {
  std::set<Key> keys;
  if (proposal.points) keys.insert(points_key(*proposal.points));
  if (auto key = words_key(proposal, proposal.name, reader)) keys.insert(std::move(*key));
  for (const auto& mention : proposal.mentions)
    if (auto key = words_key(proposal, mention.text, reader)) keys.insert(std::move(*key));
  return keys;
}

// Groups under construction, and what each of them rules out.
class Groups {
 public:
  explicit Groups(const std::vector<LocalProposal>& proposals)
      : sets_(proposals.size()), facts_(proposals.size()) {
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      facts_[i].documents.insert(proposals[i].found);
      facts_[i].points = proposals[i].proposal->points;
    }
  }

  std::size_t leader(std::size_t i) { return sets_.find_set(i); }

  void join(std::size_t a, std::size_t b) {
    auto& first = facts_[leader(a)];
    auto& second = facts_[leader(b)];
    if (leader(a) == leader(b) || !may_join(first, second)) return;
    sets_.union_set(a, b);
    auto& kept = facts_[leader(a)];
    auto& dropped = &kept == &first ? second : first;
    if (kept.documents.size() < dropped.documents.size()) std::swap(kept.documents, dropped.documents);
    kept.documents.merge(dropped.documents);
    if (!kept.points) kept.points = dropped.points;
  }

 private:
  struct Facts {
    std::set<const Extraction*> documents;
    std::optional<int> points;
  };

  static bool may_join(const Facts& a, const Facts& b) {
    if (a.points && b.points && a.points != b.points) return false;
    const auto& [few, many] = a.documents.size() < b.documents.size() ? std::tie(a, b) : std::tie(b, a);
    return std::none_of(few.documents.begin(), few.documents.end(),
                        [&](const Extraction* found) { return many.documents.contains(found); });
  }

  boost::disjoint_sets_with_storage<> sets_;
  std::vector<Facts> facts_;
};

bool near_in_time(const LocalProposal& earlier, const LocalProposal& later) {
  const auto& from = earlier.found->document.date;
  const auto& to = later.found->document.date;
  return !from || !to || to->first_day() - from->last_day() <= longest_silence;
}

// What a mention has to say for being the name; smaller is better. `member` counts from the earliest
// document.
auto name_rank(std::string_view mention, std::size_t member, const WordingReader& reader) {
  const auto wording = reader.read(mention);
  const int quality = wording.has_number ? 0 : wording.has_owner ? 1 : 2;
  const auto words = wording.content.size();
  const bool is_long = quality == 2 && words > most_content_words;
  const std::size_t missing_words = quality == 2 && !is_long ? most_content_words - words : 0;
  auto name = trimmed_name(mention);
  const auto length = code_points(name);
  return std::tuple(quality, is_long, missing_words, member, length, std::move(name));
}

}  // namespace

std::vector<std::vector<std::size_t>> group_proposals(const std::vector<LocalProposal>& proposals,
                                                      const WordingReader& reader) {
  std::vector<std::size_t> by_time(proposals.size());
  std::iota(by_time.begin(), by_time.end(), std::size_t{0});
  std::sort(by_time.begin(), by_time.end(),
            [&](std::size_t a, std::size_t b) { return time_key(proposals[a]) < time_key(proposals[b]); });

  std::map<Key, std::vector<std::size_t>, std::greater<>> sharing;  // most telling first; members by time
  for (std::size_t i : by_time)
    for (const auto& key : keys_of(*proposals[i].proposal, reader)) sharing[key].push_back(i);

  Groups groups(proposals);
  for (const auto& [key, members] : sharing)
    for (std::size_t i = 1; i < members.size(); ++i)
      if (near_in_time(proposals[members[i - 1]], proposals[members[i]]))
        groups.join(members[i - 1], members[i]);

  std::map<std::size_t, std::size_t> place_of;  // leader to place in the result
  std::vector<std::vector<std::size_t>> grouped;
  for (std::size_t i : by_time) {
    const auto [place, is_new] = place_of.emplace(groups.leader(i), grouped.size());
    if (is_new) grouped.emplace_back();
    grouped[place->second].push_back(i);
  }
  return grouped;
}

std::string proposal_name(const std::vector<LocalProposal>& group, const WordingReader& reader) {
  std::optional<decltype(name_rank("", 0, reader))> best;
  const auto consider = [&](std::string_view mention, std::size_t member) {
    auto rank = name_rank(mention, member, reader);
    if (!best || rank < *best) best = std::move(rank);
  };
  for (std::size_t i = 0; i < group.size(); ++i) {
    const auto& proposal = *group[i].proposal;
    if (proposal.mentions.empty()) consider(proposal.name, i);
    for (const auto& mention : proposal.mentions) consider(mention.text, i);
  }
  return std::get<std::string>(std::move(*best));
}

}  // namespace demarche
