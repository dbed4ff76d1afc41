// Subqueries and patterns in expressions: a pipeline of their own, run for each row that asks.
#include "graph/cypher/compile_parts.h"
#include "graph/cypher/pipeline.h"

namespace demarche::cypher {
namespace {

// Runs the pipeline over the row, whose weight is not the business of what is inside.
void run_inside(Pipeline& pipeline, Frame& frame, const Pipeline::Sink& sink) {
  const std::int64_t weight = frame.weight;
  frame.weight = 1;
  pipeline.run(frame, sink);
  frame.weight = weight;
}

}  // namespace

Eval compile_subquery(const Formula& formula, Run& run) {
  const auto pipeline = std::make_shared<Pipeline>(*formula.plan, run);
  if (formula.op == Op::PatternComprehension) {
    return [pipeline, result = compile(formula.plan->result, run)](Frame& frame) {
      List list;
      run_inside(*pipeline, frame, [&](Frame& row) { return list.push_back(result(row)), Flow::Continue; });
      return Value(std::move(list));
    };
  }
  if (formula.op == Op::Count) {
    return [pipeline](Frame& frame) {
      std::int64_t count = 0;
      run_inside(*pipeline, frame, [&](Frame& row) { return count += row.weight, Flow::Continue; });
      return Value(count);
    };
  }
  return [pipeline](Frame& frame) {
    bool found = false;
    run_inside(*pipeline, frame, [&](Frame&) { return found = true, Flow::Stop; });
    return Value(found);
  };
}

}  // namespace demarche::cypher
