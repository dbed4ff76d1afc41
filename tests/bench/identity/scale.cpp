// What identity costs and how well it does at scale: documents of twenty actors each, their names drawn from
// the gazetteer as often as Zipf's law has it, an alias as often as the name, two in a hundred mistyped by
// one letter. The entry that a name was drawn from is the truth. Prints, for each number of mentions, the
// time of `resolve` and pairwise precision, recall and F1; and once more with every second entry withheld
// from `resolve`, whose names it then knows from the documents alone.
//
//   demarche-bench-identity [MENTIONS…]     (10000 100000 1000000 where none is given)
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "graph/identity/identity.h"

namespace demarche {
namespace {

constexpr std::size_t actors_in_a_document = 20;
constexpr double mistyped = 0.02;

struct Drawn {
  std::vector<Extraction> documents;
  std::vector<std::vector<std::size_t>> truth;  // entries, by document and actor
};

// A whole number below `bound`; std::uniform_int_distribution differs from library to library.
std::size_t below(std::mt19937_64& random, std::size_t bound) {
  return random() % bound;
}

double share(std::mt19937_64& random) {
  return static_cast<double>(random() >> 11) / 9007199254740992.0;
}

// One letter changed, left out, added or swapped with the next.
std::string with_a_slip(std::string name, std::mt19937_64& random) {
  const auto at = below(random, name.size());
  const char letter = static_cast<char>('a' + below(random, 26));
  switch (below(random, 4)) {
    case 0:
      name[at] = letter;
      break;
    case 1:
      name.erase(at, 1);
      break;
    case 2:
      name.insert(at, 1, letter);
      break;
    default:
      if (at + 1 < name.size()) std::swap(name[at], name[at + 1]);
  }
  return name;
}

std::string name_of(const GazetteerEntry& entry, std::mt19937_64& random) {
  const auto choice = below(random, 2 * std::max<std::size_t>(1, entry.aliases.size()));
  auto name = choice < entry.aliases.size() ? entry.aliases[choice] : entry.name;
  return share(random) < mistyped ? with_a_slip(std::move(name), random) : name;
}

// The running sums of 1/1, 1/2, 1/3 …
std::vector<double> zipf(std::size_t count) {
  std::vector<double> sums(count);
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sums[i] = sum += 1 / static_cast<double>(i + 1);
  return sums;
}

Drawn draw(std::size_t mentions, const Gazetteer& gazetteer) {
  std::mt19937_64 random(20251203);
  std::vector<std::size_t> by_fame(gazetteer.entries().size());
  std::iota(by_fame.begin(), by_fame.end(), std::size_t{0});
  for (std::size_t i = by_fame.size(); i > 1; --i) std::swap(by_fame[i - 1], by_fame[below(random, i)]);
  const auto sums = zipf(by_fame.size());

  Drawn drawn;
  for (std::size_t made = 0; made < mentions; made += actors_in_a_document) {
    Extraction found;
    found.document.id = fmt::format("d{:07}", drawn.documents.size());
    std::set<std::size_t> here;
    while (here.size() < actors_in_a_document) {
      const auto rank = std::lower_bound(sums.begin(), sums.end(), share(random) * sums.back());
      here.insert(by_fame[static_cast<std::size_t>(rank - sums.begin())]);
    }
    for (std::size_t entry : here) {
      const auto name = name_of(gazetteer.entries()[entry], random);
      found.actors.push_back({fmt::format("a{}", found.actors.size() + 1),
                              name,
                              gazetteer.entries()[entry].kind,
                              {{Field::Text, 0, name.size(), name}},
                              {}});
    }
    drawn.truth.emplace_back(here.begin(), here.end());
    drawn.documents.push_back(std::move(found));
  }
  return drawn;
}

struct Figures {
  double precision = 0, recall = 0;
  [[nodiscard]] double f1() const { return 2 * precision * recall / (precision + recall); }
};

template <class Key>
double pairs(const std::map<Key, std::size_t>& sizes) {
  return std::accumulate(sizes.begin(), sizes.end(), 0.0, [](double sum, const auto& one) {
    return sum + static_cast<double>(one.second) * static_cast<double>(one.second - 1) / 2;
  });
}

Figures pairwise(const Drawn& drawn, const Identity& identity) {
  std::map<std::size_t, std::size_t> entries;
  std::map<std::size_t, std::size_t> entities;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> both;
  for (std::size_t i = 0; i < drawn.truth.size(); ++i)
    for (std::size_t k = 0; k < drawn.truth[i].size(); ++k) {
      const auto entry = drawn.truth[i][k];
      const auto entity = identity.documents[i].actors[k];
      ++entries[entry], ++entities[entity], ++both[{entry, entity}];
    }
  return {pairs(both) / pairs(entities), pairs(both) / pairs(entries)};
}

void measure(const char* what, const Drawn& drawn, std::size_t mentions, const Gazetteer& gazetteer) {
  const auto begin = std::chrono::steady_clock::now();
  const auto identity = resolve(drawn.documents, gazetteer);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  const auto figures = pairwise(drawn, identity);
  fmt::print("{:>9} mentions, {:<12} {:8.2f} s   precision {:.4f}  recall {:.4f}  F1 {:.4f}\n", mentions,
             what, took.count(), figures.precision, figures.recall, figures.f1());
}

// Every second entry; what leads to one that is left out is left out too.
Gazetteer half_of(const Gazetteer& gazetteer) {
  std::string lines;
  for (std::size_t i = 0; i < gazetteer.entries().size(); i += 2) {
    const auto& entry = gazetteer.entries()[i];
    lines += fmt::format("{{\"key\":\"{}\",\"name\":\"{}\",\"kind\":\"{}\"}}\n", entry.key, entry.name,
                         name(entry.kind));
  }
  return Gazetteer::parse(lines, "half").value();
}

int run(int count, char** arguments) {
  const auto gazetteer = Gazetteer::load(DEMARCHE_SOURCE_DIR "/data/actors.jsonl");
  if (!gazetteer) return fmt::print(stderr, "{}\n", gazetteer.error().why), 1;
  const auto half = half_of(*gazetteer);
  std::vector<std::size_t> sizes;
  for (int i = 1; i < count; ++i) sizes.push_back(std::stoul(arguments[i]));
  if (sizes.empty()) sizes = {10000, 100000, 1000000};
  for (std::size_t mentions : sizes) {
    const auto drawn = draw(mentions, *gazetteer);
    measure("all known", drawn, mentions, *gazetteer);
    measure("half known", drawn, mentions, half);
  }
  return 0;
}

}  // namespace
}  // namespace demarche

int main(int count, char** arguments) {
  return demarche::run(count, arguments);
}
