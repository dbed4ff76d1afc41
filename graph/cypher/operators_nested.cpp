// Operators that run other pipelines for each row.
#include "graph/cypher/pipeline.h"

namespace demarche::cypher {
namespace {

class Optional : public Operator {
 public:
  Optional(const Step& step, Run& run) : step_(step), inner_(*step.plans[0], run) {}
  Flow push(Frame& frame) override {
    bool found = false;
    const Flow flow = inner_.run(frame, [&](Frame& row) { return found = true, emit(row); });
    if (found) return flow;
    for (const Slot slot : step_.slots) frame.slots[static_cast<std::size_t>(slot)] = Value();
    return emit(frame);
  }

 private:
  const Step& step_;
  Pipeline inner_;
};

class UnionOf : public Operator {
 public:
  UnionOf(const Step& step, Run& run) {
    for (const PlanPtr& plan : step.plans) parts_.push_back(std::make_unique<Pipeline>(*plan, run));
  }
  Flow push(Frame& frame) override {
    for (const auto& part : parts_) {
      if (part->run(frame, [&](Frame& row) { return emit(row); }) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  }

 private:
  std::vector<std::unique_ptr<Pipeline>> parts_;
};

}  // namespace

std::unique_ptr<Operator> make_nested(const Step& step, Run& run) {
  if (step.kind == StepKind::Optional) return std::make_unique<Optional>(step, run);
  return std::make_unique<UnionOf>(step, run);
}

}  // namespace demarche::cypher
