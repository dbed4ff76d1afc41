// Steps to operators.
#include "graph/cypher/pipeline.h"

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

Flow Pipeline::run(Frame& frame, const Sink& sink) {
  end_->sink = &sink;
  for (const auto& each : operators_) each->start();
  Flow flow = operators_.front()->push(frame);
  for (const auto& each : operators_) {
    if (each->finish(frame) == Flow::Stop) flow = Flow::Stop;
  }
  return flow;
}

std::vector<std::uint64_t> Pipeline::rows() const {
  std::vector<std::uint64_t> rows;
  for (std::size_t i = 0; i + 1 < operators_.size(); ++i) rows.push_back(operators_[i]->rows());
  return rows;
}

}  // namespace demarche::cypher
