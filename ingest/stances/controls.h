// Verbs, adjectives and nouns that take another act as their complement, and what they make of it: "refused
// *to accept*" rejects, "plans *to accept*" is a plan, "urged Kyiv *to accept*" is urged. From
// data/controls.jsonl. Tested by tests/ingest/lists_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>

#include "graph/model/error.h"

namespace demarche {

// What becomes of the act that is governed.
enum class Effect : std::uint8_t {
  None,       // it is done: "began to", "managed to"
  Planned,    // "plans to", "is ready to"
  Possible,   // "considers", "may be able to"
  Denied,     // "failed to", "has yet to"
  Refused,    // "refuses to": an acceptance becomes a rejection
  Averse,     // "is reluctant to": support becomes opposition
  Favoured,   // "supports joining": acceptance becomes support, rejection opposition
  Agreed,     // "agreed to": itself the act, unless the governed one is stronger
  Proposed,   // "proposed to"
  Sought,     // "seeks to": a plan; who seeks to block something is against it, and does not decide
  Urged,      // "urged him to"
  Dissuaded,  // "warned him against"
};

// Who does the governed act.
enum class Controller : std::uint8_t { Subject, Object };

struct Control {
  Effect effect = Effect::None;
  Controller controller = Controller::Subject;
};

class Controls {
 public:
  // Errors: Unreadable, or Malformed with file and line.
  [[nodiscard]] static Result<Controls> load(const std::filesystem::path& data);

  // A verb goes by its lemma, or by a phrase that begins with it ("rule out"). That of the subject or of the
  // object ("wants to accept", "wants Kyiv to accept"), or the only one there is.
  [[nodiscard]] std::optional<Control> of_verb(const std::string& lemma,
                                               Controller by = Controller::Subject) const;

  // Whether a verb, active or passive, is there under just this name, which may be a phrase ("stop short
  // of").
  [[nodiscard]] bool lists(const std::string& phrase) const {
    return verbs_.contains(phrase) || verbs_by_object_.contains(phrase) || passives_.contains(phrase);
  }

  [[nodiscard]] std::optional<Control> of_adjective(const std::string& word) const {
    return find(adjectives_, word);
  }
  [[nodiscard]] std::optional<Control> of_noun(const std::string& word) const { return find(nouns_, word); }

  // Of a verb whose object is a noun that is an act. Refused: it takes the act away ("*dropped* its
  // opposition").
  [[nodiscard]] std::optional<Control> of_light(const std::string& lemma) const {
    return find(lights_, lemma);
  }

  // Of a passive: "is expected to", "was urged to".
  [[nodiscard]] std::optional<Control> of_passive(const std::string& lemma) const {
    return find(passives_, lemma);
  }

 private:
  using Table = std::unordered_map<std::string, Control>;
  static std::optional<Control> find(const Table& table, const std::string& word);

  Table verbs_, verbs_by_object_, passives_, adjectives_, nouns_, lights_;
};

}  // namespace demarche
