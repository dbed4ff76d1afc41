// Many texts, each kept once and known by a number; at the end in the order of their bytes.
// Tested by tests/graph/network/text_pool_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/network/arrays.h"

namespace demarche::network {

class TextPool {
 public:
  // The number of `text`, the next one where it is new. REQUIRES: fewer than 2^32 - 1 different texts
  TextId add(std::string_view text);
  [[nodiscard]] std::string_view text(TextId number) const {
    return {bytes_.data() + starts_[number], starts_[number + 1] - starts_[number]};
  }
  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }

  struct Sorted {
    std::vector<std::uint64_t> starts;  // one more than texts
    std::vector<char> bytes;
    std::vector<TextId> rank;  // of a pool's number: its place in the order
  };
  [[nodiscard]] Sorted sorted() const;

 private:
  void grow();
  [[nodiscard]] std::size_t slot_of(std::string_view text) const;  // where it stands, or would

  std::vector<std::uint64_t> starts_{0};
  std::vector<char> bytes_;
  std::vector<TextId>
      slots_;  // open addressing; a power of two, at most half full; number + 1, or 0 for a free one
};

}  // namespace demarche::network
