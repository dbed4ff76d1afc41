// How reading behaves as a process: the same bytes for any number of threads, and an orderly end when it is
// asked to.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <thread>

#include "tests/cli/program.h"

namespace demarche::test {
namespace {

std::string many_documents(int count) {
  std::string lines;
  for (int number = 1; number <= count; ++number)
    lines += fmt::format(
        R"({{"id":"d{0}","date":"2025-12-03","text":"Russia rejected the {1}-point plan on day {0} of the talks."}})"
        "\n",
        number, number % 50 + 2);
  return lines;
}

TEST_CASE("extract gives the same bytes in the order of the input for any number of threads") {
  const EmptyFolder folder;
  folder.write("talks.jsonl", many_documents(under_sanitizers ? 40 : 300));
  const Outcome one = run(folder, "demarche extract --jobs 1 talks.jsonl");
  INFO(one.all);
  REQUIRE(one.status == 0);
  REQUIRE(one.out.starts_with(R"({"id":"d1",)"));
  for (const int jobs : {2, 3, 8}) {
    const Outcome several = run(folder, fmt::format("demarche extract --jobs {} talks.jsonl", jobs));
    CHECK(several.status == 0);
    CHECK((several.out == one.out));
  }
  CHECK((run(folder, "cat talks.jsonl | demarche extract").out == one.out));
}

TEST_CASE("an interrupted ingestion ends with whole documents and status 130") {
  const EmptyFolder folder;
  folder.write("first.jsonl", many_documents(1));
  REQUIRE(run(folder, "mkfifo more.jsonl").status == 0);
  const pid_t process = start(folder, {"ingest", "first.jsonl", "more.jsonl"});
  const std::string wait_for_first = "until demarche show d1 >/dev/null 2>&1; do sleep 0.05; done";
  REQUIRE(run(folder, wait_for_first).status == 0);
  kill(process, SIGINT);
  CHECK(wait_for(process) == 130);
  CHECK(run(folder, "demarche verify").status == 0);
  CHECK(run(folder, "demarche --json list documents | grep -c '\"d1\"'").out == "1\n");
}

TEST_CASE("documents that come slowly are kept as they come, and one request to stop is enough") {
  const EmptyFolder folder;
  folder.write("first.jsonl", many_documents(2));
  const Outcome outcome =
      run(folder,
          "mkfifo slow && exec 3<> slow && cat first.jsonl >&3\n"
          "demarche ingest --format jsonl - < slow 3>&- & until demarche show d2 >/dev/null 2>&1\n"
          "do sleep 0.05; done; kill -TERM $!; wait $!");
  INFO(outcome.all);
  CHECK(outcome.status == 128 + SIGTERM);
  CHECK(outcome.err == "2 documents: 2 added, 0 replaced, 0 unchanged; 0 refused\n");
}

}  // namespace
}  // namespace demarche::test
