// A rule says how to write the lemma: which case, how many characters to take off the end, and what to put
// there. The rule of a word is that of its longest ending that has one, given its tag and how it is
// capitalised; the whole word counts as its longest ending, so exceptions and regular endings are one table.
// Of a word that is no exception, a shorter ending's rule is taken where it alone gives a lemma that training
// has seen ("smell" rather than "smel"). Learning keeps an ending only where its most frequent rule differs
// from that of the next shorter one.
#include "ingest/language/lemmatizer.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "ingest/language/casing.h"
#include "ingest/language/counts.h"
#include "ingest/language/word_shape.h"

namespace demarche {
namespace {

constexpr std::size_t longest_ending = 7;       // bytes, of an ending that is not the whole word
constexpr std::size_t least_words_of_rule = 2;  // with an ending, for a rule of its own
constexpr char whole_word = '^';

bool is_ascii_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

enum class Case : char { Small = 's', Title = 't', Capitals = 'c' };

Case case_of(std::string_view form) {
  if (form.empty() || !is_ascii_capital(form[0])) return Case::Small;
  const bool all = form.size() > 1 && std::ranges::none_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
  return all ? Case::Capitals : Case::Title;
}

// A rule as text: the case, a letter for the number of bytes taken off, and what is put there.
enum class Writing : char { Small = 's', AsIs = 'a', Title = 't' };

std::string title(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string written(std::string_view form, Writing writing) {
  if (writing == Writing::AsIs) return std::string(form);
  std::string small(normalised(form).view());
  return writing == Writing::Title ? title(std::move(small)) : small;
}

// Whether the byte is one of a character that began before it.
bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::string rule_between(std::string_view form, std::string_view lemma) {
  const auto common_with = [&](const std::string& base) {
    const auto [end, same] = std::ranges::mismatch(base, lemma);
    return static_cast<std::size_t>(end - base.begin());
  };
  Writing writing = Writing::Small;
  std::size_t common = common_with(written(form, Writing::Small));
  for (const auto other : {Writing::AsIs, Writing::Title})
    if (const auto length = common_with(written(form, other)); length > common) {
      writing = other;
      common = length;
    }
  while (common > 0 && common < lemma.size() && continues_character(lemma[common])) --common;
  const std::size_t off = written(form, writing).size() - common;
  return std::string{static_cast<char>(writing), static_cast<char>('0' + std::min<std::size_t>(off, 70))} +
         std::string(lemma.substr(common));
}

void apply(std::string_view rule, std::string_view form, std::string& lemma) {
  lemma = written(form, static_cast<Writing>(rule[0]));
  const auto off = static_cast<std::size_t>(rule[1] - '0');
  std::size_t kept = lemma.size() - std::min(off, lemma.size());
  const auto put = rule.substr(2);
  if (put.empty() || !continues_character(put[0]))  // else it goes on with the character that is cut
    while (kept > 0 && kept < lemma.size() && continues_character(lemma[kept])) --kept;
  lemma.resize(kept);
  lemma += put;
}

// The keys of a word, from its whole spelling to the empty ending, in room of its own.
class EndingKeys {
 public:
  EndingKeys(std::string_view form, std::string_view xpos) : small_(normalised(form)) {
    head_.append(xpos);
    const std::array<char, 3> marks = {'|', static_cast<char>(case_of(form)), '|'};
    head_.append({marks.data(), marks.size()});
  }

  // Calls visit(key) from the longest ending to the shortest until it returns true.
  template <class Visit>
  void visit(Visit visit) const {
    const auto word = small_.view();
    ShortText whole = head_;
    whole.append({&whole_word, 1});
    whole.append(word);
    if (visit(whole.view())) return;
    for (std::size_t length = std::min(longest_ending, word.size()) + 1; length-- > 0;) {
      ShortText key = head_;
      key.append(word.substr(word.size() - length));
      if (visit(key.view())) return;
    }
  }

 private:
  ShortText small_;
  ShortText head_;
};

bool is_whole(std::string_view key) {
  return key.find(std::string{'|', whole_word}) != std::string_view::npos;
}

// Counts every occurrence for a whole word, and every word once for its endings: frequent words are often
// irregular.
std::map<std::string, Counts> count_rules(std::span<const Sentence> sentences) {
  std::map<std::string, Counts> counts;
  for (const auto& sent : sentences)
    for (const auto& tok : sent.tokens) {
      if (tok.lemma.empty()) continue;
      const auto rule = rule_between(tok.form, tok.lemma);
      bool is_new = false;
      EndingKeys(tok.form, tok.xpos).visit([&](std::string_view key) {
        if (is_whole(key))
          is_new = ++counts[std::string(key)][rule] == 1;
        else if (is_new)
          ++counts[std::string(key)][rule];
        return false;
      });
    }
  return counts;
}

// The key of the next shorter ending; empty behind the last.
std::string shorter(const std::string& key) {
  const auto start = key.rfind('|') + 1;
  if (start >= key.size()) return {};
  if (is_whole(key)) {
    const auto word = key.substr(start + 1);
    return key.substr(0, start) + word.substr(word.size() - std::min(word.size(), longest_ending));
  }
  return key.substr(0, start) + key.substr(start + 1);
}

}  // namespace

Result<Lemmatizer> Lemmatizer::load(const ModelFile& file) {
  Lemmatizer lemmatizer;
  const auto keys = StringTable::load(file, "lemma.keys");
  const auto rules = StringTable::load(file, "lemma.rules");
  const auto seen = StringTable::load(file, "lemma.seen");
  const auto rule_of_key = file.numbers<std::uint16_t>("lemma.rule_of_key");
  if (!keys) return tl::make_unexpected(keys.error());
  if (!rules) return tl::make_unexpected(rules.error());
  if (!seen) return tl::make_unexpected(seen.error());
  if (!rule_of_key || rule_of_key->size() != keys->size()) return file.bad_section("lemma.rule_of_key");
  for (const auto rule : *rule_of_key)
    if (rule >= rules->size()) return file.bad_section("lemma.rule_of_key");
  for (std::size_t i = 0; i < rules->size(); ++i)
    if ((*rules)[i].size() < 2) return file.bad_section("lemma.rules");
  lemmatizer.keys_ = *keys;
  lemmatizer.rules_ = *rules;
  lemmatizer.seen_ = *seen;
  lemmatizer.rule_of_key_ = *rule_of_key;
  return lemmatizer;
}

void Lemmatizer::lemmatize(std::string_view form, std::string_view xpos, std::string& lemma) const {
  std::optional<std::uint32_t> longest;
  bool is_seen = false;
  EndingKeys(form, xpos).visit([&](std::string_view key) {
    const auto id = keys_.find(key);
    if (!id) return false;
    if (!longest) longest = id;
    apply(rules_[rule_of_key_[*id]], form, lemma);
    return is_seen = is_whole(key) || seen_.find(lemma).has_value();
  });
  if (is_seen) return;
  if (longest)
    apply(rules_[rule_of_key_[*longest]], form, lemma);
  else
    lemma = form;
}

void Lemmatizer::lemmatize(Sentence& sent) const {
  for (auto& tok : sent.tokens) {
    const auto form = form_to_read(tok);
    lemmatize(form.view(), tok.xpos, tok.lemma);
    if (tok.lemma.empty()) tok.lemma = form.view();  // a rule that takes off an ending took all
  }
}

void add_lemmatizer(std::span<const Sentence> sentences, ModelWriter& out) {
  const auto counts = count_rules(sentences);
  std::map<std::string, std::string> kept;  // key to rule, shorter endings decided first
  std::vector<std::string> by_length;
  for (const auto& [key, rules] : counts) by_length.push_back(key);
  std::ranges::stable_sort(by_length, {},
                           [](const auto& key) { return std::pair(is_whole(key), key.size()); });
  for (const auto& key : by_length) {
    const auto& rules = counts.at(key);
    if (!is_whole(key) && total(rules) < least_words_of_rule && !shorter(key).empty()) continue;
    std::string inherited;
    for (auto next = shorter(key); inherited.empty() && !next.empty(); next = shorter(next))
      if (const auto found = kept.find(next); found != kept.end()) inherited = found->second;
    auto rule = most_frequent(rules);
    if (rule != inherited) kept.emplace(key, std::move(rule));
  }

  std::vector<std::string> keys;
  std::vector<std::string> rules;
  std::map<std::string, std::uint16_t> ids;
  std::vector<std::uint16_t> rule_of_key;
  for (const auto& [key, rule] : kept) {
    const auto [at, is_new] = ids.emplace(rule, static_cast<std::uint16_t>(rules.size()));
    if (is_new) rules.push_back(rule);
    keys.push_back(key);
    rule_of_key.push_back(at->second);
  }
  std::set<std::string> seen;
  for (const auto& sent : sentences)
    for (const auto& tok : sent.tokens)
      if (!tok.lemma.empty()) seen.insert(tok.lemma);
  add_string_table(out, "lemma.seen", std::vector(seen.begin(), seen.end()));
  add_string_table(out, "lemma.keys", keys);
  add_string_table(out, "lemma.rules", rules);
  out.add_numbers<std::uint16_t>("lemma.rule_of_key", rule_of_key);
}

}  // namespace demarche
