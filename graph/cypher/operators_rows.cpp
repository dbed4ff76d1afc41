// Operators on one row at a time.
#include <fmt/format.h>

#include "graph/cypher/edges_of.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

class Filter : public Operator {
 public:
  Filter(const Step& step, Run& run) : test_(compile_test(step.formula, run)) {}
  Flow push(Frame& frame) override { return test_(frame) ? emit(frame) : Flow::Continue; }

 private:
  Test test_;
};

class Project : public Operator {
 public:
  Project(const Step& step, Run& run) {
    for (const SlotFormula& item : step.items)
      items_.emplace_back(static_cast<std::size_t>(item.slot), compile(item.formula, run));
  }
  Flow push(Frame& frame) override {
    for (const auto& [slot, code] : items_) frame.slots[slot] = code(frame);
    return emit(frame);
  }

 private:
  std::vector<std::pair<std::size_t, Eval>> items_;
};

class Unwind : public Operator {
 public:
  Unwind(const Step& step, Run& run)
      : list_(compile(step.formula, run)), slot_(static_cast<std::size_t>(step.node)), run_(run) {}
  Flow push(Frame& frame) override {
    const Value value = list_(frame);
    if (value.is_null()) return Flow::Continue;
    if (!value.list())
      fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                   fmt::format("UNWIND takes a list, not a {}", type_name(value)));
    for (const Value& item : *value.list()) {
      run_.budget.tick();
      frame.slots[slot_] = item;
      if (emit(frame) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  }

 private:
  Eval list_;
  std::size_t slot_;
  Run& run_;
};

// A path of the nodes and edges in slots; null where one of them is.
class MakePath : public Operator {
 public:
  MakePath(const Step& step, Run& run) : step_(step), run_(run) {}
  Flow push(Frame& frame) override {
    frame.slots[static_cast<std::size_t>(step_.node)] = path(frame);
    return emit(frame);
  }

 private:
  Value path(const Frame& frame) const {
    Path path;
    const NodeRef* first = node_in(frame, step_.slots[0]);
    if (!first) return {};
    path.nodes.push_back(*first);
    for (std::size_t i = 1; i < step_.slots.size(); i += 2) {
      const Value& part = frame.slots[static_cast<std::size_t>(step_.slots[i])];
      if (part.is_null()) return {};
      if (part.edge())
        append(path, *part.edge());
      else
        for (const Value& edge : *part.list()) append(path, *edge.edge());
    }
    return path;
  }

  void append(Path& path, EdgeRef edge) const {
    const NodeRef source = run_.view.source(edge), target = run_.view.target(edge);
    path.edges.push_back(edge);
    path.nodes.push_back(source == path.nodes.back() ? target : source);
  }

  const Step& step_;
  Run& run_;
};

// A whole number that does not depend on the row.
std::int64_t amount(const Eval& code, const char* what) {
  Frame empty;
  const Value value = code(empty);
  if (!value.integer())
    fail_runtime(FailureType::SyntaxError, "InvalidArgumentType",
                 fmt::format("{} needs a whole number", what));
  if (*value.integer() < 0)
    fail_runtime(FailureType::SyntaxError, "NegativeIntegerArgument",
                 fmt::format("{} cannot be negative", what));
  return *value.integer();
}

class Skip : public Operator {
 public:
  Skip(const Step& step, Run& run) : amount_(compile(step.formula, run)) {}
  void start() override { left_ = amount(amount_, "SKIP"); }
  Flow push(Frame& frame) override {
    if (left_ > 0) return --left_, Flow::Continue;
    return emit(frame);
  }

 private:
  Eval amount_;
  std::int64_t left_ = 0;
};

class Limit : public Operator {
 public:
  Limit(const Step& step, Run& run) : amount_(compile(step.formula, run)) {}
  void start() override { left_ = amount(amount_, "LIMIT"); }
  Flow push(Frame& frame) override {
    if (left_ == 0) return Flow::Stop;
    if (emit(frame) == Flow::Stop) return Flow::Stop;
    return --left_ == 0 ? Flow::Stop : Flow::Continue;
  }

 private:
  Eval amount_;
  std::int64_t left_ = 0;
};

}  // namespace

std::unique_ptr<Operator> make_row_step(const Step& step, Run& run) {
  switch (step.kind) {
    case StepKind::Filter:
      return std::make_unique<Filter>(step, run);
    case StepKind::Unwind:
      return std::make_unique<Unwind>(step, run);
    case StepKind::MakePath:
      return std::make_unique<MakePath>(step, run);
    case StepKind::Skip:
      return std::make_unique<Skip>(step, run);
    case StepKind::Limit:
      return std::make_unique<Limit>(step, run);
    default:
      return std::make_unique<Project>(step, run);
  }
}

}  // namespace demarche::cypher
