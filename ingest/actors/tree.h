// A parsed sentence as a tree to walk: the dependents of each word, and the group of nouns that it belongs
// to. Words are numbers in the sentence, -1 is none; an unparsed sentence has no arcs. Tested by
// tests/ingest/stances/clauses_test.cpp over tests/cases/stances/clauses.txt.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "ingest/language/sentence.h"

namespace demarche {

class Tree {
 public:
  // `sentence` must outlive the tree.
  explicit Tree(const Sentence& sentence);

  [[nodiscard]] int size() const { return static_cast<int>(sentence_->tokens.size()); }
  [[nodiscard]] const Token& at(int word) const { return sentence_->tokens[static_cast<std::size_t>(word)]; }
  [[nodiscard]] int head(int word) const { return at(word).head; }

  // "nsubj:pass"; and whether it is this relation or a subtype of it: `is(word, "nsubj")`.
  [[nodiscard]] std::string_view relation(int word) const { return at(word).deprel; }
  [[nodiscard]] bool is(int word, std::string_view relation) const;
  [[nodiscard]] bool is_any(int word, std::initializer_list<std::string_view> relations) const;

  // From left to right.
  [[nodiscard]] const std::vector<int>& dependents(int word) const {
    return dependents_[static_cast<std::size_t>(word)];
  }
  [[nodiscard]] int dependent(int word, std::string_view relation) const;  // the first; -1 for none

  [[nodiscard]] bool is_nominal(int word) const;  // by its tag a noun, name, number or pronoun

  // The head of the group of nouns that holds this word together with what stands before it: that of "the
  // leaked plan" is "plan", of "Putin's aide" "aide". The word itself where it modifies nothing.
  [[nodiscard]] int group(int word) const { return groups_[static_cast<std::size_t>(word)]; }

  // Takes a word, with the group that it heads, into the group of its head.
  // REQUIRES: the word has a head.
  void join(int word);

  // Takes the words from `first` to `head` out of their group, as one that `head` heads.
  void part(int first, int head);

  // Words from the root down, each behind its head.
  [[nodiscard]] const std::vector<int>& downwards() const { return downwards_; }

 private:
  [[nodiscard]] bool counts_votes(int word) const;
  [[nodiscard]] bool joins_group(int word) const;
  [[nodiscard]] int climb(int word) const;

  const Sentence* sentence_;
  std::vector<std::vector<int>> dependents_;
  std::vector<int> groups_;
  std::vector<int> downwards_;
};

}  // namespace demarche
