#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "cli/serve_timely.h"

namespace demarche {
namespace {

using namespace std::chrono_literals;

TEST_CASE("an answer in time is given") {
  TimelyAnswers answers(10s);
  const auto reply = answers.run([](const std::stop_token&) { return Reply{"[]\n", 0}; });
  REQUIRE(reply.has_value());
  CHECK(reply->json == "[]\n");
}

TEST_CASE("an answer that takes too long is refused in time and stopped") {
  std::atomic<bool> is_stopped = false;
  const auto began = std::chrono::steady_clock::now();
  {
    TimelyAnswers answers(20ms);
    const auto reply = answers.run([&](const std::stop_token& stop) {
      while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
      is_stopped = true;
      return Reply{};
    });
    REQUIRE_FALSE(reply.has_value());
    CHECK(reply.error().kind == ErrorKind::Unsupported);
  }
  CHECK(is_stopped);
  CHECK(std::chrono::steady_clock::now() - began < 5s);
}

}  // namespace
}  // namespace demarche
