// Steps to operators.
#include "graph/cypher/pipeline.h"

#include <algorithm>
#include <future>

#include "graph/cypher/aggregate.h"

namespace demarche::cypher {
namespace {

std::unique_ptr<Operator> make_operator(const Step& step, Run& run) {
  switch (step.kind) {
    case StepKind::Nothing:
    case StepKind::AllNodes:
    case StepKind::NodesByLabel:
    case StepKind::NodesByValue:
    case StepKind::CheckLabels:
      return make_scan(step, run);
    case StepKind::Expand:
    case StepKind::ExpandInto:
    case StepKind::Endpoints:
    case StepKind::Weigh:
      return make_expand(step, run);
    case StepKind::ExpandVariable:
    case StepKind::WalkList:
      return make_variable(step, run);
    case StepKind::ShortestPath:
      return make_shortest(step, run);
    case StepKind::MakePath:
    case StepKind::Filter:
    case StepKind::Unwind:
    case StepKind::Project:
    case StepKind::Skip:
    case StepKind::Limit:
      return make_row_step(step, run);
    case StepKind::Optional:
    case StepKind::UnionOf:
      return make_nested(step, run);
    case StepKind::Aggregate:
    case StepKind::Distinct:
      return make_group(step, run);
    case StepKind::Sort:
      return make_sort(step, run);
    case StepKind::Create:
      return make_create(step, run);
  }
  return nullptr;
}

// Whether what the step does with a row does not depend on other rows.
bool is_of_each_row(StepKind kind) {
  switch (kind) {
    case StepKind::CheckLabels:
    case StepKind::Expand:
    case StepKind::ExpandInto:
    case StepKind::ExpandVariable:
    case StepKind::Endpoints:
    case StepKind::Weigh:
    case StepKind::MakePath:
    case StepKind::Filter:
    case StepKind::Unwind:
    case StepKind::Project:
      return true;
    default:
      return false;
  }
}

}  // namespace

class Pipeline::End : public Operator {
 public:
  Flow push(Frame& frame) override { return (*sink)(frame); }
  const Sink* sink = nullptr;
};

Pipeline::Pipeline(const Plan& plan, Run& run) {
  for (const Step& step : plan.steps) operators_.push_back(make_operator(step, run));
  auto end = std::make_unique<End>();
  end_ = end.get();
  operators_.push_back(std::move(end));
  for (std::size_t i = 0; i + 1 < operators_.size(); ++i) operators_[i]->set_next(operators_[i + 1].get());
}

Pipeline::~Pipeline() = default;

void Pipeline::start(Part part) {
  for (const auto& each : operators_) each->start();
  operators_.front()->take(part);
}

Flow Pipeline::finish(Frame& frame, Flow flow) {
  for (const auto& each : operators_) {
    if (each->finish(frame) == Flow::Stop) flow = Flow::Stop;
  }
  return flow;
}

Flow Pipeline::run(Frame& frame, const Sink& sink) {
  end_->sink = &sink;
  start(Part::All);
  return finish(frame, operators_.front()->push(frame));
}

Flow Pipeline::run_halves(Frame& frame, Pipeline& later, std::atomic<bool>& stop, const Sink& sink) {
  end_->sink = &sink;
  start(Part::FirstHalf);
  later.start(Part::SecondHalf);
  auto other = std::async(std::launch::async,
                          [&later, own = frame]() mutable { return later.operators_.front()->push(own); });
  Flow flow = Flow::Continue;
  try {
    flow = operators_.front()->push(frame);
  } catch (...) {
    stop = true;
    throw;
  }
  other.get();
  for (std::size_t i = 0; i < operators_.size(); ++i) operators_[i]->join(*later.operators_[i]);
  return finish(frame, flow);
}

bool can_halve(const Plan& plan, const network::PropertyGraph& graph) {
  constexpr std::size_t many = 10'000;
  if (plan.steps.empty()) return false;
  const Step& scan = plan.steps[0];
  const bool is_long =
      (scan.kind == StepKind::AllNodes && graph.node_count() >= many) ||
      (scan.kind == StepKind::NodesByLabel && graph.nodes_with(scan.labels[0]).size() >= many);
  if (!is_long) return false;
  const auto end = std::find_if_not(plan.steps.begin() + 1, plan.steps.end(),
                                    [](const Step& step) { return is_of_each_row(step.kind); });
  return end != plan.steps.end() && end->kind == StepKind::Aggregate &&
         std::all_of(end->aggregates.begin(), end->aggregates.end(),
                     [](const AggregateItem& item) { return can_join(*item.expression); });
}

std::vector<std::uint64_t> Pipeline::rows() const {
  std::vector<std::uint64_t> rows;
  for (std::size_t i = 0; i + 1 < operators_.size(); ++i) rows.push_back(operators_[i]->rows());
  return rows;
}

}  // namespace demarche::cypher
