// The line that documents pass on their way in: put in one after another, extracted on many threads, handed
// on in the order in which they were put. Memory is bounded by the number of documents under way, whatever
// the length of the input. Tested by tests/cli/assembly_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "graph/model/extraction.h"
#include "ingest/pipeline.h"

namespace demarche {

// What travels on the line. All but documents pass as they are, in their place.
struct Opened {
  std::string path;
};
struct BytesDone {
  std::uint64_t bytes = 0;
};
struct Refused {
  Error error;
};
struct Remark {
  Error error;
};
struct Unchanged {};  // a document that need not be extracted again
struct Whole {        // a file that was read to its end; `last` as in ReadEvents
  std::string path;
  std::size_t last = 0;
};
using Item = std::variant<Document, Extraction, Opened, BytesDone, Refused, Remark, Unchanged, Whole>;

// One for each core.
[[nodiscard]] std::size_t all_cores();

class AssemblyLine {
 public:
  // `jobs` threads replace every Document by what `pipeline` finds in it; `use` gets all items in their
  // order, one at a time, on any thread. REQUIRES: jobs > 0; `pipeline` and what `use` refers to outlive this
  AssemblyLine(std::size_t jobs, const Pipeline& pipeline, std::function<void(Item&&)> use);
  ~AssemblyLine();  // finishes what was put in
  AssemblyLine(const AssemblyLine&) = delete;
  AssemblyLine& operator=(const AssemblyLine&) = delete;

  // Waits while too much is under way. From one thread at a time.
  void put(Item&& item);

  // Waits until all that was put in has been used.
  void finish();

 private:
  class Stages;
  std::unique_ptr<Stages> stages_;
};

}  // namespace demarche
