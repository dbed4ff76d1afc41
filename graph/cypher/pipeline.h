// A plan made ready to run: operators in a row, each pushing rows to the next.
// Tested by tests/graph/cypher/engine_test.cpp and twin_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "graph/cypher/runtime.h"

namespace demarche::cypher {

enum class Flow {
  Continue,
  Stop,  // no further row is needed
};

// Of the nodes that a scan finds.
enum class Part { All, FirstHalf, SecondHalf };

class Operator {
 public:
  virtual ~Operator() = default;

  virtual void start() {}  // before the first row of each run
  virtual Flow push(Frame& frame) = 0;
  virtual Flow finish(Frame&) { return Flow::Continue; }  // after the last row; may push what was held back

  virtual void take(Part) {}  // of a scan: finds no others
  // Takes up what the operator of the same step in another pipeline did with later rows.
  virtual void join(const Operator& later) { rows_ += later.rows_; }

  void set_next(Operator* next) { next_ = next; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }  // that have left it

 protected:
  Flow emit(Frame& frame) {
    ++rows_;
    return next_->push(frame);
  }
  [[nodiscard]] const Operator& next() const { return *next_; }

 private:
  Operator* next_ = nullptr;
  std::uint64_t rows_ = 0;
};

class Pipeline {
 public:
  using Sink = std::function<Flow(Frame&)>;

  // `run` and `plan` must outlive it.
  Pipeline(const Plan& plan, Run& run);
  ~Pipeline();

  // Pushes one row, of which slots are read and filled, through all steps; what comes out goes to `sink`.
  Flow run(Frame& frame, const Sink& sink);

  // The same with the nodes of the first step split between this pipeline and `later`, which works in a
  // thread of its own, and `stop`, by which it is told to stop early. REQUIRES: can_halve(plan), the plan of
  // both
  Flow run_halves(Frame& frame, Pipeline& later, std::atomic<bool>& stop, const Sink& sink);

  // The rows that left each step, in order.
  [[nodiscard]] std::vector<std::uint64_t> rows() const;

 private:
  class End;

  void start(Part part);
  Flow finish(Frame& frame, Flow flow);
  std::vector<std::unique_ptr<Operator>> operators_;  // the last is an End
  End* end_ = nullptr;
};

// Whether two threads pay for the plan: it starts at many nodes, and aggregates what it finds from each in a
// way that can be joined.
[[nodiscard]] bool can_halve(const Plan& plan, const network::PropertyGraph& graph);

// The operators of each kind of step, by source.
[[nodiscard]] std::unique_ptr<Operator> make_scan(const Step& step, Run& run);      // operators_scan.cpp
[[nodiscard]] std::unique_ptr<Operator> make_expand(const Step& step, Run& run);    // operators_expand.cpp
[[nodiscard]] std::unique_ptr<Operator> make_variable(const Step& step, Run& run);  // operators_variable.cpp
[[nodiscard]] std::unique_ptr<Operator> make_shortest(const Step& step, Run& run);  // operators_shortest.cpp
[[nodiscard]] std::unique_ptr<Operator> make_row_step(const Step& step, Run& run);  // operators_rows.cpp
[[nodiscard]] std::unique_ptr<Operator> make_nested(const Step& step, Run& run);    // operators_nested.cpp
[[nodiscard]] std::unique_ptr<Operator> make_group(const Step& step, Run& run);     // operators_group.cpp
[[nodiscard]] std::unique_ptr<Operator> make_sort(const Step& step, Run& run);      // operators_sort.cpp
[[nodiscard]] std::unique_ptr<Operator> make_create(const Step& step, Run& run);    // operators_create.cpp

}  // namespace demarche::cypher
