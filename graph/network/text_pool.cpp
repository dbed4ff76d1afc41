// A hash table of numbers beside one long array of bytes, since a node and an allocation a text would take
// longer than all else that loading does. Sorting compares the first eight bytes as one number before it
// looks at the texts.
#include "graph/network/text_pool.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace demarche::network {
namespace {

constexpr std::size_t first_slots = 64;

// The first eight bytes, the first in the highest place, so that numbers compare as texts do.
std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  return head;
}

}  // namespace

TextId TextPool::add(std::string_view text) {
  if (2 * (size() + 1) > slots_.size()) grow();
  auto& slot = slots_[slot_of(text)];
  if (slot == 0) {
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    starts_.push_back(bytes_.size());
    slot = static_cast<TextId>(size());
  }
  return slot - 1;
}

std::size_t TextPool::slot_of(std::string_view wanted) const {
  const auto mask = slots_.size() - 1;
  auto slot = std::hash<std::string_view>{}(wanted)&mask;
  while (slots_[slot] != 0 && text(slots_[slot] - 1) != wanted) slot = (slot + 1) & mask;
  return slot;
}

void TextPool::grow() {
  slots_.assign(std::max(first_slots, 2 * slots_.size()), 0);
  for (TextId number = 0; number < size(); ++number) slots_[slot_of(text(number))] = number + 1;
}

TextPool::Sorted TextPool::sorted() const {
  std::vector<std::pair<std::uint64_t, TextId>> order;
  order.reserve(size());
  for (TextId number = 0; number < size(); ++number) order.emplace_back(head_of(text(number)), number);
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : text(a.second) < text(b.second);
  });

  Sorted result;
  result.rank.resize(size());
  result.bytes.reserve(bytes_.size());
  result.starts.reserve(size() + 1);
  result.starts.push_back(0);
  for (std::size_t place = 0; place < order.size(); ++place) {
    const auto own = text(order[place].second);
    result.rank[order[place].second] = static_cast<TextId>(place);
    result.bytes.insert(result.bytes.end(), own.begin(), own.end());
    result.starts.push_back(result.bytes.size());
  }
  return result;
}

}  // namespace demarche::network
