// What is known of each word of a list: filled when the list is loaded, then asked for every word of every
// text, so most questions are answered with no by one look. Tested by tests/ingest/actors/words_test.cpp.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche {

// Eight bytes at a time, the last ones together with those before them.
[[nodiscard]] inline std::uint32_t hash_of_word(std::string_view word) {
  constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;
  std::uint64_t value = word.size();
  const auto add = [&](const char* from, std::size_t size) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, size);
    value = (value ^ bytes) * factor;
    value ^= value >> 32;
  };
  if (word.size() >= 8) {
    for (std::size_t i = 0; i + 8 < word.size(); i += 8) add(word.data() + i, 8);
    add(word.data() + word.size() - 8, 8);
  } else if (word.size() >= 4) {
    add(word.data(), 4);
    add(word.data() + word.size() - 4, 4);
  } else {
    for (const char& letter : word) add(&letter, 1);
  }
  return static_cast<std::uint32_t>(value);
}

template <class Known>
class WordTable {
 public:
  // What is known of `word`, nothing where it is new. Valid until a new word is added.
  Known& operator[](std::string_view word) {
    if (2 * entries_.size() >= slots_.size()) grow();
    Slot& slot = slots_[place_of(word, hash_of_word(word))];
    if (slot.entry == 0) {
      entries_.emplace_back(std::string(word), Known{});
      slot = {hash_of_word(word), static_cast<std::uint32_t>(entries_.size())};
    }
    return entries_[slot.entry - 1].second;
  }

  // Null where the word is not in the table.
  [[nodiscard]] const Known* find(std::string_view word) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[place_of(word, hash_of_word(word))];
    return slot.entry == 0 ? nullptr : &entries_[slot.entry - 1].second;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // its number + 1; 0 where free
  };

  // The slot of a word, or the free one where it would be.
  [[nodiscard]] std::size_t place_of(std::string_view word, std::uint32_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].entry != 0 && (slots_[at].hash != hash || entries_[slots_[at].entry - 1].first != word))
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), {});
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const std::uint32_t hash = hash_of_word(entries_[i].first);
      slots_[place_of(entries_[i].first, hash)] = {hash, static_cast<std::uint32_t>(i + 1)};
    }
  }

  std::vector<Slot> slots_;  // open addressing; a power of two, at most half of them taken
  std::vector<std::pair<std::string, Known>> entries_;
};

}  // namespace demarche
