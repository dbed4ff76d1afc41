// Phrases that tell what somebody is or was to a body, beside titles: "Tove Lind, who *resigned as* Norway's
// minister"; lines of data/affiliations.txt (format in data/README.md). Tested by
// tests/ingest/lists_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"
#include "graph/model/vocabulary.h"

namespace demarche {

enum class PhraseSlot : std::uint8_t {
  Words,        // one of the words that are listed
  Person,       // a name, of whom the phrase tells
  Chief,        // somebody named elsewhere, by his title
  His,          // "his" or "her": who is meant
  Body,         // an organisation's name
  Name,         // any name that may be a body's
  Office,       // a title with its body
  Group,        // a body that is described: the head of its group of nouns
  Predecessor,  // the name of who was what PERSON has been said to be
  Other,        // a name of whom the phrase tells nothing
};

struct PhrasePart {
  PhraseSlot slot = PhraseSlot::Words;
  std::vector<std::string> words = {};
  bool optional = false;
};

struct AffiliationPhrase {
  std::optional<LinkKind> relation;  // nothing: what the office makes its holder
  std::vector<PhrasePart> parts;
  std::size_t anchor = 0;  // the part that it is sought by: a Person, Chief or Group
};

// Errors: Malformed, what the line lacks or says twice.
[[nodiscard]] Result<AffiliationPhrase> parse_affiliation_phrase(std::string_view line);

}  // namespace demarche
