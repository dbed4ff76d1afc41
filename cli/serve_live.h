// The graph as a server holds it: all that the file knows, in memory, made anew when the file has changed.
// Whoever asks while it is being made gets the one before; nobody waits for an ingestion. Safe from several
// threads. Tested by tests/page/serve_test.py.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "graph/answers/knowledge.h"
#include "graph/model/gazetteer.h"
#include "graph/network/property_graph.h"
#include "graph/store/store.h"

namespace demarche {

class LiveState {
 public:
  LiveState(std::int64_t of_file, Knowledge&& known) : generation(of_file), knowledge(std::move(known)) {}

  // All of it as a property graph, made when it is first asked for.
  [[nodiscard]] const network::PropertyGraph& network() const;

  // The same as `export json` writes it, made when it is first asked for.
  [[nodiscard]] const std::string& json() const;

  const std::int64_t generation;  // of the file, at least
  const Knowledge knowledge;

 private:
  mutable std::once_flag is_made_, is_written_;
  mutable network::PropertyGraph network_;
  mutable std::string json_;
};

class LiveGraph {
 public:
  // Errors: those of opening and reading the file.
  [[nodiscard]] static Result<std::unique_ptr<LiveGraph>> open(const std::filesystem::path& file,
                                                               Gazetteer&& gazetteer);

  // Never null. Errors: those of reading the file.
  [[nodiscard]] Result<std::shared_ptr<const LiveState>> now();

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

 private:
  LiveGraph(std::filesystem::path file, Store&& watched, Gazetteer&& gazetteer)
      : file_(std::move(file)), watched_(std::move(watched)), gazetteer_(std::move(gazetteer)) {}
  [[nodiscard]] Result<std::shared_ptr<const LiveState>> load() const;

  std::filesystem::path file_;
  std::mutex mutex_;  // over all below but the gazetteer
  Store watched_;
  Gazetteer gazetteer_;
  std::shared_ptr<const LiveState> state_;
  bool is_loading_ = false;
  std::chrono::steady_clock::time_point next_look_;
};

}  // namespace demarche
