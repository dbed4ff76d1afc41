// Tells every story of tests/cases/stories to the program and counts the questions it answers right. A story
// may not fall below its floor. `DEMARCHE_SHOW=takeover demarche-tests-cli [stories]` prints the questions of
// one story (all: of all) that are answered wrongly, each with what it says and what was answered;
// `DEMARCHE_TELL=takeover,budget-bill` tells only these.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>

#include "tests/cli/program.h"
#include "tests/cli/story.h"

namespace demarche::test {
namespace {

const std::filesystem::path stories = std::filesystem::path(DEMARCHE_SOURCE_DIR) / "tests/cases/stories";

struct Score {
  std::size_t right = 0, asked = 0;

  void add(bool is_right) {
    right += is_right;
    ++asked;
  }
  [[nodiscard]] std::string text() const { return fmt::format("{:3} of {:3}", right, asked); }
};

// What an answer prints; nothing is as good as [].
rapidjson::Document rows_of(const Outcome& outcome) {
  rapidjson::Document rows;
  rows.Parse(outcome.out.empty() ? "[]" : outcome.out.c_str());
  return rows;
}

class Telling {
 public:
  explicit Telling(const std::filesystem::path& folder) : story_(read_story(folder)) {
    const Outcome outcome = run(folder_, "demarche ingest " + story_.documents.string());
    INFO(outcome.all);
    REQUIRE(outcome.status == 0);
  }

  // What is wrong with the program's answer.
  std::optional<std::string> fault(const rapidjson::Value& question) {
    const Outcome outcome = run(folder_, command(question));
    if (question.HasMember("exit") && outcome.status != question["exit"].GetInt())
      return fmt::format("exit status {}: {}", outcome.status, outcome.err);
    if (outcome.status > 1) return question.HasMember("exit") ? std::nullopt : std::optional(outcome.err);
    const auto rows = rows_of(outcome);
    if (!rows.IsArray()) return "no JSON array: " + outcome.out;
    const Aliases aliases = [this](const std::string& id) { return aliases_of(id); };
    auto fault = Judge(story_, aliases).fault(question, rows);
    if (fault) *fault += "\n" + outcome.err + outcome.out;
    return fault;
  }

  [[nodiscard]] const Story& story() const { return story_; }

  static std::string command(const rapidjson::Value& question) {
    std::string line = "demarche --json";
    for (const auto& word : question["ask"].GetArray()) line += fmt::format(" \"{}\"", word.GetString());
    return line;
  }

 private:
  const std::vector<std::string>& aliases_of(const std::string& id) {
    const auto [known, is_new] = aliases_.try_emplace(id);
    if (!is_new) return known->second;
    const auto shown = rows_of(run(folder_, "demarche --json show " + id));
    if (shown.IsArray() && !shown.Empty())
      for (const auto& alias : shown[0]["aliases"].GetArray()) known->second.emplace_back(alias.GetString());
    return known->second;
  }

  Story story_;
  EmptyFolder folder_;
  std::map<std::string, std::vector<std::string>> aliases_;
};

bool is_shown(const std::string& story) {
  const char* wanted = std::getenv("DEMARCHE_SHOW");
  return wanted && (story == wanted || std::string_view(wanted) == "all");
}

bool is_told(const std::string& story) {
  const char* wanted = std::getenv("DEMARCHE_TELL");
  return !wanted || fmt::format(",{},", wanted).find(',' + story + ',') != std::string::npos;
}

void show(const rapidjson::Value& question, const std::string& fault) {
  std::cout << "\n" << Telling::command(question) << "\n  " << question["why"].GetString() << "\n  " << fault;
}

constexpr std::size_t most_stories = under_sanitizers ? 1 : 1000;

// The least that each story must reach.
std::map<std::string, std::size_t> floors() {
  std::map<std::string, std::size_t> floors;
  std::ifstream lines(stories / "floors.txt");
  std::string story;
  for (std::size_t right = 0; lines >> story >> right;) floors[story] = right;
  return floors;
}

TEST_CASE("every story is answered as rightly as it was", "[stories]") {
  std::set<std::filesystem::path> folders;
  for (const auto& each : std::filesystem::directory_iterator(stories))
    if (each.is_directory() && is_told(each.path().filename().string())) folders.insert(each.path());
  const auto least = floors();
  std::map<std::string, Score> by_command;
  Score all;
  std::size_t told = 0;
  for (const auto& folder : folders) {
    if (told++ == most_stories) break;
    Telling telling(folder);
    Score score;
    for (const auto& question : telling.story().questions) {
      const auto fault = telling.fault(question);
      score.add(!fault);
      all.add(!fault);
      by_command[question["ask"][0].GetString()].add(!fault);
      if (fault && is_shown(telling.story().name)) show(question, *fault);
    }
    std::cout << fmt::format("{}  {}\n", score.text(), telling.story().name);
    INFO(telling.story().name);
    CHECK(score.right >= least.at(telling.story().name));
  }
  for (const auto& [command, score] : by_command) std::cout << fmt::format("{}  {}\n", score.text(), command);
  std::cout << all.text() << "  questions\n";
}

}  // namespace
}  // namespace demarche::test
