#include "ingest/language/word_vectors.h"

#include <algorithm>
#include <string>

namespace demarche {
namespace {

constexpr std::size_t largest_vector = 1024;
constexpr std::string_view joints = "-/'.,_";  // between the parts of a word that has no vector of its own

std::int16_t saturated(std::int32_t value) {
  return static_cast<std::int16_t>(std::clamp<std::int32_t>(value, -32767, 32767));
}

// The row of `text` among the vectors of its table, of which the first is that of all unknown strings.
const std::int16_t* learnt_row(const StringTable& table, std::span<const std::int16_t> vectors,
                               std::string_view text, std::size_t size) {
  const auto id = table.find(text);
  return vectors.data() + (id ? *id + 1 : 0) * size;
}

}  // namespace

Result<WordVectors> WordVectors::load(const ModelFile& file) {
  WordVectors vectors;
  const auto words = StringTable::load(file, "words");
  const auto word_vectors = file.numbers<std::int16_t>("words.vectors");
  const auto glove = StringTable::load(file, "glove");
  const auto projection = Matrix::load(file, "glove.projection");
  const auto affix_vectors = file.numbers<std::int16_t>("affixes.vectors");
  const auto root = file.numbers<std::int16_t>("root");
  if (!words) return tl::make_unexpected(words.error());
  if (!word_vectors) return tl::make_unexpected(word_vectors.error());
  if (!glove) return tl::make_unexpected(glove.error());
  if (!projection) return tl::make_unexpected(projection.error());
  if (!affix_vectors) return tl::make_unexpected(affix_vectors.error());
  if (!root) return tl::make_unexpected(root.error());

  std::size_t rows = 0;
  for (std::size_t k = 0; k < feature_count; ++k) {
    const auto table = StringTable::load(file, "affixes." + std::to_string(k));
    if (!table) return tl::make_unexpected(table.error());
    vectors.affixes_[k] = *table;
    vectors.affix_starts_[k] = rows;
    rows += table->size() + 1;
  }
  vectors.words_ = *words;
  vectors.word_vectors_ = *word_vectors;
  vectors.glove_ = *glove;
  if (glove->size() > 0) {
    const auto glove_vectors = file.numbers<std::int8_t>("glove.vectors");
    const auto glove_shifts = file.numbers<std::uint8_t>("glove.shifts");
    if (!glove_vectors) return tl::make_unexpected(glove_vectors.error());
    if (!glove_shifts) return tl::make_unexpected(glove_shifts.error());
    vectors.glove_vectors_ = *glove_vectors;
    vectors.glove_shifts_ = *glove_shifts;
  }
  vectors.projection_ = *projection;
  vectors.affix_vectors_ = *affix_vectors;
  vectors.root_ = *root;
  vectors.word_size_ = word_vectors->size() / (words->size() + 1);
  vectors.affix_size_ = affix_vectors->size() / rows;
  if (vectors.word_size_ == 0 || vectors.size() != root->size() || vectors.size() > largest_vector ||
      vectors.word_size_ * (words->size() + 1) != word_vectors->size())
    return file.bad_section("words.vectors");
  if (vectors.affix_size_ * rows != affix_vectors->size()) return file.bad_section("affixes.vectors");
  if (vectors.glove_vectors_.size() != glove->size() * glove_size ||
      vectors.glove_shifts_.size() != glove->size() ||
      std::ranges::any_of(vectors.glove_shifts_, [](auto shift) { return shift > activation_shift; }))
    return file.bad_section("glove.vectors");
  if (projection->rows < vectors.word_size_ || projection->rows > largest_vector ||
      projection->columns != glove_size + 1)
    return file.bad_section("glove.projection");
  return vectors;
}

void WordVectors::add_glove(std::string_view form, std::int32_t* sums) const {
  std::int32_t sum[glove_size + 1] = {};
  std::int32_t parts = 0;
  const auto add = [&](std::string_view part) {
    const auto id = glove_.find(part);
    if (!id) return;
    ++parts;
    const auto* row = glove_vectors_.data() + *id * glove_size;
    const int up = activation_shift - glove_shifts_[*id];
    for (std::size_t i = 0; i < glove_size; ++i) sum[i] += std::int32_t{row[i]} * (1 << up);
  };
  add(form);
  if (parts == 0) {
    for (std::size_t at = 0; at <= form.size();) {
      const auto end = std::min(form.find_first_of(joints, at), form.size());
      if (end > at) add(form.substr(at, end - at));
      at = end + 1;
    }
  }
  alignas(64) std::int16_t in[padded(glove_size + 1)] = {};
  for (std::size_t i = 0; i < glove_size; ++i) in[i] = saturated(parts > 1 ? sum[i] / parts : sum[i]);
  if (parts == 0) in[glove_size] = 1 << activation_shift;
  multiply(in, padded(glove_size + 1), 1, projection_, sums, projection_.rows);
}

void WordVectors::write(std::string_view form, std::int16_t* out) const {
  const auto small = normalised(form);
  std::int32_t sums[largest_vector];
  add_glove(small.view(), sums);
  const auto* learnt = learnt_row(words_, word_vectors_, small.view(), word_size_);
  const std::int32_t half = projection_.shift == 0 ? 0 : 1 << (projection_.shift - 1);
  for (std::size_t i = 0; i < word_size_; ++i)
    out[i] = saturated(((sums[i] + half) >> projection_.shift) + learnt[i]);

  std::int32_t spelling[largest_vector];
  std::fill_n(spelling, affix_size_, 0);
  const auto features = spelling_features(form);
  const auto views = features.views();
  for (std::size_t k = 0; k < feature_count; ++k) {
    const auto* row = learnt_row(affixes_[k], affix_vectors_.subspan(affix_starts_[k] * affix_size_),
                                 views[k], affix_size_);
    for (std::size_t i = 0; i < affix_size_; ++i) spelling[i] += row[i];
  }
  for (std::size_t i = 0; i < affix_size_; ++i) out[word_size_ + i] = saturated(spelling[i]);
}

void WordVectors::write_root(std::int16_t* out) const {
  std::ranges::copy(root_, out);
}

}  // namespace demarche
