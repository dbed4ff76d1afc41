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

constexpr std::size_t under_way_for_each_job = 96;  // items: there is a batch to take while one is used
constexpr std::size_t largest_batch = 32;           // of items
constexpr std::size_t much_text = 100'000;          // bytes: a batch that has them is full

}  // namespace

std::size_t all_cores() {
  return std::max(1u, std::thread::hardware_concurrency());
}

class AssemblyLine::Stages {
 public:
  Stages(std::size_t jobs, const Pipeline& pipeline, std::function<void(Item&&)> use)
      : pipeline_(pipeline), use_(std::move(use)), jobs_(jobs), room_(jobs * under_way_for_each_job) {
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
      std::vector<Numbered> batch = take();
      lock.unlock();
      extract(batch);
      lock.lock();
      for (Numbered& item : batch) done_.insert(std::move(item));
      hand_on(lock);
    }
  }

  // As many of the waiting items as leave some to every thread. Only with the lock.
  std::vector<Numbered> take() {
    const std::size_t share = (waiting_.size() + jobs_ - 1) / jobs_;
    std::vector<Numbered> batch;
    std::size_t bytes = 0;
    while (batch.empty() || (batch.size() < std::min(share, largest_batch) && bytes < much_text)) {
      batch.push_back(std::move(waiting_.front()));
      waiting_.pop_front();
      if (const auto* doc = std::get_if<Document>(&batch.back().second)) bytes += doc->text.size();
    }
    return batch;
  }

  void extract(std::vector<Numbered>& batch) const {
    std::vector<const Document*> docs;
    for (const Numbered& item : batch)
      if (const auto* doc = std::get_if<Document>(&item.second)) docs.push_back(doc);
    auto found = pipeline_.extract(docs);
    auto next = found.begin();
    for (Numbered& item : batch)
      if (std::holds_alternative<Document>(item.second)) item.second = std::move(*next++);
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
  const std::size_t jobs_;
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
