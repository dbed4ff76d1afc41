// A name is indexed as it is compared: a short acronym letter by letter, any other name folded. The two
// cannot meet, as a folded name has no capital and an acronym has no small letter. Links may point forward,
// so they are checked last.
#include "graph/model/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <span>
#include <sstream>

#include "graph/model/json.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t longest_short_acronym = 4;  // letters: "NATO" needs its capitals, "UNESCO" does not

std::string as_compared(std::string_view name) {
  if (is_short_acronym(without_article(name))) return std::string(without_article(name));
  return std::string(without_article(fold(name)));
}

bool is_key(std::string_view key) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !key.empty() && key.find_first_not_of(allowed) == std::string_view::npos;
}

// The fields of one object of the file. The first fault is kept, and what is read after it is empty. A field
// that nobody knows is a fault, lest a misspelling lose a fact.
class Fields {
 public:
  Fields(const rapidjson::Value& object, std::initializer_list<std::string_view> known) : object_(object) {
    if (!object.IsObject()) {
      complain("not a JSON object");
      return;
    }
    for (const auto& field : object.GetObject())
      if (std::find(known.begin(), known.end(), json::view(field.name)) == known.end())
        complain(fmt::format("unknown field '{}'", json::view(field.name)));
  }

  [[nodiscard]] bool good() const { return fault_.empty(); }
  [[nodiscard]] const std::string& fault() const { return fault_; }

  void complain(std::string reason) {
    if (good()) fault_ = std::move(reason);
  }

  std::string text(const char* key) {
    const auto* value = member(key);
    if (value && is_name(*value)) return std::string(json::view(*value));
    complain(fmt::format("{}: missing, empty or with stray spaces", key));
    return {};
  }

  std::vector<std::string> texts(const char* key) {
    std::vector<std::string> texts;
    for (const auto& item : items(key)) {
      if (is_name(item))
        texts.emplace_back(json::view(item));
      else
        complain(fmt::format("{}: holds what is not a name", key));
    }
    return texts;
  }

  std::optional<Date> date(const char* key) {
    if (!member(key)) return std::nullopt;
    const auto word = text(key);
    const auto date = Date::parse(word);
    if (!date) complain(fmt::format("{}: not a day: '{}'", key, word));
    return date;
  }

  // The members of the list; none where it is missing.
  std::span<const rapidjson::Value> items(const char* key) {
    const auto* list = member(key);
    if (!list) return {};
    if (list->IsArray()) return {list->Begin(), list->Size()};
    complain(fmt::format("{}: not a list", key));
    return {};
  }

 private:
  [[nodiscard]] const rapidjson::Value* member(const char* key) const {
    return good() ? json::find(object_, key) : nullptr;
  }

  static bool is_name(const rapidjson::Value& value) {
    if (!value.IsString() || value.GetStringLength() == 0) return false;
    const auto text = json::view(value);
    return text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string_view::npos &&
           text.find_first_of("\t\n\r") == std::string_view::npos;
  }

  const rapidjson::Value& object_;
  std::string fault_;
};

Result<Affiliation> affiliation_of(const rapidjson::Value& object) {
  Fields fields(object, {"relation", "to", "from", "until"});
  const auto word = fields.text("relation");
  Affiliation affiliation;
  affiliation.to = fields.text("to");
  affiliation.from = fields.date("from");
  affiliation.until = fields.date("until");

  const auto relation = link_kind_named(word);
  if (relation && joins_actors(*relation))
    affiliation.relation = *relation;
  else
    fields.complain(fmt::format("unknown relation '{}'", word));
  const bool dated = affiliation.from && affiliation.until;
  if (dated && affiliation.from->first_day() > affiliation.until->last_day())
    fields.complain(fmt::format("'{} {}' ends before it begins", word, affiliation.to));
  if (!fields.good()) return malformed("links: " + fields.fault());
  return affiliation;
}

Result<GazetteerEntry> entry_of(std::string_view line) {
  const auto object = json::parse(line);
  if (!object) return tl::make_unexpected(object.error());
  Fields fields(*object, {"key", "name", "kind", "aliases", "adjectives", "demonyms", "links"});
  GazetteerEntry entry;
  entry.key = fields.text("key");
  if (!is_key(entry.key))
    fields.complain(fmt::format("key '{}': not lower-case letters, digits and hyphens", entry.key));
  entry.name = fields.text("name");
  const auto kind = fields.text("kind");
  entry.kind = actor_kind_named(kind).value_or(ActorKind::Unknown);
  if (entry.kind == ActorKind::Unknown) fields.complain(fmt::format("unknown kind '{}'", kind));
  entry.aliases = fields.texts("aliases");
  entry.adjectives = fields.texts("adjectives");
  entry.demonyms = fields.texts("demonyms");
  for (const auto& link : fields.items("links")) {
    auto affiliation = affiliation_of(link);
    if (!affiliation) return tl::make_unexpected(affiliation.error());
    entry.affiliations.push_back(std::move(*affiliation));
  }
  if (!fields.good()) return malformed(fields.fault());
  return entry;
}

Error at(const std::string& file, std::size_t line, Error error) {
  error.what = fmt::format("{}:{}", file, line);
  return error;
}

}  // namespace

std::string_view without_article(std::string_view name) {
  for (std::string_view article : {"the ", "The "})
    if (name.starts_with(article)) return name.substr(article.size());
  return name;
}

bool is_short_acronym(std::string_view name) {
  std::size_t letters = 0;
  for (char c : name) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters > 0 && letters <= longest_short_acronym;
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  in.peek();  // a folder can be opened, but not read
  if (!in.is_open() || in.bad()) return fail(ErrorKind::Unreadable, file.string(), "cannot be read");
  std::ostringstream contents;
  contents << in.rdbuf();
  return parse(contents.view(), file.string());
}

Result<Gazetteer> Gazetteer::parse(std::string_view lines, const std::string& file) {
  Gazetteer gazetteer;
  const auto count = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) + 1;
  gazetteer.entries_.reserve(count);
  gazetteer.by_key_.reserve(count);
  gazetteer.by_name_.reserve(4 * count);
  std::vector<std::size_t> line_of;  // entry to line
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto added =
        entry_of(line).and_then([&](GazetteerEntry entry) { return gazetteer.add(std::move(entry)); });
    if (!added) return tl::make_unexpected(at(file, number, added.error()));
    line_of.push_back(number);
  }
  for (std::size_t i = 0; i < line_of.size(); ++i)
    if (auto checked = gazetteer.resolve_affiliations(gazetteer.entries_[i]); !checked)
      return tl::make_unexpected(at(file, line_of[i], checked.error()));
  return gazetteer;
}

Result<void> Gazetteer::add(GazetteerEntry entry) {
  const std::size_t index = entries_.size();
  if (!by_key_.emplace(entry.key, index).second)
    return malformed(fmt::format("key '{}' stands twice", entry.key));

  const auto claim = [&](const std::string& name) -> Result<void> {
    auto& bearers = by_name_[as_compared(name)];
    for (std::size_t other : bearers) {
      if (other == index) return malformed(fmt::format("name '{}' stands twice", name));
      if (entries_[other].kind == entry.kind)
        return malformed(fmt::format("name '{}' is already that of '{}'", name, entries_[other].key));
    }
    bearers.push_back(index);
    return {};
  };
  if (auto claimed = claim(entry.name); !claimed) return claimed;
  for (const auto& alias : entry.aliases)
    if (auto claimed = claim(alias); !claimed) return claimed;
  entries_.push_back(std::move(entry));
  return {};
}

Result<void> Gazetteer::resolve_affiliations(GazetteerEntry& entry) const {
  for (auto& affiliation : entry.affiliations) {
    if (affiliation.to == entry.key) return malformed(fmt::format("'{}' is linked to itself", entry.key));
    const GazetteerEntry* to = find(affiliation.to);
    if (!to) return malformed(fmt::format("a link to '{}', which is not there", affiliation.to));
    affiliation.to_kind = to->kind;
  }
  return {};
}

const GazetteerEntry* Gazetteer::find(std::string_view key) const {
  const auto found = by_key_.find(std::string(key));
  return found == by_key_.end() ? nullptr : &entries_[found->second];
}

const GazetteerEntry* Gazetteer::named(std::string_view name, ActorKind kind) const {
  const std::string bare = collapse_spaces(name);
  const GazetteerEntry* best = nullptr;
  for (const std::string& spelling :
       {std::string(without_article(bare)), std::string(without_article(fold(name)))}) {
    const auto bearers = by_name_.find(spelling);
    if (bearers == by_name_.end()) continue;
    for (std::size_t index : bearers->second) {
      const auto& entry = entries_[index];
      if (entry.kind == kind) return &entry;
      if (!best || &entry < best) best = &entry;
    }
  }
  return best;
}

}  // namespace demarche
