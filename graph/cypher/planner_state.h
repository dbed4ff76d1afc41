// The planner's graph, scope and slots, shared by the sources that plan clauses, patterns, projections and
// formulas. Tested by tests/graph/cypher/engine_test.cpp.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "graph/cypher/plan.h"

namespace demarche::cypher {

using Names = std::map<std::string, Slot, std::less<>>;

// A pattern as a graph of slots: what one MATCH asks for.
struct WantedNode {
  Slot slot = no_slot;
  bool bound = false;  // before this MATCH
  std::vector<std::string> labels;
};

struct WantedEdge {
  Slot slot = no_slot;
  bool bound = false;
  std::size_t from = 0, to = 0;  // in Wanted::nodes, as written
  const EdgePattern* pattern = nullptr;
  Shortest shortest = Shortest::No;
  std::vector<std::pair<std::string, FormulaPtr>> properties;  // of variable length
};

struct WantedPath {
  Slot slot = no_slot;
  std::vector<Slot> parts;
};

struct Condition {
  FormulaPtr formula;
  std::vector<Slot> needs;
};

struct Wanted {
  std::vector<WantedNode> nodes;
  std::vector<WantedEdge> edges;
  std::vector<WantedPath> paths;
  std::vector<Condition> conditions;
};

class Planner {
 public:
  Planner(const network::PropertyGraph& graph, const Map& parameters)
      : graph_(graph), parameters_(parameters) {}

  Plan query(const Query& query, const Names& outer);

  [[nodiscard]] Slot slots() const { return next_slot_; }

 private:
  // --- plan_clauses.cpp ---
  Plan single(const SingleQuery& single, const Names& outer);
  void optional_match(const Clause& clause, Plan& plan, Names& names);
  void create(const Clause& clause, Plan& plan, Names& names);
  Slot create_node(const NodePattern& node, std::vector<Creation>& creations, Names& names);

  // --- plan_match.cpp ---
  void match(const std::vector<Pattern>& patterns, const ExpressionPtr& where, Plan& plan, Names& names);
  Wanted wanted(const std::vector<Pattern>& patterns, const ExpressionPtr& where, Names& names);
  std::size_t wanted_node(const NodePattern& pattern, Wanted& wanted, Names& names, const Names& before);
  void wanted_edge(const EdgePattern& pattern, Shortest shortest, std::size_t from, std::size_t to,
                   Wanted& wanted, Names& names, const Names& before);
  void property_conditions(const ExpressionPtr& properties, Slot slot, Wanted& wanted, const Names& names);
  void add_conditions(const ExpressionPtr& where, Wanted& wanted, const Names& names);
  Condition condition(const ExpressionPtr& expression, const Names& names);

  // --- plan_projection.cpp ---
  void project(const Projection& projection, Plan& plan, Names& names, const Names& outer);
  std::vector<ProjectionItem> all_items(const Projection& projection, const Names& names);
  Names plain_items(const std::vector<ProjectionItem>& items, Plan& plan, const Names& names);
  Names aggregated_items(const std::vector<ProjectionItem>& items, Plan& plan, const Names& names);
  void sort_and_cut(const Projection& projection, const Projection& whole, Plan& plan, const Names& seen,
                    const FormulaPtr& where);

  // --- plan_formula.cpp ---
  FormulaPtr formula(const ExpressionPtr& expression, const Names& names);
  void bind_names(const Expression& expression, Formula& made, const Names& names);
  void plan_inner(const Expression& expression, Formula& made, const Names& names);

  Slot fresh() { return next_slot_++; }
  Slot slot_of(const std::string& name, Names& names);

  const network::PropertyGraph& graph_;
  const Map& parameters_;
  Slot next_slot_ = 0;
};

// The steps that find all that is wanted, in the order that is thought cheapest (plan_order.cpp).
void add_match_steps(const Wanted& wanted, const network::PropertyGraph& graph, std::vector<Step>& steps);

// Counts edges instead of walking them where nobody looks at them and rows are only aggregated
// (plan_fold.cpp).
void fold_counts(Plan& plan);

}  // namespace demarche::cypher
