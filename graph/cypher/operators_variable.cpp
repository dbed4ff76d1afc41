// Paths of variable length, by depth-first search; no edge is walked twice in one path.
#include <algorithm>

#include "graph/cypher/edges_of.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

class VariableWalk : public Operator {
 public:
  VariableWalk(const Step& step, Run& run)
      : step_(step),
        run_(run),
        conditions_(step, run),
        edge_(static_cast<std::size_t>(step.edge)),
        node_(static_cast<std::size_t>(step.node)) {}

 protected:
  // Whether the far end may be this node; fills it where it is not known.
  bool arrive(Frame& frame, network::NodeId node) {
    if (!step_.slots.empty()) {  // the far end is known
      const NodeRef* held = node_in(frame, step_.node);
      return held && held->id == node;
    }
    if (!has_labels(run_.graph, node, step_.labels)) return false;
    set_node(frame.slots[node_], node);
    return true;
  }

  const Step& step_;
  Run& run_;
  EdgeConditions conditions_;
  std::size_t edge_, node_;
};

class ExpandVariable : public VariableWalk {
 public:
  using VariableWalk::VariableWalk;

  Flow push(Frame& frame) override {
    const NodeRef* from = node_in(frame, step_.from);
    if (!from) return Flow::Continue;
    conditions_.read(frame);
    walked_.clear();
    return visit(frame, from->id);
  }

 private:
  // One node of the path, and where to go on from it.
  struct Level {
    std::vector<std::pair<network::EdgeId, network::NodeId>> onward;
    std::size_t next = 0;
  };

  // An explicit stack, for a path may be as long as the graph has edges.
  Flow visit(Frame& frame, network::NodeId start) {
    std::vector<Level> levels;
    if (offer(frame, start) == Flow::Stop) return Flow::Stop;
    levels.push_back(onward_from(frame, start));
    while (!levels.empty()) {
      Level& level = levels.back();
      if (level.next == level.onward.size()) {
        levels.pop_back();
        if (!walked_.empty()) walked_.pop_back();
        continue;
      }
      const auto [edge, node] = level.onward[level.next++];
      walked_.push_back(edge);
      if (offer(frame, node) == Flow::Stop) return Flow::Stop;
      levels.push_back(onward_from(frame, node));
    }
    return Flow::Continue;
  }

  Level onward_from(Frame& frame, network::NodeId node) {
    Level level;
    if (static_cast<std::int64_t>(walked_.size()) >= step_.greatest) return level;
    each_edge(run_.graph, node, step_, step_.towards, [&](network::EdgeId edge, network::NodeId other) {
      run_.budget.tick();
      const bool fresh = std::find(walked_.begin(), walked_.end(), edge) == walked_.end();
      if (fresh && is_unlike(frame, edge, step_.unlike) && conditions_.hold(edge))
        level.onward.emplace_back(edge, other);
      return Flow::Continue;
    });
    return level;
  }

  Flow offer(Frame& frame, network::NodeId node) {
    run_.budget.tick();
    if (static_cast<std::int64_t>(walked_.size()) < step_.least || !arrive(frame, node))
      return Flow::Continue;
    List edges;
    edges.reserve(walked_.size());
    for (const network::EdgeId edge : walked_) edges.emplace_back(EdgeRef{edge});
    if (step_.backwards) std::reverse(edges.begin(), edges.end());
    frame.slots[edge_] = Value(std::move(edges));
    return emit(frame);
  }

  std::vector<network::EdgeId> walked_;
};

// The list of edges is known: walk it.
class WalkList : public VariableWalk {
 public:
  using VariableWalk::VariableWalk;

  Flow push(Frame& frame) override {
    const NodeRef* from = node_in(frame, step_.from);
    const List* edges = frame.slots[edge_].list();
    if (!from || !edges) return Flow::Continue;
    const auto length = static_cast<std::int64_t>(edges->size());
    if (length < step_.least || length > step_.greatest) return Flow::Continue;
    conditions_.read(frame);
    network::NodeId at = from->id;
    for (std::size_t i = 0; i < edges->size(); ++i) {
      const Value& edge = (*edges)[step_.backwards ? edges->size() - 1 - i : i];
      if (!edge.edge() || !step_over(frame, edge.edge()->id, at)) return Flow::Continue;
    }
    return arrive(frame, at) ? emit(frame) : Flow::Continue;
  }

 private:
  // Moves `at` to the other end of the edge, if it can be walked from there.
  bool step_over(const Frame& frame, network::EdgeId edge, network::NodeId& at) const {
    const network::TypeId type = run_.graph.type(edge);
    if (!step_.all_types && std::find(step_.types.begin(), step_.types.end(), type) == step_.types.end())
      return false;
    if (!is_unlike(frame, edge, step_.unlike) || !conditions_.hold(edge)) return false;
    const network::NodeId source = run_.graph.source(edge), target = run_.graph.target(edge);
    if (step_.towards != Towards::Left && source == at) return at = target, true;
    if (step_.towards != Towards::Right && target == at) return at = source, true;
    return false;
  }
};

}  // namespace

std::unique_ptr<Operator> make_variable(const Step& step, Run& run) {
  if (step.kind == StepKind::WalkList) return std::make_unique<WalkList>(step, run);
  return std::make_unique<ExpandVariable>(step, run);
}

}  // namespace demarche::cypher
