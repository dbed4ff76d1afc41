// The library's border: failures thrown inside are values outside.
#include "graph/cypher/engine.h"

#include <atomic>
#include <new>
#include <optional>

#include "graph/cypher/check.h"
#include "graph/cypher/pipeline.h"
#include "graph/cypher/planner.h"

namespace demarche::cypher {
namespace {

ZonedDateTime now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since);
  const auto nanos = std::chrono::duration_cast<std::chrono::nanoseconds>(since - seconds);
  return {seconds.count(), static_cast<std::int32_t>(nanos.count()), 0, {}};
}

template <class Work>
auto guarded(const Work& work) -> Outcome<decltype(work())> {
  try {
    return work();
  } catch (const Failure& failure) {
    return tl::make_unexpected(failure);
  } catch (const std::bad_alloc&) {
    return tl::make_unexpected(
        Failure{FailureType::Budget, Phase::Runtime, "MemoryLimit", "there is no more memory", {}, {}});
  }
}

// The second of two runs of one plan, in a thread of its own.
struct SecondRun {
  SecondRun(const Plan& plan, const Run& first, const Limits& limits)
      : run{first.view, first.graph, first.calls, Budget(limits, &stop), nullptr}, pipeline(plan, run) {
    run.calls.random.seed(first.calls.random.default_seed);
  }
  std::atomic<bool> stop = false;
  Run run;
  Pipeline pipeline;
};

Table collected(const Plan& plan, Pipeline& pipeline, Run& run, SecondRun* second = nullptr) {
  Table table;
  table.columns = plan.columns;
  Frame frame;
  frame.slots.resize(static_cast<std::size_t>(plan.slot_count));
  const Pipeline::Sink sink = [&](Frame& row) {
    List values;
    std::size_t bytes = sizeof(List);
    values.reserve(plan.column_slots.size());
    for (const Slot slot : plan.column_slots) {
      values.push_back(row.slots[static_cast<std::size_t>(slot)]);
      bytes += sizeof(Value) + bytes_of(values.back());
    }
    run.budget.hold(bytes);
    table.rows.push_back(std::move(values));
    return Flow::Continue;
  };
  if (second)
    pipeline.run_halves(frame, second->pipeline, second->stop, sink);
  else
    pipeline.run(frame, sink);
  return table;
}

}  // namespace

Outcome<Prepared> prepare(std::string_view text, Writing writing) {
  return guarded([&] {
    auto query = std::make_shared<const Query>(parse(text, writing));
    std::vector<std::string> columns = check(*query);
    return Prepared{std::move(query), std::move(columns), std::string(text)};
  });
}

Outcome<Plan> explain(const Prepared& query, const network::PropertyGraph& graph, const Map& parameters) {
  return guarded([&] { return make_plan(*query.query, graph, parameters); });
}

Outcome<Table> run(const Prepared& query, const network::PropertyGraph& graph, const Map& parameters,
                   const Limits& limits, std::vector<StepProfile>* profile) {
  return guarded([&] {
    const Plan plan = make_plan(*query.query, graph, parameters);
    const GraphView view(graph);
    Run run{view, graph, {view, now()}, Budget(limits), nullptr};
    Pipeline pipeline(plan, run);
    std::optional<SecondRun> second;  // memory is counted by one thread
    if (limits.threads > 1 && !limits.memory && can_halve(plan, graph)) second.emplace(plan, run, limits);
    Table table = collected(plan, pipeline, run, second ? &*second : nullptr);
    if (profile) {
      const std::vector<std::uint64_t> rows = pipeline.rows();
      for (std::size_t i = 0; i < rows.size(); ++i)
        profile->push_back({text_of(plan.steps[i], graph), plan.steps[i].rows, rows[i]});
    }
    return table;
  });
}

Outcome<network::PropertyGraph> run_writing(const Prepared& query, const network::PropertyGraph& graph,
                                            const Map& parameters) {
  return guarded([&] {
    const Plan plan = make_plan(*query.query, graph, parameters);
    Additions additions;
    const GraphView view(graph, &additions);
    Run run{view, graph, {view, now()}, Budget({}), &additions};
    Pipeline pipeline(plan, run);
    static_cast<void>(collected(plan, pipeline, run));
    return merged(graph, additions);
  });
}

}  // namespace demarche::cypher
