// The order of a MATCH: from each node that could be the start, edges are added one by one, always the one
// that leaves the fewest rows; the start whose rows add up to the least wins. Conditions stand as soon as
// what they need is there.
#include "graph/cypher/plan_order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "graph/cypher/graph_view.h"

namespace demarche::cypher {
namespace {

constexpr double equality_share = 0.1, condition_share = 0.3;  // of rows that pass, where nothing is known
constexpr double most_rows = 1e15;

// A way to find a node from nothing.
struct Start {
  Step step;
  double rows = 0;
  std::size_t used_condition = SIZE_MAX;
};

class MatchOrder {
 public:
  MatchOrder(const Wanted& wanted, const network::PropertyGraph& graph)
      : wanted_(wanted), graph_(graph), estimates_(graph) {
    nodes_done_.resize(wanted.nodes.size());
    edges_done_.resize(wanted.edges.size());
    conditions_done_.resize(wanted.conditions.size());
    for (const WantedNode& node : wanted.nodes) {
      if (!node.bound) pending_.insert(node.slot);
    }
    for (const WantedEdge& edge : wanted.edges) {
      if (!edge.bound) pending_.insert(edge.slot);
    }
    for (const WantedPath& path : wanted.paths) pending_.insert(path.slot);
    place_bound();
  }

  std::vector<Step> run() {
    while (true) {
      expand_all();
      const std::size_t start = best_start();
      if (start == SIZE_MAX) break;
      add_start(start);
    }
    add_paths();
    return std::move(steps_);
  }

 private:
  double rows_ = 1, cost_ = 0;

  void add(Step step) {
    step.rows = rows_;
    steps_.push_back(std::move(step));
  }

  void place_bound() {
    for (std::size_t i = 0; i < wanted_.nodes.size(); ++i) {
      if (!wanted_.nodes[i].bound) continue;
      const auto labels = estimates_.labels(wanted_.nodes[i]);
      Step check;
      check.kind = labels ? StepKind::CheckLabels : StepKind::Nothing;
      check.node = wanted_.nodes[i].slot;
      check.labels = labels.value_or(std::vector<network::LabelId>());
      add(std::move(check));
      nodes_done_[i] = true;
    }
    place_conditions();
    for (std::size_t i = 0; i < wanted_.edges.size(); ++i) {
      const WantedEdge& edge = wanted_.edges[i];
      if (edge.bound && !edge.pattern->variable_length) add_endpoints(i);
    }
  }

  void add_endpoints(std::size_t i) {
    const WantedEdge& edge = wanted_.edges[i];
    Step step = edge_step(i, edge.from);
    step.kind = StepKind::Endpoints;
    step.labels.clear();
    for (const std::size_t end : {edge.from, edge.to}) {
      if (!nodes_done_[end]) step.slots.push_back(wanted_.nodes[end].slot);  // those to fill
    }
    const bool from_was_done = nodes_done_[edge.from], to_was_done = nodes_done_[edge.to];
    nodes_done_[edge.from] = nodes_done_[edge.to] = edges_done_[i] = true;
    add(std::move(step));
    if (!from_was_done) check_labels(edge.from);
    if (!to_was_done && edge.from != edge.to) check_labels(edge.to);
    settle(edge.from);
    settle(edge.to);
  }

  void check_labels(std::size_t node) {
    const auto labels = estimates_.labels(wanted_.nodes[node]);
    if (labels && labels->empty()) return;
    Step check;
    check.kind = labels ? StepKind::CheckLabels : StepKind::Nothing;
    check.node = wanted_.nodes[node].slot;
    check.labels = labels.value_or(std::vector<network::LabelId>());
    add(std::move(check));
  }

  void settle(std::size_t node) {
    pending_.erase(wanted_.nodes[node].slot);
    place_conditions();
  }

  [[nodiscard]] bool ready(const Condition& condition) const {
    return std::none_of(condition.needs.begin(), condition.needs.end(),
                        [&](Slot slot) { return pending_.contains(slot); });
  }

  void place_conditions() {
    for (std::size_t i = 0; i < wanted_.conditions.size(); ++i) {
      if (conditions_done_[i] || !ready(wanted_.conditions[i])) continue;
      conditions_done_[i] = true;
      rows_ *= wanted_.conditions[i].formula->op == Op::Equal ? equality_share : condition_share;
      Step filter;
      filter.kind = StepKind::Filter;
      filter.formula = wanted_.conditions[i].formula;
      add(std::move(filter));
    }
  }

  // --- starting ---

  // The other side of `node.key = …` where it can be known before the node is; null where the condition is
  // none such.
  FormulaPtr sought_value(const Condition& condition, Slot node, std::string& key) const {
    if (condition.formula->op != Op::Equal) return nullptr;
    for (const std::size_t side : {0, 1}) {
      const Formula& property = *condition.formula->args[side];
      if (property.op != Op::Property || property.args[0]->op != Op::Variable ||
          property.args[0]->slot != node)
        continue;
      const FormulaPtr& value = condition.formula->args[1 - side];
      std::vector<Slot> needs;
      add_slots_read(*value, needs);
      if (std::any_of(needs.begin(), needs.end(), [&](Slot slot) { return pending_.contains(slot); }))
        continue;
      key = property.name;
      return value;
    }
    return nullptr;
  }

  // How many nodes have the value; nothing where no index tells.
  std::optional<double> rows_by_value(network::KeyId key, const Formula& value) const {
    if (value.op != Op::Literal) {
      const auto distinct = graph_.distinct_values(key);
      if (!distinct) return std::nullopt;
      return static_cast<double>(graph_.node_column(key).count) /
             static_cast<double>(std::max<std::size_t>(1, *distinct));
    }
    const bool simple =
        value.value.is_number() || value.value.string() || value.value.boolean() || value.value.day();
    if (!simple) return std::nullopt;
    const auto found = graph_.nodes_where(key, to_property(value.value));
    return found ? std::optional(static_cast<double>(found->size())) : std::nullopt;
  }

  Start start_at(std::size_t i) const {
    const WantedNode& node = wanted_.nodes[i];
    Start best;
    best.step.node = node.slot;
    const auto labels = estimates_.labels(node);
    if (!labels) return best;  // Nothing
    best.step.kind = labels->empty() ? StepKind::AllNodes : StepKind::NodesByLabel;
    best.step.labels = *labels;
    std::sort(best.step.labels.begin(), best.step.labels.end(), [&](network::LabelId a, network::LabelId b) {
      return graph_.nodes_with(a).size() < graph_.nodes_with(b).size();
    });
    best.rows = estimates_.nodes_with(*labels);
    for (std::size_t c = 0; c < wanted_.conditions.size(); ++c) {
      std::string key;
      const FormulaPtr value =
          conditions_done_[c] ? nullptr : sought_value(wanted_.conditions[c], node.slot, key);
      const auto id = value ? graph_.key_id(key) : std::nullopt;
      const auto rows = id ? rows_by_value(*id, *value) : std::nullopt;
      if (!rows || *rows > best.rows) continue;
      best.step.kind = StepKind::NodesByValue;
      best.step.key = *id;
      best.step.formula = value;
      best.rows = *rows;
      best.used_condition = c;
    }
    return best;
  }

  void add_start(std::size_t node) {
    Start start = start_at(node);
    nodes_done_[node] = true;
    if (start.used_condition != SIZE_MAX) conditions_done_[start.used_condition] = true;
    rows_ = std::min(most_rows, rows_ * start.rows);
    cost_ += rows_;
    add(std::move(start.step));
    settle(node);
  }

  // The node to go on from, or SIZE_MAX where all are found.
  std::size_t best_start() const {
    std::size_t best = SIZE_MAX;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < wanted_.nodes.size(); ++i) {
      if (nodes_done_[i]) continue;
      MatchOrder tried = *this;
      tried.add_start(i);
      tried.expand_all();
      const double left =
          static_cast<double>(std::count(tried.nodes_done_.begin(), tried.nodes_done_.end(), false));
      const double cost = tried.cost_ + left;
      if (cost < least) least = cost, best = i;
    }
    return best;
  }

  // --- expanding ---

  Step edge_step(std::size_t i, std::size_t from) const {
    const WantedEdge& edge = wanted_.edges[i];
    const TypeChoice choice = types_in(graph_, edge.pattern->types);
    const std::size_t to = from == edge.from ? edge.to : edge.from;
    Step step;
    step.kind = StepKind::Expand;
    step.from = wanted_.nodes[from].slot;
    step.edge = edge.slot;
    step.node = wanted_.nodes[to].slot;
    step.types = choice.types;
    step.all_types = choice.all;
    step.towards = from == edge.from ? edge.pattern->towards : reversed(edge.pattern->towards);
    step.shortest = edge.shortest;
    step.edge_properties = edge.properties;
    if (edge.pattern->variable_length) {
      step.least = edge.pattern->least.value_or(1);
      step.greatest = edge.pattern->greatest.value_or(INT64_MAX);
    }
    for (std::size_t other = 0; other < wanted_.edges.size(); ++other) {
      if (other != i && edges_done_[other] && edge.shortest == Shortest::No &&
          may_be_same(wanted_.edges[other], edge))
        step.unlike.push_back(wanted_.edges[other].slot);
    }
    return step;
  }

  static bool may_be_same(const WantedEdge& a, const WantedEdge& b) {
    const auto &x = a.pattern->types, &y = b.pattern->types;
    if (a.shortest != Shortest::No) return false;
    return x.empty() || y.empty() || std::any_of(x.begin(), x.end(), [&](const std::string& type) {
             return std::find(y.begin(), y.end(), type) != y.end();
           });
  }

  // Which end of the edge to walk it from, or SIZE_MAX where it cannot be walked yet.
  std::size_t walkable_from(std::size_t i) const {
    const WantedEdge& edge = wanted_.edges[i];
    const bool from = nodes_done_[edge.from], to = nodes_done_[edge.to];
    if (edges_done_[i] || (!from && !to)) return SIZE_MAX;
    if (edge.shortest != Shortest::No && !(from && to)) return SIZE_MAX;
    return from ? edge.from : edge.to;
  }

  // How many rows come of one when the edge is walked, before any condition.
  double reach(std::size_t i, std::size_t from) const {
    const WantedEdge& edge = wanted_.edges[i];
    const std::size_t to = from == edge.from ? edge.to : edge.from;
    const Step step = edge_step(i, from);
    const TypeChoice types{step.types, step.all_types};
    const auto from_labels = estimates_.labels(wanted_.nodes[from]),
               to_labels = estimates_.labels(wanted_.nodes[to]);
    if (!from_labels || !to_labels || edge.shortest != Shortest::No) return 1;
    double degree = estimates_.degree(*from_labels, types, step.towards);
    if (edge.pattern->variable_length) {
      const std::int64_t length =
          std::min<std::int64_t>(step.greatest, std::max<std::int64_t>(step.least, 3));
      degree = std::min(most_rows, std::pow(std::max(1.0, degree),
                                            static_cast<double>(std::min<std::int64_t>(length, 30))));
    }
    if (nodes_done_[to]) return degree / std::max(1.0, estimates_.nodes_with(*to_labels));
    return degree * estimates_.share(*to_labels, types, step.towards);
  }

  // The same with the conditions that it makes ready.
  double factor(std::size_t i, std::size_t from) const {
    const WantedEdge& edge = wanted_.edges[i];
    const std::size_t to = from == edge.from ? edge.to : edge.from;
    double result = reach(i, from);
    std::set<Slot> still = pending_;
    still.erase(wanted_.nodes[to].slot);
    still.erase(edge.slot);
    for (std::size_t c = 0; c < wanted_.conditions.size(); ++c) {
      const auto& needs = wanted_.conditions[c].needs;
      const bool becomes_ready =
          !conditions_done_[c] &&
          std::none_of(needs.begin(), needs.end(), [&](Slot slot) { return still.contains(slot); });
      if (becomes_ready)
        result *= wanted_.conditions[c].formula->op == Op::Equal ? equality_share : condition_share;
    }
    return result;
  }

  void expand_all() {
    while (true) {
      std::size_t best = SIZE_MAX;
      double least = std::numeric_limits<double>::infinity();
      for (std::size_t i = 0; i < wanted_.edges.size(); ++i) {
        const std::size_t from = walkable_from(i);
        const double rows = from == SIZE_MAX ? 0 : factor(i, from);
        if (from != SIZE_MAX && rows < least) least = rows, best = i;
      }
      if (best == SIZE_MAX) return;
      walk(best);
    }
  }

  void walk(std::size_t i) {
    const WantedEdge& edge = wanted_.edges[i];
    const std::size_t from = walkable_from(i), to = from == edge.from ? edge.to : edge.from;
    const bool into = nodes_done_[to];
    Step step = edge_step(i, from);
    const auto labels = estimates_.labels(wanted_.nodes[to]);
    const bool nothing = !labels;
    if (edge.bound)
      step.kind = StepKind::WalkList;
    else if (edge.shortest != Shortest::No)
      step.kind = StepKind::ShortestPath;
    else if (edge.pattern->variable_length)
      step.kind = StepKind::ExpandVariable;
    else
      step.kind = into ? StepKind::ExpandInto : StepKind::Expand;
    if (into) step.slots = {step.node};  // to be met, not filled
    step.backwards = from != edge.from;
    if (labels && !into)
      step.labels = edge.pattern->variable_length
                        ? *labels
                        : estimates_.not_implied(*labels, {step.types, step.all_types}, step.towards);
    rows_ = std::min(most_rows, rows_ * reach(i, from));
    cost_ += rows_;
    nodes_done_[to] = edges_done_[i] = true;
    pending_.erase(edge.slot);
    add(std::move(step));
    if (nothing) add(Step{});
    settle(to);
  }

  void add_paths() {
    for (const WantedPath& path : wanted_.paths) {
      Step step;
      step.kind = StepKind::MakePath;
      step.node = path.slot;
      step.slots = path.parts;
      pending_.erase(path.slot);
      add(std::move(step));
    }
    place_conditions();
  }

  const Wanted& wanted_;
  const network::PropertyGraph& graph_;
  Estimates estimates_;
  std::vector<Step> steps_;
  std::vector<bool> nodes_done_, edges_done_, conditions_done_;
  std::set<Slot> pending_;
};

}  // namespace

void add_match_steps(const Wanted& wanted, const network::PropertyGraph& graph, std::vector<Step>& steps) {
  std::vector<Step> own = MatchOrder(wanted, graph).run();
  std::move(own.begin(), own.end(), std::back_inserter(steps));
}

}  // namespace demarche::cypher
