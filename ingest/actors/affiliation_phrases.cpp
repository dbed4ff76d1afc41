#include "ingest/actors/affiliation_phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ingest/actors/data_file.h"

namespace demarche {
namespace {

// What a slot tells, and on which side of the anchor it can be read.
struct SlotRow {
  std::string_view name;
  PhraseSlot slot;
  bool anchors;
  bool tells_who;
  bool tells_body;
  bool before;
  bool behind;
};

constexpr std::array<SlotRow, 9> slot_rows{{
    {"PERSON", PhraseSlot::Person, true, true, false, false, false},
    {"CHIEF", PhraseSlot::Chief, true, true, false, false, false},
    {"HIS", PhraseSlot::His, false, true, false, true, false},
    {"BODY", PhraseSlot::Body, false, false, true, true, true},
    {"NAME", PhraseSlot::Name, false, false, true, true, true},
    {"OFFICE", PhraseSlot::Office, false, false, true, false, true},
    {"GROUP", PhraseSlot::Group, true, false, true, false, false},
    {"PREDECESSOR", PhraseSlot::Predecessor, false, false, true, false, true},
    {"OTHER", PhraseSlot::Other, false, false, false, false, true},
}};

const SlotRow* row_named(std::string_view name) {
  const auto* found = std::find_if(slot_rows.begin(), slot_rows.end(),
                                   [name](const SlotRow& row) { return row.name == name; });
  return found == slot_rows.end() ? nullptr : found;
}

const SlotRow* row_of(const PhrasePart& part) {
  const auto* found = std::find_if(slot_rows.begin(), slot_rows.end(),
                                   [&part](const SlotRow& row) { return row.slot == part.slot; });
  return found == slot_rows.end() ? nullptr : found;
}

// "PERSON", "heads/leads", "[now/also]".
Result<PhrasePart> part_of(std::string_view token) {
  if (std::any_of(token.begin(), token.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
    const SlotRow* row = row_named(token);
    if (!row) return malformed(fmt::format("'{}' stands for nothing", token));
    return PhrasePart{row->slot};
  }
  PhrasePart part;
  part.optional = token.starts_with('[');
  if (part.optional != token.ends_with(']')) return malformed(fmt::format("'{}': half a bracket", token));
  std::string_view words = part.optional ? token.substr(1, token.size() - 2) : token;
  for (bool more = true; more;) {
    const std::size_t end = std::min(words.find('/'), words.size());
    if (end == 0) return malformed(fmt::format("'{}': a word is missing", token));
    part.words.emplace_back(words.substr(0, end));
    more = end < words.size();
    words.remove_prefix(more ? end + 1 : end);
  }
  return part;
}

// The one part with this property.
Result<std::size_t> only_part(const AffiliationPhrase& phrase, bool SlotRow::*property) {
  std::string names;
  for (const SlotRow& row : slot_rows)
    if (row.*property) names += fmt::format("{}{}", names.empty() ? "" : ", ", row.name);
  const auto has = [property](const PhrasePart& part) {
    const SlotRow* row = row_of(part);
    return row && row->*property;
  };
  if (std::count_if(phrase.parts.begin(), phrase.parts.end(), has) != 1)
    return malformed(fmt::format("one of {} must stand in it, and no other", names));
  return static_cast<std::size_t>(std::find_if(phrase.parts.begin(), phrase.parts.end(), has) -
                                  phrase.parts.begin());
}

}  // namespace

Result<AffiliationPhrase> parse_affiliation_phrase(std::string_view line) {
  AffiliationPhrase phrase;
  const std::size_t colon = std::min(line.find(": "), line.size());
  const bool by_office = line.substr(0, colon) == "holds";
  phrase.relation = link_kind_named(line.substr(0, colon));
  if (colon == line.size() || !(by_office || (phrase.relation && joins_actors(*phrase.relation))))
    return malformed("no 'link: phrase' with a link of actors");
  for (const std::string& token : split_words(line.substr(colon + 2))) {
    auto part = part_of(token);
    if (!part) return tl::make_unexpected(part.error());
    phrase.parts.push_back(std::move(*part));
  }
  for (bool SlotRow::*property : {&SlotRow::tells_who, &SlotRow::tells_body, &SlotRow::anchors})
    if (auto only = only_part(phrase, property); !only) return tl::make_unexpected(only.error());
  phrase.anchor = *only_part(phrase, &SlotRow::anchors);
  const bool has_office = std::any_of(phrase.parts.begin(), phrase.parts.end(),
                                      [](const PhrasePart& part) { return part.slot == PhraseSlot::Office; });
  if (by_office && !has_office) return malformed("'holds' asks for an OFFICE");
  for (std::size_t i = 0; i < phrase.parts.size(); ++i) {
    const SlotRow* row = row_of(phrase.parts[i]);
    if (row && i != phrase.anchor && !(i < phrase.anchor ? row->before : row->behind))
      return malformed(fmt::format("'{}' on the wrong side of '{}'", row->name,
                                   row_of(phrase.parts[phrase.anchor])->name));
  }
  return phrase;
}

}  // namespace demarche
