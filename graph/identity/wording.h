// What the words of a proposal's mention tell: whose it is, what it is about, whether it counts its points or
// money. Tested by tests/graph/identity/wording_test.cpp.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/model/gazetteer.h"

namespace demarche {

struct Wording {
  std::set<std::string> content;    // folded, plural s off, an actor's name or adjective as its gazetteer key
  std::set<std::string> keys;       // of the content, those that are gazetteer keys
  std::set<std::string> matter;     // of these, what stands after a possessive that leads
  std::set<std::string> sides;      // keys of those whom it joins: "with", "between", "EU-Mercosur"
  std::set<std::string> owners;     // keys of its possessives and adjectives
  std::set<std::string> described;  // stems of owners that are nobody's name: "mediator's"
  std::set<std::string> called;     // stems of owners by a name that no entry has: "Vallejo's"
  std::set<std::string> amounts;  // unit and value: "crown 42", "percent 5.5", "billion 4.2"; points are none
  std::set<std::string> years;    // for which it is: "budget for 2028", "2028 budget"
  bool has_owner = false;         // a possessive, or a name or adjective of the gazetteer
  bool has_number = false;        // a number of points or an amount; a year is none
  bool is_moved = false;          // "offer to 5.5 percent", which was another before
};

// The words of a text in their order, as written, without a possessive 's.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

// `word` folded and without the s of its plural.
[[nodiscard]] std::string stem(std::string_view word);

// "draft 4", "version 2": a number that tells one text of a row from another.
[[nodiscard]] bool is_numbered_noun(std::string_view word);

// A function word, which tells nothing of what a phrase is about. `word` is folded.
[[nodiscard]] bool is_function_word(std::string_view word);

// "Five" and "fifty" as numbers; nothing for other words. `word` is folded.
[[nodiscard]] std::optional<int> number_spelled(std::string_view word);

// Whether a mention says by a possessive ending whose it is.
[[nodiscard]] bool has_possessive(std::string_view mention);

// "A settlement": whether it is brought up by its article.
[[nodiscard]] bool has_open_article(std::string_view mention);

// A mention without what tells where, when or how rather than what: "plan" of "plan on Monday", "parking
// plan" of "parking plan of its own in answer to the toll".
[[nodiscard]] std::string_view without_adjunct(std::string_view mention);

// A name for show: without leading article or pronoun, adjunct, surrounding quotes and closing punctuation.
[[nodiscard]] std::string trimmed_name(std::string_view mention);

// Reads wordings by one gazetteer, which must outlive it. Adjuncts are left out.
class WordingReader {
 public:
  explicit WordingReader(const Gazetteer& gazetteer);

  [[nodiscard]] Wording read(std::string_view mention) const;

 private:
  // The entry whose name or adjective begins at a word, the longest that does.
  struct Named {
    std::string key;  // empty where none does
    std::size_t words = 1;
    bool is_adjective = false;
  };
  [[nodiscard]] bool is_capital(const std::string& key) const;
  [[nodiscard]] Named named_at(const std::vector<std::string>& words, std::size_t i) const;

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, std::string> adjectives_;  // folded, to the entry's key
};

}  // namespace demarche
