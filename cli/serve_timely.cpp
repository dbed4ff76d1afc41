#include "cli/serve_timely.h"

#include <fmt/format.h>

#include <future>
#include <thread>

namespace demarche {
namespace {

constexpr std::size_t most_given_up = 8;

}  // namespace

TimelyAnswers::~TimelyAnswers() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return given_up_ == 0; });
}

Result<Reply> TimelyAnswers::run(std::function<Result<Reply>(const std::stop_token&)> answer) {
  const auto late = [&] {
    return fail(ErrorKind::Unsupported, "answer",
                fmt::format("takes longer than {} ms, the time allowed", time_.count()),
                "ask for less, or start with a longer --timeout");
  };
  {
    const std::lock_guard lock(mutex_);
    if (given_up_ >= most_given_up)
      return fail(ErrorKind::Unsupported, "answer", "too many others take too long", "ask again later");
  }
  auto task = std::make_shared<std::packaged_task<Result<Reply>(const std::stop_token&)>>(std::move(answer));
  auto reply = task->get_future();
  std::jthread worker([task](const std::stop_token& stop) { (*task)(stop); });
  if (reply.wait_for(time_) == std::future_status::ready) {
    worker.join();
    return reply.get();
  }
  worker.request_stop();
  const std::lock_guard lock(mutex_);
  ++given_up_;
  std::thread([this, worker = std::move(worker)]() mutable {
    worker.join();
    const std::lock_guard done(mutex_);
    --given_up_;
    changed_.notify_all();
  }).detach();
  return late();
}

}  // namespace demarche
