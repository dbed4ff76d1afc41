// A sentence cut into groups of nouns, groups of verbs, and what stands between them.
// Tested by tests/ingest/actors/chunks_test.cpp over tests/cases/actors/chunks.txt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/actors/actor_words.h"
#include "ingest/actors/tags.h"
#include "ingest/actors/tree.h"

namespace demarche {

enum class ChunkKind : std::uint8_t {
  Nouns,       // "the leaked 28-point plan", "Putin's aide"
  Verbs,       // "has not been formally accepted", "to reject"
  Adjectives,  // with no noun behind: "ready", "unacceptable"
  Time,        // "last Thursday", "December 3", "four weeks ago"
  Preposition,
  Conjunction,
  Subordinator,
  Relative,
  Adverb,
  Comma,
  Quote,
  Open,
  Close,
  Stop,
};

// Words `first` to `last`, both inside. `head` is the last noun, the main verb, or the only word.
struct Chunk {
  ChunkKind kind = ChunkKind::Stop;
  int first = 0;
  int last = 0;
  int head = 0;

  // Of verbs.
  std::string lemma = {};  // the main verb's; empty where it is not known
  int modal = -1;          // the word "would", "may", …
  std::uint8_t forms = 0;  // the main verb's
  bool passive = false;    // with a form of "be"
  bool ended = false;      // "no longer insists"
  bool negated = false;
  bool infinitive = false;  // begins with "to"
  bool bare = false;        // one verb without auxiliary: "rejected" may be a past or a participle
  bool copula = false;      // a form of "be" alone
  bool perfect = false;
};

// A sentence with its groups, and its tree where it has been parsed. `line` must outlive it.
struct Shallow {
  const Line* line = nullptr;
  std::vector<Tagged> tags;
  std::vector<Chunk> chunks;
  std::vector<int> chunk_of;  // of each word
  std::optional<Tree> tree;

  // "*a $17 | per |* share offer": the group that begins with the price; itself where none does.
  [[nodiscard]] int with_price(int chunk_at) const;

  [[nodiscard]] const Word& word(int i) const { return line->words[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Tagged& tag(int i) const { return tags[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Chunk& chunk(int i) const { return chunks[static_cast<std::size_t>(i)]; }
  [[nodiscard]] int size() const { return static_cast<int>(chunks.size()); }
  [[nodiscard]] bool is(int i, ChunkKind kind) const { return i >= 0 && i < size() && chunk(i).kind == kind; }
  [[nodiscard]] const std::string& key(int i) const { return word(i).key; }
  [[nodiscard]] const std::string& head_key(int i) const { return key(chunk(i).head); }

  // "*Norway*'s": whether the mark of an owner stands behind this word.
  [[nodiscard]] bool bears_mark(int word) const {
    return word + 1 < line->size() && tag(word + 1).tag == Tag::Possessive;
  }

  // "Norway*'s* plan": the first mark of an owner from the word `first` on, before `end`; -1 for none.
  [[nodiscard]] int possessive_mark(int first, int end) const;

  // Whether somebody owns what begins at the word `first`: "*Norway's* plan", "*its* plan".
  [[nodiscard]] bool is_owned(int first, int end) const;

  // "(*R-Ohio*)": whether a member's party and state begin at this word.
  [[nodiscard]] bool tells_party(int word) const;

  // Whether a quotation that begins in this sentence is open before a word.
  [[nodiscard]] bool is_quoted(int word) const;

  // The words `first` to `last` as written, white space as one space.
  [[nodiscard]] std::string written(int first, int last) const;
};

// From the sentence's tree where it has one, else from word lists.
[[nodiscard]] Shallow read_chunks(const Line& line, const Grammar& grammar, const ActorWords& words);

}  // namespace demarche
