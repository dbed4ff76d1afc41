#include "cli/serve_live.h"

#include <numeric>

#include "graph/answers/as_network.h"
#include "graph/export/formats.h"

namespace demarche {
namespace {

// While a long ingestion goes on the file changes all the time; the graph follows it at this pace.
constexpr std::chrono::milliseconds pace{500};

}  // namespace

const network::PropertyGraph& LiveState::network() const {
  std::call_once(is_made_, [this] {
    std::vector<std::size_t> acts(knowledge.acts.size());
    std::iota(acts.begin(), acts.end(), 0);
    network_ = as_network(knowledge, acts, std::nullopt, Scope::Everything);
  });
  return network_;
}

const std::string& LiveState::json() const {
  std::call_once(is_written_, [this] { json_ = write_json(network()); });
  return json_;
}

Result<std::unique_ptr<LiveGraph>> LiveGraph::open(const std::filesystem::path& file, Gazetteer&& gazetteer) {
  auto store = Store::open(file, Access::Read);
  if (!store) return tl::make_unexpected(store.error());
  std::unique_ptr<LiveGraph> graph(new LiveGraph(file, std::move(*store), std::move(gazetteer)));
  auto first = graph->load();
  if (!first) return tl::make_unexpected(first.error());
  graph->state_ = *first;
  return graph;
}

// The generation is read first: what is written meanwhile is seen, and looked up once more later.
Result<std::shared_ptr<const LiveState>> LiveGraph::load() const {
  const auto store = Store::open(file_, Access::Read);
  if (!store) return tl::make_unexpected(store.error());
  const auto generation = store->generation();
  if (!generation) return tl::make_unexpected(generation.error());
  return Knowledge::load(*store, gazetteer_).map([&](Knowledge&& knowledge) {
    return std::shared_ptr<const LiveState>(std::make_shared<LiveState>(*generation, std::move(knowledge)));
  });
}

Result<std::shared_ptr<const LiveState>> LiveGraph::now() {
  std::unique_lock lock(mutex_);
  if (is_loading_ || std::chrono::steady_clock::now() < next_look_) return state_;
  const auto generation = watched_.generation();
  if (!generation) return tl::make_unexpected(generation.error());
  if (*generation == state_->generation) return state_;

  is_loading_ = true;
  lock.unlock();
  auto loaded = load();
  lock.lock();
  is_loading_ = false;
  next_look_ = std::chrono::steady_clock::now() + pace;
  if (loaded) state_ = *loaded;
  return loaded;
}

}  // namespace demarche
