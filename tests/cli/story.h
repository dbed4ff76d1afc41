// A story of tests/cases/stories (its README.md tells the format): documents, questions, and whether a row of
// an answer is one that a question means. Tested by tests/cli/story_test.cpp.
#pragma once

#include <rapidjson/document.h>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::test {

// For a key of names.json, the names that are meant.
using Cast = std::map<std::string, std::vector<std::string>, std::less<>>;

struct Story {
  std::string name;
  std::filesystem::path documents;
  std::vector<rapidjson::Document> questions;
  Cast actors, proposals;
};

[[nodiscard]] Story read_story(const std::filesystem::path& folder);

// Every name that a proposal of the graph goes by, by its id.
using Aliases = std::function<std::vector<std::string>(const std::string& id)>;

// Compares rows with what a question says of them.
class Judge {
 public:
  // Both must outlive this.
  Judge(const Story& story, const Aliases& aliases) : story_(story), aliases_(aliases) {}

  // What is wrong with the rows as the answer to `question`; nothing where all it says holds.
  [[nodiscard]] std::optional<std::string> fault(const rapidjson::Value& question,
                                                 const rapidjson::Value& rows) const;

  [[nodiscard]] bool matches(const rapidjson::Value& row, const rapidjson::Value& wanted) const;

 private:
  using Field = rapidjson::Value::Member;
  [[nodiscard]] bool field_matches(const rapidjson::Value& row, const Field& wanted) const;
  [[nodiscard]] bool is_actor(std::string_view name, std::string_view key) const;
  [[nodiscard]] bool is_proposal(const rapidjson::Value& proposal, const std::string& key) const;
  [[nodiscard]] bool links_match(const rapidjson::Value& via, const rapidjson::Value& wanted) const;
  [[nodiscard]] bool sides_match(const rapidjson::Value& sides, const rapidjson::Value& wanted) const;
  [[nodiscard]] bool expected_stand(const rapidjson::Value& rows, const rapidjson::Value& wanted,
                                    bool ordered, std::string& missing) const;
  [[nodiscard]] std::optional<std::string> fault_of_blocs(const rapidjson::Value& question,
                                                          const rapidjson::Value& rows) const;

  const Story& story_;
  const Aliases& aliases_;
};

[[nodiscard]] std::string text_of(const rapidjson::Value& value);

}  // namespace demarche::test
