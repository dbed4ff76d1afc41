// A walk over the whole tree.
#include "graph/cypher/vocabulary.h"

namespace demarche::cypher {
namespace {

class Collector {
 public:
  void add(const Query& query) {
    for (const SingleQuery& single : query.parts) {
      for (const Clause& clause : single.clauses) add(clause);
    }
  }

  NamesUsed used;

 private:
  void add(const Clause& clause) {
    for (const Pattern& pattern : clause.patterns) add(pattern);
    add(clause.where);
    add(clause.list);
    for (const ProjectionItem& item : clause.projection.items) add(item.expression);
    for (const SortItem& item : clause.projection.order) add(item.expression);
    for (const ExpressionPtr& part :
         {clause.projection.skip, clause.projection.limit, clause.projection.where})
      add(part);
  }

  void add(const Pattern& pattern) {
    for (const NodePattern& node : pattern.nodes) {
      used.labels.insert(node.labels.begin(), node.labels.end());
      add_keys(node.properties);
      add(node.where);
    }
    for (const EdgePattern& edge : pattern.edges) {
      used.types.insert(edge.types.begin(), edge.types.end());
      add_keys(edge.properties);
      add(edge.where);
    }
  }

  void add_keys(const ExpressionPtr& properties) {
    if (!properties) return;
    used.keys.insert(properties->names.begin(), properties->names.end());
    add(properties);
  }

  // The property of a name may be that of a node; one of a map or of a time is nobody's business here.
  void add(const ExpressionPtr& expression) {
    if (!expression) return;
    if (expression->op == Op::HasLabels)
      used.labels.insert(expression->names.begin(), expression->names.end());
    if (expression->op == Op::Property && expression->args[0]->op == Op::Variable)
      used.keys.insert(expression->name);
    for (const ExpressionPtr& arg : expression->args) add(arg);
    if (expression->pattern) add(*expression->pattern);
    if (expression->query) add(*expression->query);
  }
};

}  // namespace

NamesUsed names_used(const Query& query) {
  Collector collector;
  collector.add(query);
  return std::move(collector.used);
}

}  // namespace demarche::cypher
