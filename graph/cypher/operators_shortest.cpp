// Shortest paths between two nodes that are known. One path: breadth first from both ends, always the smaller
// front, so that few nodes are seen. All paths: breadth first from one end, then back along every edge that
// is one step nearer.
#include <algorithm>
#include <unordered_map>

#include "graph/cypher/edges_of.h"

namespace demarche::cypher {
namespace {

// One side of the search: the nodes reached, and the edge and node each was reached by.
struct Side {
  struct Reached {
    network::EdgeId edge = 0;
    network::NodeId before = 0;
    std::int64_t depth = 0;
  };
  std::unordered_map<network::NodeId, Reached> reached;
  std::vector<network::NodeId> front;
  std::int64_t depth = 0;
  Towards towards = Towards::Right;
};

using Edges = std::vector<network::EdgeId>;

class ShortestPath : public Operator {
 public:
  ShortestPath(const Step& step, Run& run)
      : step_(step), run_(run), conditions_(step, run), edge_(static_cast<std::size_t>(step.edge)) {}

  Flow push(Frame& frame) override {
    const NodeRef *from = node_in(frame, step_.from), *to = node_in(frame, step_.node);
    if (!from || !to) return Flow::Continue;
    conditions_.read(frame);
    flow_ = Flow::Continue;
    if (from->id == to->id && step_.least == 0) return found(frame, {});
    if (from->id == to->id) return Flow::Continue;
    if (step_.shortest == Shortest::All || step_.least > 1) return all(frame, from->id, to->id);
    return one(frame, from->id, to->id);
  }

 private:
  Flow found(Frame& frame, Edges edges) {
    if (step_.backwards) std::reverse(edges.begin(), edges.end());
    List list;
    for (const network::EdgeId edge : edges) list.emplace_back(EdgeRef{edge});
    frame.slots[edge_] = Value(std::move(list));
    flow_ = emit(frame);
    return flow_;
  }

  Flow one(Frame& frame, network::NodeId from, network::NodeId to) {
    Side sides[2];
    for (const std::size_t i : {0, 1}) {
      const network::NodeId start = i == 0 ? from : to;
      sides[i].reached[start] = {};
      sides[i].front = {start};
      sides[i].towards = i == 0 ? step_.towards : reverse_of(step_.towards);
    }
    while (!sides[0].front.empty() && !sides[1].front.empty() &&
           sides[0].depth + sides[1].depth < step_.greatest) {
      const std::size_t near = sides[0].front.size() <= sides[1].front.size() ? 0 : 1;
      const auto meeting = advance(sides[near], sides[1 - near]);
      if (!meeting) continue;
      Edges edges = back_to_start(sides[0], *meeting);
      std::reverse(edges.begin(), edges.end());
      const Edges rest = back_to_start(sides[1], *meeting);
      edges.insert(edges.end(), rest.begin(), rest.end());
      return found(frame, std::move(edges));
    }
    return Flow::Continue;
  }

  static Towards reverse_of(Towards towards) {
    if (towards == Towards::Either) return towards;
    return towards == Towards::Right ? Towards::Left : Towards::Right;
  }

  // One step further on one side; the node at which it meets the other, the nearest to that one's start.
  std::optional<network::NodeId> advance(Side& side, const Side& other) {
    std::vector<network::NodeId> next;
    std::optional<network::NodeId> meeting;
    std::int64_t nearest = 0;
    ++side.depth;
    for (const network::NodeId node : side.front) {
      each_edge(run_.graph, node, step_, side.towards, [&](network::EdgeId edge, network::NodeId reached) {
        run_.budget.tick();
        if (!conditions_.hold(edge)) return Flow::Continue;
        if (!side.reached.try_emplace(reached, Side::Reached{edge, node, side.depth}).second)
          return Flow::Continue;
        next.push_back(reached);
        const auto met = other.reached.find(reached);
        if (met != other.reached.end() && (!meeting || met->second.depth < nearest))
          meeting = reached, nearest = met->second.depth;
        return Flow::Continue;
      });
    }
    side.front = std::move(next);
    return meeting;
  }

  // The edges from the node back to where the side began.
  static Edges back_to_start(const Side& side, network::NodeId node) {
    Edges edges;
    for (auto at = side.reached.find(node); at->second.depth > 0; at = side.reached.find(at->second.before))
      edges.push_back(at->second.edge);
    return edges;
  }

  // Every path of the least length that has at least `least` edges. Walks may pass a node again only where
  // the least length asks for detours, and no edge twice.
  Flow all(Frame& frame, network::NodeId from, network::NodeId to) {
    const std::int64_t most =
        std::min<std::int64_t>(step_.greatest, static_cast<std::int64_t>(run_.graph.edge_count()));
    if (step_.least > 1) return by_length(frame, from, to, most);
    const auto depths = depths_to(to, from, most);
    const auto start = depths.find(from);
    if (start == depths.end()) return Flow::Continue;
    Edges walked;
    bool any = false;
    descend(frame, from, to, start->second, &depths, walked, any);
    return flow_;
  }

  // Lengths one after another, until one has a path.
  Flow by_length(Frame& frame, network::NodeId from, network::NodeId to, std::int64_t most) {
    for (std::int64_t length = step_.least; length <= most; ++length) {
      Edges walked;
      bool any = false;
      descend(frame, from, to, length, nullptr, walked, any);
      if (any) break;
    }
    return flow_;
  }

  using Depths = std::unordered_map<network::NodeId, std::int64_t>;

  // How far each node is from `to`, up to the level on which `from` is.
  Depths depths_to(network::NodeId to, network::NodeId from, std::int64_t most) {
    Depths depths{{to, 0}};
    std::vector<network::NodeId> front{to};
    for (std::int64_t depth = 1; depth <= most && !front.empty() && !depths.contains(from); ++depth) {
      std::vector<network::NodeId> next;
      for (const network::NodeId node : front) {
        each_edge(run_.graph, node, step_, reverse_of(step_.towards),
                  [&](network::EdgeId edge, network::NodeId reached) {
                    run_.budget.tick();
                    if (conditions_.hold(edge) && depths.try_emplace(reached, depth).second)
                      next.push_back(reached);
                    return Flow::Continue;
                  });
      }
      front = std::move(next);
    }
    return depths;
  }

  // Walks `left` more edges from `node` to `to`; with `depths`, only nearer at each step. Says Stop to itself
  // once no further path is needed.
  Flow descend(Frame& frame, network::NodeId node, network::NodeId to, std::int64_t left,
               const Depths* depths, Edges& walked, bool& any) {
    if (left == 0) {
      if (node != to) return Flow::Continue;
      any = true;
      found(frame, walked);
      return step_.shortest == Shortest::One ? Flow::Stop : flow_;
    }
    return each_edge(run_.graph, node, step_, step_.towards, [&](network::EdgeId edge, network::NodeId next) {
      run_.budget.tick();
      if (std::find(walked.begin(), walked.end(), edge) != walked.end() || !conditions_.hold(edge))
        return Flow::Continue;
      if (depths) {
        const auto depth = depths->find(next);
        if (depth == depths->end() || depth->second != left - 1) return Flow::Continue;
      }
      walked.push_back(edge);
      const Flow flow = descend(frame, next, to, left - 1, depths, walked, any);
      walked.pop_back();
      return flow;
    });
  }

  const Step& step_;
  Run& run_;
  EdgeConditions conditions_;
  std::size_t edge_;
  Flow flow_ = Flow::Continue;  // what was said to the last path found
};

}  // namespace

std::unique_ptr<Operator> make_shortest(const Step& step, Run& run) {
  return std::make_unique<ShortestPath>(step, run);
}

}  // namespace demarche::cypher
