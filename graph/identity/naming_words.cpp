#include "graph/identity/naming_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "graph/identity/naming_text.h"
#include "graph/identity/spelling.h"
#include "graph/model/data_lines.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, NamingWords::classes> class_names{
    "function", "article",    "preposition",     "head-end", "definite", "owning",
    "adjunct",  "occasion",   "before-occasion", "deciding", "open",     "part",
    "number",   "numbered",   "scale",           "counted",  "measure",  "general",
    "renewing", "answering",  "telling",         "same",     "family",   "calling",
    "sited",    "generation", "proposing",       "former",   "leaving",  "sort",
    "earlier",  "reserving",  "state-body",      "role",     "ordinal",  "successive",
    "office",   "governing"};

constexpr std::array<std::pair<std::string_view, ProposalFamily>, 7> families{
    {{"any", ProposalFamily::Any},
     {"plan", ProposalFamily::Plan},
     {"offer", ProposalFamily::Offer},
     {"law", ProposalFamily::Law},
     {"deal", ProposalFamily::Deal},
     {"demand", ProposalFamily::Demand},
     {"union", ProposalFamily::Union}}};

bool is_value(NamingClass cls, std::string_view value) {
  switch (cls) {
    case NamingClass::Number:
    case NamingClass::Ordinal:
      return !value.empty() && std::all_of(value.begin(), value.end(), is_digit);
    case NamingClass::Family:
      return family_named(value).has_value();
    case NamingClass::Same:
      return !value.empty();
    default:
      return value.empty();
  }
}

}  // namespace

std::optional<ProposalFamily> family_named(std::string_view name) {
  const auto* found =
      std::find_if(families.begin(), families.end(), [&](const auto& row) { return row.first == name; });
  return found == families.end() ? std::nullopt : std::optional(found->second);
}

Result<void> NamingWords::add(std::string_view line) {
  const auto colon = std::min(line.find(": "), line.size());
  const auto known = std::find(class_names.begin(), class_names.end(), line.substr(0, colon));
  if (known == class_names.end() || colon == line.size()) return malformed("no known 'class: words'");
  const auto place = known - class_names.begin();
  for (std::string_view piece : pieces_of(line.substr(colon + 2))) {
    if (piece.empty()) continue;
    const auto equals = std::min(piece.find('='), piece.size());
    std::string word(piece.substr(0, equals));
    std::replace(word.begin(), word.end(), '_', ' ');
    std::string value(piece.substr(std::min(equals + 1, piece.size())));
    if (!is_value(static_cast<NamingClass>(place), value))
      return malformed(fmt::format("'{}': no value that belongs to '{}'", piece, *known));
    if (!words_[static_cast<std::size_t>(place)].emplace(word, std::move(value)).second)
      return malformed(fmt::format("'{}' stands twice", word));
  }
  return {};
}

Result<NamingWords> NamingWords::parse(std::string_view lines, const std::string& file) {
  NamingWords words;
  return take_data_lines(lines, file, [&words](std::string_view line) { return words.add(line); })
      .map([&words] { return std::move(words); });
}

bool NamingWords::holds(NamingClass cls, std::string_view word) const {
  return words(cls).find(word) != words(cls).end();
}

std::optional<std::string_view> NamingWords::value(NamingClass cls, std::string_view word) const {
  const auto known = words(cls).find(word);
  return known == words(cls).end() ? std::nullopt : std::optional<std::string_view>(known->second);
}

const NamingWords& naming_words() {
  static const auto words = NamingWords::parse(naming_text, "data/naming.txt").value();
  return words;
}

}  // namespace demarche
