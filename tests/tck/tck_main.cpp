// demarche-tck DIR [--json] [--only TEXT]: runs openCypher's compatibility kit, or any feature files like it,
// through the engine. Prints the failures, a line a folder, and last `passed N of M`. Scenarios whose tested
// query writes are counted apart. Exit status 0 where all pass, 1 where one fails, 2 where the folder cannot
// be read.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "graph/model/json.h"
#include "tests/tck/scenario.h"

namespace fs = std::filesystem;
using namespace demarche;

namespace {

struct Count {
  std::size_t passed = 0, asked = 0, writing = 0;
};

struct Failed {
  std::string feature, scenario, why;
};

struct Results {
  std::map<std::string, Count> folders;
  std::vector<Failed> failed;
  Count total;
};

std::vector<fs::path> feature_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".feature") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void add(Results& results, const fs::path& folder, const fs::path& file, const std::string& only) {
  const fs::path graphs = fs::exists(folder / "graphs") ? folder / "graphs" : folder.parent_path() / "graphs";
  Count& own = results.folders[fs::relative(file.parent_path(), folder).generic_string()];
  for (const tck::Scenario& scenario : tck::read_feature(text_of(file)).scenarios) {
    if ((file.stem().string() + " " + scenario.name).find(only) == std::string::npos) continue;
    const tck::Report report = tck::run_scenario(scenario, graphs);
    for (Count* count : {&own, &results.total}) {
      count->writing += report.verdict == tck::Verdict::Writing;
      count->asked += report.verdict != tck::Verdict::Writing;
      count->passed += report.verdict == tck::Verdict::Passed;
    }
    if (report.verdict == tck::Verdict::Failed)
      results.failed.push_back({file.stem().string(), scenario.name, report.why});
  }
}

void print(const Results& results) {
  for (const Failed& failed : results.failed)
    std::printf("FAILED %s: %s\n%s\n", failed.feature.c_str(), failed.scenario.c_str(), failed.why.c_str());
  for (const auto& [folder, count] : results.folders)
    std::printf("%-44s %5zu of %zu\n", folder.c_str(), count.passed, count.asked);
  std::printf("writing: %zu\npassed %zu of %zu\n", results.total.writing, results.total.passed,
              results.total.asked);
}

void print_json(const Results& results) {
  rapidjson::StringBuffer buffer;
  json::Writer out(buffer);
  const auto count_members = [&](const Count& count) {
    out.Key("passed");
    out.Uint64(count.passed);
    out.Key("of");
    out.Uint64(count.asked);
    out.Key("writing");
    out.Uint64(count.writing);
  };
  out.StartObject();
  count_members(results.total);
  out.Key("folders");
  out.StartObject();
  for (const auto& [folder, count] : results.folders) {
    out.Key(folder.c_str());
    out.StartObject();
    count_members(count);
    out.EndObject();
  }
  out.EndObject();
  out.Key("failed");
  out.StartArray();
  for (const Failed& failed : results.failed) {
    out.StartObject();
    out.Key("feature");
    out.String(failed.feature);
    out.Key("scenario");
    out.String(failed.scenario);
    out.Key("why");
    out.String(failed.why);
    out.EndObject();
  }
  out.EndArray();
  out.EndObject();
  std::printf("%s\n", buffer.GetString());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App program("Runs the openCypher compatibility kit's scenarios that read.", "demarche-tck");
  std::string folder, only;
  bool as_json = false;
  program.add_option("DIR", folder, "folder with .feature files, at any depth")
      ->required()
      ->check(CLI::ExistingDirectory);
  program.add_flag("--json", as_json, "print one JSON object");
  program.add_option("--only", only, "scenarios whose feature and name hold this text");
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  }
  Results results;
  for (const fs::path& file : feature_files(folder)) add(results, folder, file, only);
  as_json ? print_json(results) : print(results);
  return results.total.passed == results.total.asked ? 0 : 1;
}
