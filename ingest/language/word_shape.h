// The parts of a word's spelling that its vector is made of. The same functions build the model's tables in
// training and look words up afterwards. Tested by tests/ingest/language/word_shape_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace demarche {

// A short text without allocation; what does not fit is cut at a character.
class ShortText {
 public:
  static constexpr std::size_t capacity = 192;

  ShortText() = default;
  explicit ShortText(std::string_view text) { append(text); }

  void append(std::string_view text) {
    std::size_t length = text.size();
    if (length > capacity - size_) {
      length = capacity - size_;
      while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
    }
    text.copy(bytes_.data() + size_, length);
    size_ += length;
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, capacity> bytes_;  // of which `size_` are written
  std::size_t size_ = 0;
};

// `form` in lower case, with plain quotation marks.
[[nodiscard]] ShortText normalised(std::string_view form);

// `form` with runs of ASCII capitals as X, small letters as x, digits as d; its first six characters.
[[nodiscard]] ShortText shape(std::string_view form);

inline constexpr std::size_t feature_count = 10;

// The endings of one to five characters, the beginnings of one to four, with every digit as 0, and the shape:
// strings whose vectors are summed. A shorter word is its own ending and beginning.
struct SpellingFeatures {
  ShortText digits_flat;  // what the first nine point into
  ShortText shape;
  std::array<std::string_view, feature_count> views() const;
};
[[nodiscard]] SpellingFeatures spelling_features(std::string_view form);

}  // namespace demarche
