#include "tests/cli/story.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "graph/model/unicode.h"
#include "tests/cli/program.h"

namespace demarche::test {
namespace {

using rapidjson::Value;

Cast cast_of(const Value& names) {
  Cast cast;
  for (const auto& [key, list] : names.GetObject())
    for (const auto& name : list.GetArray()) cast[key.GetString()].emplace_back(name.GetString());
  return cast;
}

rapidjson::Document parsed(const std::string& text, const std::filesystem::path& file) {
  rapidjson::Document json;
  if (json.Parse(text.c_str()).HasParseError() || !json.IsObject())
    throw std::runtime_error(file.string() + ": not a JSON object: " + text);
  return json;
}

// The names meant by a key; a key that stands for nobody is a name itself.
std::vector<std::string> names_of(const Cast& cast, std::string_view key) {
  const auto known = cast.find(key);
  return known == cast.end() ? std::vector{std::string(key)} : known->second;
}

std::string without_article(std::string name) {
  for (const std::string_view article : {"a ", "an ", "the "})
    if (name.starts_with(article)) return name.substr(article.size());
  return name;
}

// Folded words; hyphens are spaces, articles and possessive endings do not count.
std::set<std::string> words(std::string_view text) {
  std::string spaced = fold(text);
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  std::set<std::string> words;
  std::istringstream stream(spaced);
  for (std::string word; stream >> word;) {
    for (const std::string_view ending : {"'s", "'"})
      if (word.ends_with(ending)) word.resize(word.size() - ending.size());
    if (word != "a" && word != "an" && word != "the") words.insert(word);
  }
  return words;
}

const Value* member(const Value& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

// "Russia" of "Russia" and of {"id":"ru","name":"Russia"}.
std::string_view name_of(const Value& thing) {
  const Value* name = thing.IsObject() ? member(thing, "name") : &thing;
  return name && name->IsString() ? name->GetString() : std::string_view();
}

// Every name that stands anywhere in an answer.
void collect_names(const Value& value, std::vector<std::string>& names) {
  if (value.IsArray())
    for (const auto& each : value.GetArray()) collect_names(each, names);
  if (!value.IsObject()) return;
  for (const auto& [key, each] : value.GetObject()) {
    if (std::string_view(key.GetString()) == "name" && each.IsString()) names.emplace_back(each.GetString());
    collect_names(each, names);
  }
}

// Whether every wanted one can be given an item of its own.
template <class Fits>
bool each_has_its_own(rapidjson::SizeType wanted, rapidjson::SizeType count, std::vector<bool>& taken,
                      const Fits& fits) {
  if (wanted == 0) return true;
  for (rapidjson::SizeType i = 0; i < count; ++i) {
    if (taken[i] || !fits(wanted - 1, i)) continue;
    taken[i] = true;
    if (each_has_its_own(wanted - 1, count, taken, fits)) return true;
    taken[i] = false;
  }
  return false;
}

}  // namespace

std::string text_of(const Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  value.Accept(out);
  return {buffer.GetString(), buffer.GetSize()};
}

Story read_story(const std::filesystem::path& folder) {
  Story story;
  story.name = folder.filename().string();
  story.documents = folder / "documents.jsonl";
  const auto names = parsed(content(folder / "names.json"), folder / "names.json");
  story.actors = cast_of(names["actors"]);
  story.proposals = cast_of(names["proposals"]);
  std::ifstream lines(folder / "questions.jsonl");
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) story.questions.push_back(parsed(line, folder / "questions.jsonl"));
  return story;
}

bool Judge::is_actor(std::string_view name, std::string_view key) const {
  const auto names = names_of(story_.actors, key);
  return std::any_of(names.begin(), names.end(), [&](const std::string& each) {
    return without_article(fold(each)) == without_article(fold(name));
  });
}

bool Judge::is_proposal(const Value& proposal, const std::string& key) const {
  std::vector<std::string> called{std::string(name_of(proposal))};
  if (const Value* id = member(proposal, "id"))
    for (auto& alias : aliases_(id->GetString())) called.push_back(std::move(alias));
  for (const auto& name : names_of(story_.proposals, key)) {
    const auto needed = words(name);
    for (const auto& each : called) {
      const auto there = words(each);
      if (std::includes(there.begin(), there.end(), needed.begin(), needed.end())) return true;
    }
  }
  return false;
}

bool Judge::links_match(const Value& via, const Value& wanted) const {
  const auto is_link = [&](const Value& link, const Value& pattern) {
    return is_actor(name_of(link["from"]), pattern["from"].GetString()) &&
           link["relation"] == pattern["relation"] &&
           is_actor(name_of(link["to"]), pattern["to"].GetString());
  };
  return via.IsArray() && std::all_of(wanted.Begin(), wanted.End(), [&](const Value& pattern) {
           return std::any_of(via.Begin(), via.End(),
                              [&](const Value& link) { return is_link(link, pattern); });
         });
}

bool Judge::sides_match(const Value& sides, const Value& wanted) const {
  if (!sides.IsArray()) return false;
  std::vector<bool> taken(sides.Size());
  return each_has_its_own(wanted.Size(), sides.Size(), taken,
                          [&](rapidjson::SizeType side, rapidjson::SizeType at) {
                            return std::any_of(sides[at].Begin(), sides[at].End(),
                                               [&](const Value& row) { return matches(row, wanted[side]); });
                          });
}

bool Judge::field_matches(const Value& row, const Field& wanted) const {
  const std::string key = wanted.name.GetString();
  const Value* value = key == "source" ? member(row["document"], "source") : member(row, key.c_str());
  if (!value) return false;
  if (key == "actor" || key == "speaker") return is_actor(name_of(*value), wanted.value.GetString());
  if (key == "proposal") return is_proposal(*value, wanted.value.GetString());
  if (key == "document") return value->IsObject() && (*value)["id"] == wanted.value;
  if (key == "via") return links_match(*value, wanted.value);
  if (key == "sides") return sides_match(*value, wanted.value);
  if (key == "before" || key == "after") return matches(*value, wanted.value);
  return *value == wanted.value;
}

bool Judge::matches(const Value& row, const Value& wanted) const {
  return row.IsObject() && std::all_of(wanted.MemberBegin(), wanted.MemberEnd(),
                                       [&](const Field& field) { return field_matches(row, field); });
}

bool Judge::expected_stand(const Value& rows, const Value& wanted, bool ordered, std::string& missing) const {
  const Value* from = rows.Begin();
  for (const auto& pattern : wanted.GetArray()) {
    const Value* found = std::find_if(ordered ? from : rows.Begin(), rows.End(),
                                      [&](const Value& row) { return matches(row, pattern); });
    if (found == rows.End()) return missing = text_of(pattern), false;
    from = found + 1;
  }
  return true;
}

std::optional<std::string> Judge::fault_of_blocs(const Value& question, const Value& rows) const {
  const auto in_one = [&](const Value& pair) {
    return std::any_of(rows.Begin(), rows.End(), [&](const Value& bloc) {
      std::vector<std::string> names;
      collect_names(bloc, names);
      return std::all_of(pair.Begin(), pair.End(), [&](const Value& key) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return is_actor(name, key.GetString()); });
      });
    });
  };
  if (const Value* together = member(question, "together"))
    for (const auto& pair : together->GetArray())
      if (!in_one(pair)) return "in no one bloc: " + text_of(pair);
  if (const Value* apart = member(question, "apart"))
    for (const auto& pair : apart->GetArray())
      if (in_one(pair)) return "in one bloc: " + text_of(pair);
  return std::nullopt;
}

std::optional<std::string> Judge::fault(const Value& question, const Value& rows) const {
  const Value* ordered = member(question, "ordered");
  std::string missing;
  if (!expected_stand(rows, question["expect"], ordered && ordered->GetBool(), missing))
    return "missing: " + missing;
  for (const auto& pattern : question["absent"].GetArray())
    for (const auto& row : rows.GetArray())
      if (matches(row, pattern)) return "not to be there: " + text_of(pattern) + " but is: " + text_of(row);
  if (const Value* through = member(question, "through")) {
    std::vector<std::string> names;
    collect_names(rows, names);
    for (const auto& key : through->GetArray())
      if (std::none_of(names.begin(), names.end(),
                       [&](const std::string& name) { return is_actor(name, key.GetString()); }))
        return "not on the path: " + text_of(key);
  }
  return fault_of_blocs(question, rows);
}

}  // namespace demarche::test
