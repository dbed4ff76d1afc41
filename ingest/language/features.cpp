// A word has three keys, each more exact than the one before: its tags; these with its relation to its head
// and the helpers that hang on it ("mark" tells infinitives, "aux:pass" passives); and all that with its
// form. The most exact key that the table has decides. In learning, a key is kept where it says other than
// the less exact one.
#include "ingest/language/features.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "ingest/language/counts.h"
#include "ingest/language/word_shape.h"

namespace demarche {
namespace {

constexpr std::string_view helpers[] = {"mark", "aux", "aux:pass", "cop", "nsubj", "nsubj:pass"};
constexpr std::size_t key_count = 3;
constexpr std::size_t longest_form = 96;   // bytes; more of a form does not count
constexpr std::size_t least_evidence = 2;  // words of a key that is not the least exact

// For each token the helpers that hang on it, a bit each.
std::vector<unsigned> helpers_of(const Sentence& sent) {
  std::vector<unsigned> found(sent.tokens.size(), 0);
  for (const auto& tok : sent.tokens) {
    const auto* helper = std::ranges::find(helpers, tok.deprel);
    if (tok.head >= 0 && helper != std::end(helpers))
      found[static_cast<std::size_t>(tok.head)] |= 1u << (helper - std::begin(helpers));
  }
  return found;
}

// The keys of one word, of which only the longest is written out: the others are its ends.
class Keys {
 public:
  Keys(const Token& tok, unsigned helpers_of_it) {
    add(normalised(tok.form).view().substr(0, longest_form), 2);
    add(tok.deprel, 1);
    const char helpers_found = static_cast<char>('0' + helpers_of_it);
    add({&helpers_found, 1}, 1);
    add(tok.upos, 0);
    text_.append(tok.xpos);
  }

  // Number 0 is the least exact.
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    return text_.view().substr(number + 1 < key_count ? ends_[number + 1] : 0);
  }

 private:
  // Adds a part that stands in the key of this number and in those that are more exact.
  void add(std::string_view part, std::size_t number) {
    text_.append(part);
    text_.append("\t");
    ends_[number] = text_.view().size();
  }

  ShortText text_;
  std::array<std::size_t, key_count> ends_{};
};

using CountsOfKeys = std::array<std::map<std::string, Counts>, key_count>;

CountsOfKeys count_features(std::span<const Sentence> sentences) {
  CountsOfKeys all;
  for (const auto& sent : sentences) {
    const auto found = helpers_of(sent);
    for (std::size_t i = 0; i < sent.tokens.size(); ++i) {
      const Keys keys(sent.tokens[i], found[i]);
      for (std::size_t number = 0; number < key_count; ++number)
        ++all[number][std::string(keys[number])][std::string(sent.tokens[i].features)];
    }
  }
  return all;
}

using Kept = std::map<std::string, std::string, std::less<>>;

// What the keys less exact than `key` say, which are its ends; nothing where none of them is kept.
std::string_view inherited(std::string_view key, const Kept& kept) {
  for (auto tab = key.find('\t'); tab != key.npos; tab = key.find('\t')) {
    key.remove_prefix(tab + 1);
    if (const auto found = kept.find(key); found != kept.end()) return found->second;
  }
  return {};
}

Kept kept_of(const CountsOfKeys& all) {
  Kept kept;
  for (std::size_t number = 0; number < key_count; ++number)
    for (const auto& [key, counts] : all[number]) {
      const auto& value = most_frequent(counts);
      if (number == 0 || (total(counts) >= least_evidence && value != inherited(key, kept)))
        kept.emplace(key, value);
    }
  return kept;
}

}  // namespace

Result<FeatureTable> FeatureTable::load(const ModelFile& file) {
  FeatureTable table;
  const auto keys = StringTable::load(file, "features.keys");
  const auto values = StringTable::load(file, "features.values");
  const auto value_of_key = file.numbers<std::uint16_t>("features.value_of_key");
  if (!keys) return tl::make_unexpected(keys.error());
  if (!values) return tl::make_unexpected(values.error());
  if (!value_of_key || value_of_key->size() != keys->size() ||
      std::ranges::any_of(*value_of_key, [&](auto value) { return value >= values->size(); }))
    return file.bad_section("features.value_of_key");
  table.keys_ = *keys;
  table.values_ = *values;
  table.value_of_key_ = *value_of_key;
  return table;
}

void FeatureTable::assign(Sentence& sent) const {
  const auto found = helpers_of(sent);
  for (std::size_t i = 0; i < sent.tokens.size(); ++i) {
    auto& tok = sent.tokens[i];
    const Keys keys(tok, found[i]);
    tok.features = {};
    for (std::size_t number = key_count; number-- > 0;)
      if (const auto key = keys_.find(keys[number])) {
        tok.features = values_[value_of_key_[*key]];
        break;
      }
  }
}

void add_features(std::span<const Sentence> sentences, ModelWriter& out) {
  std::vector<std::string> keys, values;
  std::map<std::string, std::uint16_t> ids;
  std::vector<std::uint16_t> value_of_key;
  for (const auto& [key, value] : kept_of(count_features(sentences))) {
    const auto [at, is_new] = ids.emplace(value, static_cast<std::uint16_t>(values.size()));
    if (is_new) values.push_back(value);
    keys.push_back(key);
    value_of_key.push_back(at->second);
  }
  add_string_table(out, "features.keys", keys);
  add_string_table(out, "features.values", values);
  out.add_numbers<std::uint16_t>("features.value_of_key", value_of_key);
}

}  // namespace demarche
