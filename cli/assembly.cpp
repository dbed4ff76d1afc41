// Threads of our own rather than oneTBB's: whoever puts items in may wait for its input for as long as it
// likes, and a task that oneTBB is given by a thread which then blocks may wait with it.
#include "cli/assembly.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace demarche {
namespace {

constexpr std::size_t under_way_for_each_job = 8;

}  // namespace

std::size_t all_cores() {
  return std::max(1u, std::thread::hardware_concurrency());
}

class AssemblyLine::Stages {
 public:
  Stages(std::size_t jobs, const Pipeline& pipeline, std::function<void(Item&&)> use)
      : pipeline_(pipeline), use_(std::move(use)), room_(jobs * under_way_for_each_job) {
    for (std::size_t job = 0; job < jobs; ++job) threads_.emplace_back([this] { work(); });
  }

  void put(Item&& item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return put_ - used_ < room_; });
    waiting_.emplace_back(put_++, std::move(item));
    changed_.notify_all();
  }

  void finish() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
      changed_.notify_all();
    }
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  using Numbered = std::pair<std::size_t, Item>;

  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      Numbered next = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      if (const auto* doc = std::get_if<Document>(&next.second)) next.second = pipeline_.extract(*doc);
      lock.lock();
      done_.insert(std::move(next));
      hand_on(lock);
    }
  }

  // Uses what is done and next in order, one thread at a time; the others leave theirs to it.
  void hand_on(std::unique_lock<std::mutex>& lock) {
    if (handing_on_) return;
    handing_on_ = true;
    while (!done_.empty() && done_.begin()->first == used_) {
      Item item = std::move(done_.begin()->second);
      done_.erase(done_.begin());
      lock.unlock();
      use_(std::move(item));
      lock.lock();
      ++used_;
      changed_.notify_all();
    }
    handing_on_ = false;
  }

  const Pipeline& pipeline_;
  const std::function<void(Item&&)> use_;
  const std::size_t room_;  // items that may be under way

  std::mutex mutex_;  // guards all below
  std::condition_variable changed_;
  std::deque<Numbered> waiting_;
  std::map<std::size_t, Item> done_;  // and not yet used
  std::size_t put_ = 0;
  std::size_t used_ = 0;
  bool handing_on_ = false;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

AssemblyLine::AssemblyLine(std::size_t jobs, const Pipeline& pipeline, std::function<void(Item&&)> use)
    : stages_(std::make_unique<Stages>(jobs, pipeline, std::move(use))) {}

AssemblyLine::~AssemblyLine() {
  finish();
}

void AssemblyLine::put(Item&& item) {
  stages_->put(std::move(item));
}

void AssemblyLine::finish() {
  stages_->finish();
}

}  // namespace demarche
