// Operators that hold groups: aggregation and DISTINCT. Groups come out in the order in which they were first
// met.
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "graph/cypher/aggregate.h"
#include "graph/cypher/compare.h"
#include "graph/cypher/pipeline.h"

namespace demarche::cypher {
namespace {

struct RowHash {
  std::size_t operator()(const List& row) const {
    std::size_t seed = row.size();
    for (const Value& value : row) seed = seed * 31 + hash(value);
    return seed;
  }
};

struct RowEquivalent {
  bool operator()(const List& a, const List& b) const {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!equivalent(a[i], b[i])) return false;
    }
    return true;
  }
};

std::size_t bytes_of_row(const List& row) {
  std::size_t bytes = 64 + row.size() * sizeof(Value);
  for (const Value& value : row) bytes += bytes_of(value);
  return bytes;
}

class AggregateRows : public Operator {
 public:
  AggregateRows(const Step& step, Run& run) : step_(step), run_(run) {
    for (const SlotFormula& item : step.items) keys_.push_back(compile(item.formula, run));
    for (const AggregateItem& item : step.aggregates) {
      arguments_.push_back(compile(item.argument, run));
      extras_.push_back(compile(item.extra, run));
    }
  }

  void start() override {
    run_.budget.release(held_);
    held_ = 0;
    groups_.clear();
    places_.clear();
    if (keys_.empty()) add_group({});
  }

  Flow push(Frame& frame) override {
    Group& group = group_of(frame);
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      const std::size_t before = group.aggregates[i]->bytes();
      group.aggregates[i]->add(arguments_[i] ? arguments_[i](frame) : Value(),
                               extras_[i] ? extras_[i](frame) : Value(), frame.weight);
      hold(group.aggregates[i]->bytes() - before);
    }
    return Flow::Continue;
  }

  void join(const Operator& later) override {
    Operator::join(later);
    for (const Group& other : static_cast<const AggregateRows&>(later).groups_) {
      Group& group = group_of_key(*other.key);
      for (std::size_t i = 0; i < arguments_.size(); ++i) group.aggregates[i]->join(*other.aggregates[i]);
    }
  }

  Flow finish(Frame& frame) override {
    frame.weight = 1;
    for (const Group& group : groups_) {
      for (std::size_t i = 0; i < keys_.size(); ++i)
        frame.slots[static_cast<std::size_t>(step_.items[i].slot)] = (*group.key)[i];
      for (std::size_t i = 0; i < arguments_.size(); ++i) {
        frame.slots[static_cast<std::size_t>(step_.aggregates[i].slot)] = group.aggregates[i]->result();
      }
      if (emit(frame) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  }

 private:
  struct Group {
    const List* key = nullptr;
    std::vector<std::unique_ptr<Aggregate>> aggregates;
  };

  void hold(std::size_t bytes) {
    held_ += bytes;
    run_.budget.hold(bytes);
  }

  Group& group_of(Frame& frame) {
    if (keys_.empty()) return groups_[0];
    key_.clear();
    for (const Eval& key : keys_) key_.push_back(key(frame));
    return group_of_key(key_);
  }

  Group& group_of_key(const List& key) {
    const auto found = places_.find(key);
    return found != places_.end() ? groups_[found->second] : add_group(key);
  }

  Group& add_group(const List& key) {
    hold(bytes_of_row(key) + step_.aggregates.size() * 64);
    const auto [place, added] = places_.emplace(key, groups_.size());
    groups_.push_back({&place->first, {}});
    for (const AggregateItem& item : step_.aggregates)
      groups_.back().aggregates.push_back(make_aggregate(*item.expression));
    return groups_.back();
  }

  const Step& step_;
  Run& run_;
  std::vector<Eval> keys_, arguments_, extras_;
  List key_;
  std::vector<Group> groups_;
  std::unordered_map<List, std::size_t, RowHash, RowEquivalent> places_;
  std::size_t held_ = 0;
};

// Counts by one property of a node, whose texts are numbers in the graph: groups are places in an array.
class CountByText : public Operator {
 public:
  CountByText(const Step& step, Run& run, network::KeyId key)
      : step_(step),
        run_(run),
        column_(run.graph.node_column(key)),
        node_(static_cast<std::size_t>(step.node)),
        none_(run.graph.text_count()) {}

  void start() override {
    counts_.assign(none_ + 1, 0);
    met_.clear();
  }

  Flow push(Frame& frame) override {
    const network::NodeId node = frame.slots[node_].node()->id;
    count(column_.has(node) ? column_.strings[node] : none_, frame.weight);
    return Flow::Continue;
  }

  void join(const Operator& later) override {
    Operator::join(later);
    const auto& other = static_cast<const CountByText&>(later);
    for (const std::size_t place : other.met_) count(place, other.counts_[place]);
  }

  Flow finish(Frame& frame) override {
    frame.weight = 1;
    for (const std::size_t place : met_) {
      Value key =
          place == none_ ? Value() : Value::text(run_.graph.text(static_cast<network::TextId>(place)));
      frame.slots[static_cast<std::size_t>(step_.items[0].slot)] = std::move(key);
      for (const AggregateItem& item : step_.aggregates)
        frame.slots[static_cast<std::size_t>(item.slot)] = counts_[place];
      if (emit(frame) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  }

 private:
  void count(std::size_t place, std::int64_t times) {
    if (counts_[place] == 0) met_.push_back(place);
    counts_[place] += times;
  }

  const Step& step_;
  Run& run_;
  const network::ColumnView& column_;
  std::size_t node_;
  std::size_t none_;  // the place of nodes without the property
  std::vector<std::int64_t> counts_;
  std::vector<std::size_t> met_;
};

class DistinctRows : public Operator {
 public:
  DistinctRows(const Step& step, Run& run) : step_(step), run_(run) {}

  void start() override {
    run_.budget.release(held_);
    held_ = 0;
    seen_.clear();
  }

  Flow push(Frame& frame) override {
    List row;
    for (const Slot slot : step_.slots) row.push_back(frame.slots[static_cast<std::size_t>(slot)]);
    const auto [place, added] = seen_.insert(std::move(row));
    if (!added) return Flow::Continue;
    const std::size_t bytes = bytes_of_row(*place);
    held_ += bytes;
    run_.budget.hold(bytes);
    const std::int64_t weight = frame.weight;
    frame.weight = 1;
    const Flow flow = emit(frame);
    frame.weight = weight;
    return flow;
  }

 private:
  const Step& step_;
  Run& run_;
  std::unordered_set<List, RowHash, RowEquivalent> seen_;
  std::size_t held_ = 0;
};

}  // namespace

std::unique_ptr<Operator> make_group(const Step& step, Run& run) {
  if (step.kind == StepKind::Distinct) return std::make_unique<DistinctRows>(step, run);
  const auto key = step.node == no_slot ? std::nullopt : run.graph.key_id(step.items[0].formula->name);
  const bool by_text =
      key && !run.additions && run.graph.node_column(*key).type == network::ColumnType::String;
  if (by_text) return std::make_unique<CountByText>(step, run, *key);
  return std::make_unique<AggregateRows>(step, run);
}

}  // namespace demarche::cypher
