// Ends `demarche ingest` by SIGKILL at random moments: what the file then holds must be sound, and reading
// once more must complete it to what an undisturbed run gives.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include "tests/cli/program.h"

namespace demarche::test {
namespace {

constexpr int kills = under_sanitizers ? 4 : 20;
constexpr int documents = 40;

std::string many_documents() {
  std::string lines;
  for (int number = 1; number <= documents; ++number) {
    lines += fmt::format(
        R"({{"id":"d{0}","title":"Talks, day {0}","date":"2025-{1:02}-{2:02}","source":"The Courier",)"
        R"("text":"Russia rejected the {3}-point plan on day {0} of the talks. Ukraine accepted the proposal. )"
        R"(France did not reject the US offer, a spokesman said."}})"
        "\n",
        number, 1 + number % 12, 1 + number % 28, 10 + number % 7);
  }
  return lines;
}

double seconds_of(const EmptyFolder& folder, const std::vector<std::string>& arguments) {
  const auto begun = std::chrono::steady_clock::now();
  REQUIRE(wait_for(start(folder, arguments)) == 0);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

TEST_CASE("an ingestion killed at any moment leaves a sound file that a second one completes") {
  const EmptyFolder folder;
  folder.write("talks.jsonl", many_documents());
  const double whole = seconds_of(folder, {"--graph", "whole.db", "ingest", "talks.jsonl"});
  const Outcome wanted = run(folder, "demarche --graph whole.db export json");
  INFO(wanted.all);
  REQUIRE(wanted.status == 0);

  std::mt19937 random(20251203);
  std::uniform_real_distribution<double> moment(0, whole);
  for (int kill_number = 1; kill_number <= kills; ++kill_number) {
    const std::string file = fmt::format("killed-{}.db", kill_number);
    const pid_t process = start(folder, {"--graph", file, "ingest", "talks.jsonl"});
    std::this_thread::sleep_for(std::chrono::duration<double>(moment(random)));
    kill(process, SIGKILL);
    wait_for(process);
    const Outcome verified = run(folder, fmt::format("test ! -e {0} || demarche --graph {0} verify", file));
    INFO("kill " << kill_number << "\n" << verified.all);
    CHECK(verified.status == 0);
    const Outcome completed = run(folder, fmt::format("demarche --graph {} ingest talks.jsonl", file));
    INFO(completed.all);
    CHECK(completed.status == 0);
    const Outcome exported = run(folder, fmt::format("demarche --graph {} export json", file));
    CHECK(exported.status == 0);
    CHECK((exported.out == wanted.out));
  }
}

}  // namespace
}  // namespace demarche::test
