// The common words that name actors or stand with names: titles, bodies, described people, endings of
// companies, phrases that tell of offices; from data/titles.txt, data/groups.txt, data/given-names.txt and
// data/affiliations.txt (formats in data/README.md).
// Tested by tests/ingest/lists_test.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/model/error.h"
#include "graph/model/vocabulary.h"
#include "ingest/actors/affiliation_phrases.h"
#include "ingest/actors/word_table.h"

namespace demarche {

enum class Title : std::uint8_t {
  Leads,      // president, prime minister, chairman
  SpeaksFor,  // spokesman, foreign minister, envoy
  MemberOf,   // senator, aide
  Style,      // Mr, Dr
};

enum class GroupKind : std::uint8_t {
  Body,     // government, board, court
  People,   // rebels, shareholders
  Unnamed,  // officials, sources: people whom nobody names
};

enum class Gender : std::uint8_t { Unknown, Man, Woman };

struct ActorWord {
  std::optional<Title> title;
  std::optional<GroupKind> group;
  bool ending = false;     // Inc, Party, University: the last word of an organisation's name
  bool legal = false;      // Inc, Ltd: one that is a company's whatever stands before it
  bool particle = false;   // von, de, al: inside a person's name
  bool thing = false;      // ends as words for people do, and is none: "mergers"
  bool weather = false;    // falls or blows: "snow"
  bool mediates = false;   // what one person of a matter is called: "arbitrator"
  bool rallying = false;   // ends the name that a body of people gives itself: "First"
  bool portfolio = false;  // a party's name that an office has too: "Labour"
  bool governing = false;  // has a portfolio: "minister"
  bool organ = false;      // what a state has: "parliament", "minister"
  bool fielded = false;    // has fields in its name: "the ministry of trade and industry"
  bool decides = false;    // its vote is a yes or no: "parliament", "shareholders"
  bool sited = false;      // ends the name of what is named after a place: "court", "airport"
  bool acts_for = false;   // what acts for the body it is of: "board"
  bool firm = false;       // what a company or club may be called when it has been named: "the carmaker"
  bool part = false;       // belongs to the body that owns it: "subsidiary"
  bool direction = false;  // tells one place from another before its name: "Lower"
  bool paper = false;      // ends the name of a newspaper: "Telegraph"
  bool seat = false;       // the city where a state is governed: "capital"
  bool governs = false;    // the government of a state: "cabinet"
  bool apart = false;      // of a government: another than the one spoken of: "caretaker"
  bool lesser = false;     // before a title: its bearer leads nobody: "deputy"
  bool past = false;       // before a title or a body: it is one no more: "former"
  bool plural = false;
  Gender gender = Gender::Unknown;  // of who bears the title
};

class ActorWords {
 public:
  // Errors: Unreadable, or Malformed with file and line.
  [[nodiscard]] static Result<ActorWords> load(const std::filesystem::path& data);

  // Nothing in either field for a word that is not listed.
  [[nodiscard]] const ActorWord& find(const std::string& key) const;

  [[nodiscard]] bool is_given_name(const std::string& key) const { return given_names_.contains(key); }

  // Of whom a given name is, where it is given to one gender only.
  [[nodiscard]] Gender gender_of(const std::string& given_name) const;

  [[nodiscard]] const std::vector<AffiliationPhrase>& affiliation_phrases() const { return phrases_; }

 private:
  bool take_given_name(std::string_view name, const std::string& word);

  WordTable<ActorWord> words_;
  std::unordered_map<std::string, Gender> given_names_;
  std::vector<AffiliationPhrase> phrases_;
};

}  // namespace demarche
