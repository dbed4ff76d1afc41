#include "ingest/language/trainer/training_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "ingest/language/distance.h"

namespace demarche {
namespace {

constexpr std::size_t vector_size = 100;
constexpr std::size_t words_for_scale = 50'000;
constexpr std::size_t longest_sentence = 150;  // words; longer ones are lists, and slow
constexpr std::size_t least_word = 2;          // occurrences, for a vector of its own
constexpr std::size_t least_affix = 3;
constexpr double length_noise = 4;  // words by which sentences of a batch may differ in length

using Counts = std::map<std::string, std::size_t>;
using Ids = std::unordered_map<std::string, std::int64_t>;

std::vector<std::string> frequent(const Counts& counts, std::size_t least) {
  std::vector<std::string> strings;
  for (const auto& [text, count] : counts)
    if (count >= least) strings.push_back(text);
  return strings;
}

Ids numbered(const std::vector<std::string>& strings, std::int64_t first) {
  Ids ids;
  for (const auto& text : strings) ids.emplace(text, first++);
  return ids;
}

std::int64_t id_of(const Ids& ids, std::string_view text, std::int64_t unknown) {
  const auto found = ids.find(std::string(text));
  return found == ids.end() ? unknown : found->second;
}

torch::Tensor tensor_of(const std::vector<std::int64_t>& numbers) {
  return torch::tensor(numbers, torch::kLong);
}

// Adds up the vectors of the word or, where it has none, of its parts; then their mean, and a one where
// nothing is known.
std::vector<float> outside_vector(std::string_view form, const Ids& ids, const OutsideVectors& vectors) {
  std::vector<float> row(vector_size + 1, 0.0f);
  float parts = 0;
  const auto add = [&](std::string_view part) {
    const auto id = id_of(ids, part, -1);
    if (id < 0) return;
    ++parts;
    for (std::size_t i = 0; i < vector_size; ++i)
      row[i] += vectors.numbers[static_cast<std::size_t>(id) * vector_size + i];
  };
  add(form);
  constexpr std::string_view joints = "-/'.,_";
  for (std::size_t at = 0; parts == 0 && at <= form.size();) {
    const auto end = std::min(form.find_first_of(joints, at), form.size());
    if (end > at) add(form.substr(at, end - at));
    at = end + 1;
    if (at > form.size()) break;
  }
  if (parts == 0)
    row[vector_size] = 1;
  else
    for (std::size_t i = 0; i < vector_size; ++i) row[i] /= parts;
  return row;
}

}  // namespace

Result<OutsideVectors> OutsideVectors::read(const std::string& file, const std::vector<std::string>& wanted,
                                            std::size_t most) {
  OutsideVectors vectors;
  if (file.empty()) return vectors;
  std::ifstream in(file);
  if (!in) return fail(ErrorKind::NotFound, file, "cannot be read");
  const std::unordered_set<std::string> needed(wanted.begin(), wanted.end());
  double sum = 0, squares = 0, count = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line); ++number) {
    std::istringstream fields(line);
    std::string word;
    std::vector<float> row(vector_size);
    fields >> word;
    for (float& value : row) fields >> value;
    if (!fields)
      return fail(ErrorKind::Malformed, fmt::format("{}:{}", file, number + 1), "not a word and 100 numbers");
    if (number < words_for_scale)
      for (const double value : row) sum += value, squares += value * value, ++count;
    if (number >= most && !needed.contains(word)) continue;
    vectors.words.push_back(word);
    vectors.numbers.insert(vectors.numbers.end(), row.begin(), row.end());
  }
  if (count == 0) return fail(ErrorKind::Malformed, file, "no vectors");
  const double mean = sum / count;
  const auto scale = static_cast<float>(1 / std::sqrt(std::max(squares / count - mean * mean, 1e-12)));
  for (float& value : vectors.numbers) value *= scale;
  return vectors;
}

TrainingData::TrainingData(const Lessons& lessons, const OutsideVectors& vectors) {
  choose_strings(lessons.sentences);
  lists_["glove"] = vectors.words;
  encode(lessons, vectors);
}

void TrainingData::choose_strings(std::span<const Sentence> sentences) {
  Counts words, xpos, upos, deprels;
  std::vector<Counts> affixes(feature_count);
  for (const auto& sent : sentences)
    for (const auto& tok : sent.tokens) {
      ++words[std::string(normalised(tok.form).view())];
      ++xpos[std::string(tok.xpos)];
      ++upos[std::string(tok.upos)];
      ++deprels[std::string(tok.deprel)];
      const auto features = spelling_features(tok.form);
      const auto views = features.views();
      for (std::size_t k = 0; k < feature_count; ++k) ++affixes[k][std::string(views[k])];
    }
  lists_["words"] = frequent(words, least_word);
  lists_["xpos"] = frequent(xpos, 1);
  lists_["upos"] = frequent(upos, 1);
  lists_["deprels"] = frequent(deprels, 1);
  for (std::size_t k = 0; k < feature_count; ++k) {
    auto& strings = lists_[fmt::format("affixes.{}", k)];
    strings = frequent(affixes[k], least_affix);
    affix_rows_ += strings.size() + 1;
  }
}

void TrainingData::encode(const Lessons& lessons, const OutsideVectors& vectors) {
  const auto words = numbered(lists_["words"], 1);
  const auto outside = numbered(vectors.words, 0);
  const auto xpos = numbered(lists_["xpos"], 0);
  const auto upos = numbered(lists_["upos"], 0);
  const auto deprels = numbered(lists_["deprels"], 0);
  std::vector<Ids> affixes;
  std::vector<std::int64_t> starts;
  std::int64_t rows = 0;
  for (std::size_t k = 0; k < feature_count; ++k) {
    const auto& strings = lists_[fmt::format("affixes.{}", k)];
    starts.push_back(rows);
    affixes.push_back(numbered(strings, rows + 1));
    rows += static_cast<std::int64_t>(strings.size()) + 1;
  }
  Ids rows_of_forms;
  std::vector<float> outside_rows(vector_size + 1, 0.0f);
  const auto outside_row = [&](const std::string& form) {
    const auto [at, is_new] =
        rows_of_forms.emplace(form, static_cast<std::int64_t>(rows_of_forms.size()) + 1);
    if (is_new) {
      const auto row = outside_vector(form, outside, vectors);
      outside_rows.insert(outside_rows.end(), row.begin(), row.end());
    }
    return at->second;
  };

  for (const auto& sent : lessons.sentences) {
    if (&sent == lessons.sentences.data() + lessons.in_first_treebank) in_first_treebank_ = sentences_.size();
    if (sent.tokens.size() > longest_sentence) continue;
    EncodedSentence out{{0}, {0}, starts, {0}, {-1}, {-1}, {-1}};
    for (const auto& tok : sent.tokens) {
      const std::string form(normalised(tok.form).view());
      out.words.push_back(id_of(words, form, 0));
      out.outside.push_back(outside_row(form));
      const auto features = spelling_features(tok.form);
      const auto views = features.views();
      for (std::size_t k = 0; k < feature_count; ++k)
        out.affixes.push_back(id_of(affixes[k], views[k], starts[k]));
      out.heads.push_back(tok.head + 1);
      out.labels.push_back(id_of(deprels, tok.deprel, -1));
      out.xpos.push_back(id_of(xpos, tok.xpos, -1));
      out.upos.push_back(id_of(upos, tok.upos, -1));
    }
    sentences_.push_back(std::move(out));
  }
  if (lessons.in_first_treebank == lessons.sentences.size()) in_first_treebank_ = sentences_.size();
  const auto forms = static_cast<std::int64_t>(outside_rows.size() / (vector_size + 1));
  outside_ = torch::tensor(outside_rows).view({forms, static_cast<std::int64_t>(vector_size) + 1});
}

std::vector<std::vector<std::size_t>> TrainingData::shuffled(std::size_t words, From from,
                                                             std::mt19937_64& random) const {
  std::vector<std::pair<double, std::size_t>> order;
  const std::size_t count = from == From::All ? sentences_.size() : in_first_treebank_;
  for (std::size_t i = 0; i < count; ++i) {
    const double noise = length_noise * static_cast<double>(random() >> 11) / static_cast<double>(1ULL << 53);
    order.emplace_back(static_cast<double>(sentences_[i].size()) + noise, i);
  }
  std::ranges::sort(order);
  std::vector<std::vector<std::size_t>> batches(1);
  std::size_t size = 0;
  for (const auto& [length, i] : order) {
    if (size >= words) {
      batches.emplace_back();
      size = 0;
    }
    batches.back().push_back(i);
    size += sentences_[i].size();
  }
  for (std::size_t i = batches.size(); i > 1; --i) std::swap(batches[i - 1], batches[random() % i]);
  return batches;
}

Batch TrainingData::batch(std::vector<std::size_t> chosen) const {
  std::ranges::stable_sort(chosen, std::ranges::greater(),
                           [&](std::size_t i) { return sentences_[i].size(); });
  const std::size_t count = chosen.size();
  const std::size_t steps = sentences_[chosen.front()].size();
  std::vector<std::int64_t> starts = {0};
  for (std::size_t t = 0; t < steps; ++t)
    starts.push_back(starts.back() +
                     std::ranges::count_if(chosen, [&](auto i) { return sentences_[i].size() > t; }));

  Batch out;
  out.sentences = static_cast<std::int64_t>(count);
  out.steps = static_cast<std::int64_t>(steps);
  std::vector<std::int64_t> words, outside, affixes, sentence, head_rows, arc_buckets, labels, xpos, upos;
  std::vector<std::int64_t> padded_rows(count * steps, 0), heads(count * steps, -1);
  auto no_arc = torch::ones({out.sentences, out.steps, out.steps}, torch::kBool);
  auto no_arc_at = no_arc.accessor<bool, 3>();
  for (std::size_t t = 0; t < steps; ++t)
    for (std::size_t b = 0; b < count && sentences_[chosen[b]].size() > t; ++b) {
      const auto& sent = sentences_[chosen[b]];
      const auto head = static_cast<std::size_t>(sent.heads[t]);
      words.push_back(sent.words[t]);
      outside.push_back(sent.outside[t]);
      for (std::size_t k = 0; k < feature_count; ++k) affixes.push_back(sent.affixes[t * feature_count + k]);
      sentence.push_back(static_cast<std::int64_t>(b));
      head_rows.push_back(starts[head] + static_cast<std::int64_t>(b));
      arc_buckets.push_back(static_cast<std::int64_t>(distance_bucket(t, head)));
      labels.push_back(sent.labels[t]);
      xpos.push_back(sent.xpos[t]);
      upos.push_back(sent.upos[t]);
      padded_rows[b * steps + t] = starts[t] + static_cast<std::int64_t>(b);
      if (t > 0) heads[b * steps + t] = sent.heads[t];
      for (std::size_t h = 0; h < sent.size(); ++h) no_arc_at[b][t][h] = h == t && t > 0;
    }
  std::vector<std::int64_t> buckets;
  for (std::size_t d = 0; d < steps; ++d)
    for (std::size_t h = 0; h < steps; ++h)
      buckets.push_back(static_cast<std::int64_t>(distance_bucket(d, h)));

  const auto square = [&](const std::vector<std::int64_t>& numbers, std::int64_t rows) {
    return tensor_of(numbers).view({rows, -1});
  };
  out.words = tensor_of(words);
  out.outside = tensor_of(outside);
  out.affixes = square(affixes, static_cast<std::int64_t>(words.size()));
  out.starts = tensor_of(starts);
  out.sentence = tensor_of(sentence);
  out.padded_rows = square(padded_rows, out.sentences);
  out.no_arc = no_arc;
  out.heads = square(heads, out.sentences);
  out.head_rows = tensor_of(head_rows);
  out.buckets = square(buckets, out.steps);
  out.arc_buckets = tensor_of(arc_buckets);
  out.labels = tensor_of(labels);
  out.xpos = tensor_of(xpos);
  out.upos = tensor_of(upos);
  return out;
}

}  // namespace demarche
