// Lists, maps, CASE, and what binds a name to each item of a list.
#include <fmt/format.h>

#include "graph/cypher/arithmetic.h"
#include "graph/cypher/compile_parts.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

std::vector<Eval> compiled(const std::vector<FormulaPtr>& formulas, Run& run) {
  std::vector<Eval> codes;
  for (const FormulaPtr& formula : formulas) codes.push_back(compile(formula, run));
  return codes;
}

const List& require_list(const Value& value) {
  if (!value.list())
    fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                 fmt::format("a list was expected, not a {}", type_name(value)));
  return *value.list();
}

Map all_properties(const Value& value, const GraphView& view) {
  if (value.node()) return view.properties(*value.node());
  if (value.edge()) return view.properties(*value.edge());
  if (value.map()) return *value.map();
  fail_runtime(FailureType::TypeError, "InvalidArgumentType",
               fmt::format("a {} has no properties", type_name(value)));
}

// What a quantifier knows after all items.
struct Counts {
  std::size_t yes = 0, no = 0, unknown = 0;
};

Value verdict(Op op, const Counts& counts) {
  const Value unless_unknown = counts.unknown ? Value() : Value(true);
  switch (op) {
    case Op::All:
      return counts.no ? Value(false) : unless_unknown;
    case Op::None:
      return counts.yes ? Value(false) : unless_unknown;
    case Op::Any:
      return counts.yes ? Value(true) : counts.unknown ? Value() : Value(false);
    default:
      return counts.yes > 1 ? Value(false) : counts.unknown ? Value() : Value(counts.yes == 1);
  }
}

}  // namespace

Eval compile_list(const Formula& formula, Run& run) {
  return [items = compiled(formula.args, run)](Frame& frame) {
    List list;
    list.reserve(items.size());
    for (const Eval& item : items) list.push_back(item(frame));
    return Value(std::move(list));
  };
}

Eval compile_map(const Formula& formula, Run& run) {
  return [keys = formula.names, items = compiled(formula.args, run)](Frame& frame) {
    Map map;
    for (std::size_t i = 0; i < keys.size(); ++i) map[keys[i]] = items[i](frame);
    return Value(std::move(map));
  };
}

Eval compile_map_projection(const Formula& formula, Run& run) {
  return [keys = formula.names, items = compiled(formula.args, run), &run](Frame& frame) -> Value {
    const Value owner = items[0](frame);
    if (owner.is_null()) return {};
    Map map;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (items[i + 1])
        map[keys[i]] = items[i + 1](frame);
      else
        map.merge(all_properties(owner, run.view));
    }
    return map;
  };
}

Eval compile_case(const Formula& formula, Run& run) {
  return [parts = compiled(formula.args, run)](Frame& frame) -> Value {
    const Value subject = parts[0] ? parts[0](frame) : Value(true);
    for (std::size_t i = 1; i + 2 < parts.size(); i += 2) {
      const Value when = parts[i](frame);
      if (parts[0] ? equal(subject, when) == Ternary(true) : to_ternary(when) == Ternary(true))
        return parts[i + 1](frame);
    }
    return parts.back() ? parts.back()(frame) : Value();
  };
}

Eval compile_comprehension(const Formula& formula, Run& run) {
  return [list = compile(formula.args[0], run), where = compile(formula.args[1], run),
          mapped = compile(formula.args[2], run), slot = static_cast<std::size_t>(formula.slot),
          &run](Frame& frame) -> Value {
    const Value from = list(frame);
    if (from.is_null()) return {};
    List result;
    for (const Value& item : require_list(from)) {
      run.budget.tick();
      frame.slots[slot] = item;
      if (where && to_ternary(where(frame)) != Ternary(true)) continue;
      result.push_back(mapped ? mapped(frame) : item);
    }
    return result;
  };
}

Eval compile_quantifier(const Formula& formula, Run& run) {
  return [list = compile(formula.args[0], run), where = compile(formula.args[1], run),
          slot = static_cast<std::size_t>(formula.slot), op = formula.op, &run](Frame& frame) -> Value {
    const Value from = list(frame);
    if (from.is_null()) return {};
    Counts counts;
    for (const Value& item : require_list(from)) {
      run.budget.tick();
      frame.slots[slot] = item;
      const Ternary holds = to_ternary(where(frame));
      ++(!holds ? counts.unknown : *holds ? counts.yes : counts.no);
    }
    return verdict(op, counts);
  };
}

Eval compile_reduce(const Formula& formula, Run& run) {
  return [initial = compile(formula.args[0], run), list = compile(formula.args[1], run),
          step = compile(formula.args[2], run), total = static_cast<std::size_t>(formula.slot),
          slot = static_cast<std::size_t>(formula.second_slot), &run](Frame& frame) -> Value {
    const Value from = list(frame);
    if (from.is_null()) return {};
    frame.slots[total] = initial(frame);
    for (const Value& item : require_list(from)) {
      run.budget.tick();
      frame.slots[slot] = item;
      frame.slots[total] = step(frame);
    }
    return frame.slots[total];
  };
}

}  // namespace demarche::cypher
