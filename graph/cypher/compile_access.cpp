// Reading properties, labels, items of lists and maps, and texts by pattern.
#include <fmt/format.h>
#include <unicode/regex.h>

#include "graph/cypher/arithmetic.h"
#include "graph/cypher/column_value.h"
#include "graph/cypher/compile_parts.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/temporal.h"

namespace demarche::cypher {
namespace {

Value property_of(const Value& owner, const std::string& name, const GraphView& view) {
  if (owner.is_null()) return {};
  if (owner.node()) return view.property(*owner.node(), name);
  if (owner.edge()) return view.property(*owner.edge(), name);
  if (owner.map()) {
    const auto found = owner.map()->find(name);
    return found == owner.map()->end() ? Value() : found->second;
  }
  if (owner.duration() || is_instant(owner)) return temporal_part(owner, name);
  fail_runtime(FailureType::TypeError, "InvalidArgumentType",
               fmt::format("a {} has no property `{}`", type_name(owner), name));
}

Value item_at(const List& list, const Value& index) {
  if (!index.integer()) {
    fail_runtime(FailureType::TypeError, "ListElementAccessByNonInteger",
                 fmt::format("a list is indexed by integers, not by a {}", type_name(index)));
  }
  const auto size = static_cast<std::int64_t>(list.size());
  const std::int64_t at = *index.integer() < 0 ? *index.integer() + size : *index.integer();
  return at >= 0 && at < size ? list[static_cast<std::size_t>(at)] : Value();
}

Value indexed(const Value& owner, const Value& index, const GraphView& view) {
  if (owner.is_null() || index.is_null()) return {};
  if (owner.list()) return item_at(*owner.list(), index);
  if (!owner.map() && !owner.node() && !owner.edge()) {
    fail_runtime(FailureType::TypeError, "InvalidElementAccess",
                 fmt::format("a {} cannot be indexed", type_name(owner)));
  }
  if (!index.string()) {
    fail_runtime(FailureType::TypeError, "MapElementAccessByNonString",
                 fmt::format("a {} is indexed by texts, not by a {}", type_name(owner), type_name(index)));
  }
  return property_of(owner, *index.string(), view);
}

}  // namespace

Eval compile_property(const Formula& formula, Run& run) {
  const auto key = run.graph.key_id(formula.name);
  const std::size_t nodes = run.graph.node_count(), edges = run.graph.edge_count();
  const auto read = [key, nodes, edges, name = formula.name, &run](const Value& owner) -> Value {
    if (owner.node() && owner.node()->id < nodes)
      return key ? column_value(run.graph, Owner::Node, *key, owner.node()->id) : Value();
    if (owner.edge() && owner.edge()->id < edges)
      return key ? column_value(run.graph, Owner::Edge, *key, owner.edge()->id) : Value();
    return property_of(owner, name, run.view);
  };
  if (formula.args[0]->op == Op::Variable) {
    return [slot = static_cast<std::size_t>(formula.args[0]->slot), read](Frame& frame) {
      return read(frame.slots[slot]);
    };
  }
  return [owner = compile(formula.args[0], run), read](Frame& frame) { return read(owner(frame)); };
}

Eval compile_labels(const Formula& formula, Run& run) {
  return [owner = compile(formula.args[0], run), names = formula.names, &run](Frame& frame) -> Value {
    const Value value = owner(frame);
    if (value.is_null()) return {};
    if (!value.node() && !value.edge()) {
      fail_runtime(FailureType::TypeError, "InvalidArgumentType",
                   fmt::format("a {} has no labels", type_name(value)));
    }
    for (const std::string& name : names) {
      if (value.node() ? !run.view.has_label(*value.node(), name) : run.view.type(*value.edge()) != name)
        return false;
    }
    return true;
  };
}

Eval compile_index(const Formula& formula, Run& run) {
  return [owner = compile(formula.args[0], run), index = compile(formula.args[1], run), &run](Frame& frame) {
    return indexed(owner(frame), index(frame), run.view);
  };
}

Eval compile_slice(const Formula& formula, Run& run) {
  return [list = compile(formula.args[0], run), from = compile(formula.args[1], run),
          to = compile(formula.args[2], run)](Frame& frame) {
    const Value first = from ? from(frame) : Value(), last = to ? to(frame) : Value();
    return slice(list(frame), from ? &first : nullptr, to ? &last : nullptr);
  };
}

// The whole text must match.
Eval compile_regex(const Formula& formula, Run& run) {
  return
      [text = compile(formula.args[0], run), pattern = compile(formula.args[1], run)](Frame& frame) -> Value {
        const Value a = text(frame), b = pattern(frame);
        if (!a.string() || !b.string()) return {};
        UErrorCode status = U_ZERO_ERROR;
        icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(*b.string()), 0, status);
        if (U_FAILURE(status)) {
          fail_runtime(FailureType::ArgumentError, "InvalidArgumentValue",
                       fmt::format("'{}' is no regular expression", *b.string()));
        }
        const icu::UnicodeString subject = icu::UnicodeString::fromUTF8(*a.string());
        matcher.setTimeLimit(2'000, status);  // in steps of about a millisecond: some patterns never end
        matcher.reset(subject);
        const bool matches = matcher.matches(status);
        if (U_FAILURE(status))
          fail_runtime(FailureType::ArgumentError, "InvalidArgumentValue",
                       "the regular expression takes too long");
        return matches;
      };
}

}  // namespace demarche::cypher
