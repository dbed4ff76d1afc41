#include "cli/assembly.h"

#include <catch2/catch.hpp>
#include <future>

#include "graph/model/gazetteer.h"
#include "tests/cli/program.h"

namespace demarche {
namespace {

Pipeline pipeline() {
  const std::string data = std::string(DEMARCHE_SOURCE_DIR) + "/data";
  return *Gazetteer::load(data + "/actors.jsonl").and_then([&](const Gazetteer& gazetteer) {
    return Pipeline::load(data, gazetteer);
  });
}

Document numbered(int number) {
  Document doc;
  doc.id = std::to_string(number);
  doc.text = "Russia rejected the plan.";
  for (int more = 0; more < number % 7; ++more) doc.text += " Ukraine accepted the US proposal.";
  return doc;
}

constexpr int items = test::under_sanitizers ? 40 : 200;

TEST_CASE("items leave the line in the order in which they were put in, documents as extractions") {
  const Pipeline extracts = pipeline();
  for (const std::size_t jobs : {1, 2, 5}) {
    std::vector<std::string> left;
    AssemblyLine line(jobs, extracts, [&left](Item&& item) {
      if (const auto* found = std::get_if<Extraction>(&item)) left.push_back(found->document.id);
      if (const auto* file = std::get_if<Opened>(&item)) left.push_back(file->path);
    });
    std::vector<std::string> put;
    for (int number = 0; number < items; ++number) {
      put.push_back(number % 10 == 0 ? "file" : std::to_string(number));
      line.put(number % 10 == 0 ? Item(Opened{"file"}) : Item(numbered(number)));
    }
    line.finish();
    CHECK(left == put);
  }
}

TEST_CASE("what was put in goes on while the next item is not there yet") {
  const Pipeline extracts = pipeline();
  std::promise<void> used;
  AssemblyLine line(1, extracts, [&used](Item&&) { used.set_value(); });
  line.put(numbered(1));
  used.get_future().wait();
}

}  // namespace
}  // namespace demarche
