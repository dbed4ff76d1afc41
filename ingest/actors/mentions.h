// The places of a document that name an actor: gazetteer names, names of persons and organisations by their
// form, and described bodies and people. Which of them are one actor is not asked here (cast.h). Tested by
// tests/ingest/actors/mentions_test.cpp over tests/cases/actors/mentions.txt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/model/gazetteer.h"
#include "ingest/actors/actor_words.h"
#include "ingest/actors/chunks.h"
#include "ingest/actors/names.h"

namespace demarche {

enum class MentionForm : std::uint8_t {
  Name,       // bears a name: "President Vladimir Putin", "the EU", "Emery Corp"
  Described,  // "the Israeli cabinet", "rebel leaders", "shareholders"
  Adjective,  // owns only: "Russian"
};

struct Mention {
  int line = 0;
  int first = 0;  // words of the line; with titles, without a leading article unless it opens the group
  int last = 0;
  int name_first = 0;  // the name alone
  int name_last = 0;
  int head = 0;  // the word that decides number and kind
  MentionForm form = MentionForm::Name;
  ActorKind kind = ActorKind::Unknown;
  const GazetteerEntry* entry = nullptr;
  std::optional<Title> title;  // of a person, or of a described office holder
  int title_word = -1;
  Gender gender = Gender::Unknown;  // of a person, by title or given name
  bool given_first = false;         // the name begins with a given name
  bool plural = false;
  bool definite = false;  // "the company", "its board"
  bool unnamed = false;   // "officials", "sources"
  std::string key;        // the name or description as compared: folded, without articles and titles
};

struct MentionFinder {
  const NameIndex& names;
  const ActorWords& words;
  const Grammar& grammar;
};

// All mentions of one sentence, from left to right; `names` are the gazetteer's in it. They may nest
// ("Israel" in "Israel's cabinet"), but no two have the same head.
[[nodiscard]] std::vector<Mention> find_mentions(const Shallow& text, int line,
                                                 const std::vector<NameMatch>& names,
                                                 const MentionFinder& finder);

// The words `first` to `last` as compared: keys joined by spaces, articles and quotation marks left out.
[[nodiscard]] std::string compared(const Shallow& text, int first, int last);

}  // namespace demarche
