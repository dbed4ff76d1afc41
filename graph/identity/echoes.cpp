// A text is known by the smallest hashes of its runs of five words (Broder, "On the resemblance and
// containment of documents", 1997): the share of smallest hashes that two texts have in common estimates how
// much of their wording is the same. Only texts that share one of their very smallest hashes are compared,
// each with its neighbour in the order of the sketches, so the cost stays near linear.
#include "graph/identity/echoes.h"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <cstdint>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

#include "graph/identity/spelling.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t words_per_run = 5;
constexpr std::size_t sketch_size = 128;
constexpr std::size_t compared_hashes = 24;  // of two texts alike by half, one pair in 16 million shares none
constexpr double alike = 0.5;

using Sketch = std::vector<std::uint64_t>;  // sorted, without doubles

// FNV-1a, its bits spread by the finaliser of MurmurHash3: the same on every machine.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t value = 0xCBF29CE484222325;
  for (char byte : bytes) value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
  value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
  return value ^ (value >> 33);
}

Sketch sketch_of(std::string_view text) {
  const auto folded = fold(text);
  const auto words = pieces_of(folded);
  Sketch sketch;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto last = std::min(i + words_per_run, words.size()) - 1;
    if (i > 0 && last - i + 1 < words_per_run) break;
    const auto length = static_cast<std::size_t>(words[last].data() + words[last].size() - words[i].data());
    sketch.push_back(hash({words[i].data(), length}));
  }
  std::sort(sketch.begin(), sketch.end());
  sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
  if (sketch.size() > sketch_size) sketch.resize(sketch_size);
  return sketch;
}

// The share of the smallest hashes of both texts together that are in each of them.
double likeness(const Sketch& a, const Sketch& b) {
  std::size_t both = 0;
  std::size_t all = 0;
  auto x = a.begin();
  auto y = b.begin();
  for (; all < sketch_size && x != a.end() && y != b.end(); ++all) {
    both += *x == *y;
    const auto smaller = std::min(*x, *y);
    x += *x == smaller;
    y += *y == smaller;
  }
  all = std::min(sketch_size,
                 all + static_cast<std::size_t>(a.end() - x) + static_cast<std::size_t>(b.end() - y));
  return all == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(all);
}

}  // namespace

std::vector<std::size_t> group_copies(const std::vector<Extraction>& extractions) {
  std::vector<Sketch> sketches;
  for (const auto& found : extractions)
    sketches.push_back(found.has_text ? sketch_of(found.document.text) : Sketch{});

  std::vector<std::size_t> order(sketches.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sketches[a] < sketches[b]; });

  std::map<std::uint64_t, std::size_t> last_with;  // hash to the document that had it last
  boost::disjoint_sets_with_storage<> groups(sketches.size());
  for (std::size_t i : order)
    for (std::size_t k = 0; k < std::min(compared_hashes, sketches[i].size()); ++k) {
      const auto [known, is_new] = last_with.emplace(sketches[i][k], i);
      if (is_new) continue;
      if (likeness(sketches[known->second], sketches[i]) >= alike) groups.union_set(known->second, i);
      known->second = i;
    }

  std::map<std::size_t, std::size_t> first_of;  // by the set's representative
  std::vector<std::size_t> story;
  for (std::size_t i = 0; i < sketches.size(); ++i)
    story.push_back(first_of.emplace(groups.find_set(i), i).first->second);
  return story;
}

}  // namespace demarche
