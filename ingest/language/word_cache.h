// What the words that were read lately give the first layer of the encoder: a word's vector depends on its
// form alone, and most words of a text are frequent ones. Tested by tests/ingest/language/parser_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace demarche {

class WordCache {
 public:
  // `width` numbers a word.
  void resize(std::size_t width) {
    if (width == width_) return;
    width_ = width;
    slots_.assign(slot_count, {});
    numbers_.assign(slot_count * width, 0);
  }

  // From here on, words that are found or added stay until the next batch begins.
  void begin_batch() { ++batch_; }

  enum class Found { Yes, Added, NoRoom };
  struct Place {
    Found found = Found::NoRoom;
    std::size_t slot = 0;
  };

  // The slot of `form`; a new one, in which the caller puts its numbers, where it was not there. It is that
  // of the word which has not been read for longest, of those that `form` may replace.
  [[nodiscard]] Place place(std::string_view form) {
    if (form.size() > longest_form) return {};
    const std::size_t first = std::hash<std::string_view>{}(form) % set_count * slots_in_set;
    std::size_t oldest = first;
    for (std::size_t at = first; at < first + slots_in_set; ++at) {
      if (slots_[at].batch != 0 && slots_[at].view() == form) {
        slots_[at].batch = batch_;
        return {Found::Yes, at};
      }
      if (slots_[at].batch < slots_[oldest].batch) oldest = at;
    }
    Slot& slot = slots_[oldest];
    if (slot.batch == batch_) return {};
    slot.batch = batch_;
    slot.size = static_cast<std::uint8_t>(form.size());
    form.copy(slot.form.data(), form.size());
    return {Found::Added, oldest};
  }

  [[nodiscard]] std::int32_t* numbers(std::size_t slot) { return numbers_.data() + slot * width_; }

 private:
  static constexpr std::size_t slots_in_set = 8;  // where a word may be
  static constexpr std::size_t set_count = 1024;
  static constexpr std::size_t slot_count = set_count * slots_in_set;
  static constexpr std::size_t longest_form = 31;  // bytes

  struct Slot {
    std::uint64_t batch = 0;  // that used it last; 0 where it is free
    std::array<char, longest_form> form{};
    std::uint8_t size = 0;
    [[nodiscard]] std::string_view view() const { return {form.data(), size}; }
  };

  std::size_t width_ = 0;
  std::uint64_t batch_ = 0;
  std::vector<Slot> slots_;
  std::vector<std::int32_t> numbers_;
};

}  // namespace demarche
