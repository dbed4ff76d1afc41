#include "graph/export/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t node_columns = 24;
constexpr std::size_t source_columns = 40;
constexpr std::size_t longest_label = 96;      // code points; the tooltip has the rest
constexpr std::size_t sources_on_an_edge = 4;  // more are only counted

using network::NodeId;
using Edge = std::size_t;  // place among the edges ordered by id

bool is_act(const NetworkEdge& edge) {
  return edge.relation.has_value();
}

// Links that tell for whom an actor acts; membership would only clutter.
bool tells_for_whom(const NetworkEdge& edge) {
  return edge.type == type_of(LinkKind::Leads) || edge.type == type_of(LinkKind::SpeaksFor) ||
         edge.type == type_of(LinkKind::SeatOf);
}

std::string shortened(std::string_view text) {
  const CodePointIndex index(text);
  if (index.size() <= longest_label) return std::string(text);
  return std::string(index.slice(0, longest_label - 1)) + "…";
}

std::string lower(std::string type) {
  for (char& c : type) c = c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return type;
}

class Painter {
 public:
  Painter(const network::PropertyGraph& graph, Theme theme)
      : theme_(theme), nodes_(nodes_of(graph)), edges_(edges_of(graph)) {}

  Picture paint(const std::string& subject) {
    group_edges();
    number_sources();
    Picture picture;
    picture.theme = theme_;
    picture.title = subject + title_rest();
    for (const auto node : drawn_) picture.nodes.push_back(node_of(nodes_[node]));
    for (const auto node : sources_) picture.sources.push_back(source_of(nodes_[node]));
    for (const auto& [key, same] : acts_) picture.edges.push_back(act_edge(same));
    for (const auto& [key, same] : links_) picture.edges.push_back(link_edge(same));
    return picture;
  }

 private:
  [[nodiscard]] bool joins_proposals(const NetworkEdge& edge) const {
    return nodes_[edge.from].label == NetworkNode::Label::Proposal && !is_act(edge);
  }

  // Collects the edges that are drawn as one, and the nodes that they join.
  void group_edges() {
    for (Edge i = 0; i < edges_.size(); ++i) {
      const auto& edge = edges_[i];
      if (is_act(edge))
        acts_[{edge.from, edge.to, *edge.relation, edge.modality}].push_back(i);
      else if (joins_proposals(edge))
        links_[{edge.from, edge.to, edge.type}].push_back(i);
      else
        continue;
      drawn_.insert({edge.from, edge.to});
    }
    for (Edge i = 0; i < edges_.size(); ++i) {
      const auto& edge = edges_[i];
      if (tells_for_whom(edge) && drawn_.contains(edge.from) && drawn_.contains(edge.to))
        links_[{edge.from, edge.to, edge.type}].push_back(i);
    }
  }

  // The documents that drawn edges come from, by date, undated last.
  void number_sources() {
    std::set<std::string_view> ids;
    for (const auto& [key, same] : acts_)
      for (const auto edge : same) ids.insert(*edges_[edge].document);
    for (const auto& [key, same] : links_)
      for (const auto edge : same)
        if (edges_[edge].document) ids.insert(*edges_[edge].document);
    for (NodeId node = 0; node < nodes_.size(); ++node)
      if (nodes_[node].label == NetworkNode::Label::Document && ids.contains(nodes_[node].id))
        sources_.push_back(node);
    std::stable_sort(sources_.begin(), sources_.end(), [&](NodeId a, NodeId b) {
      const auto& first = nodes_[a].date;
      const auto& second = nodes_[b].date;
      return first && second ? *first < *second : first.has_value() && !second.has_value();
    });
    for (std::size_t i = 0; i < sources_.size(); ++i) number_of_.emplace(nodes_[sources_[i]].id, i + 1);
  }

  [[nodiscard]] std::string title_rest() const {
    if (sources_.empty()) return "";
    const auto count = fmt::format("{} document{}", sources_.size(), sources_.size() == 1 ? "" : "s");
    const auto first = nodes_[sources_.front()].date;
    auto last = first;
    for (const auto node : sources_)
      if (nodes_[node].date) last = nodes_[node].date;
    if (!first) return ", " + count;
    if (first == last) return fmt::format(", {}, {}", first->iso(), count);
    return fmt::format(", {} to {}, {}", first->iso(), last->iso(), count);
  }

  [[nodiscard]] static PictureNode node_of(const NetworkNode& node) {
    const bool is_actor = node.label == NetworkNode::Label::Actor;
    PictureNode drawn;
    drawn.shape = is_actor ? PictureNode::Shape::Actor : PictureNode::Shape::Proposal;
    drawn.id = node.id;
    drawn.label = wrapped(shortened(node.name), node_columns);
    drawn.tooltip = node.kind.empty() ? node.name : fmt::format("{} ({})", node.name, node.kind);
    return drawn;
  }

  [[nodiscard]] PictureNode source_of(const NetworkNode& node) const {
    const auto& title = node.name.empty() ? node.id : node.name;
    std::string origin = node.source.value_or("");
    if (node.date) origin += (origin.empty() ? "" : ", ") + node.date->iso();
    PictureNode drawn;
    drawn.shape = PictureNode::Shape::Document;
    drawn.id = node.id;
    drawn.label = wrapped(fmt::format("[{}] {}", number_of_.at(node.id), shortened(title)), source_columns);
    if (!origin.empty()) drawn.label += "\n" + origin;
    drawn.tooltip = title;
    drawn.url = web_address(node.url);
    return drawn;
  }

  // The most confident, then the earliest, then by id.
  [[nodiscard]] Edge best_of(const std::vector<Edge>& same) const {
    const auto rank = [&](Edge edge) {
      const auto& properties = edges_[edge];
      return std::tuple(-properties.confidence, !properties.date.has_value(), properties.date,
                        std::string_view(properties.id));
    };
    return *std::min_element(same.begin(), same.end(), [&](Edge a, Edge b) { return rank(a) < rank(b); });
  }

  // "[2, 5]"; how many times it is said where that is not plain from the sources.
  std::string footnote(const std::vector<Edge>& same, PictureEdge& drawn) const {
    std::set<std::size_t> numbers;
    for (const auto edge : same)
      if (const auto& document = edges_[edge].document)
        if (const auto number = number_of_.find(*document); number != number_of_.end())
          numbers.insert(number->second);
    const std::string times = same.size() > 1 ? fmt::format(" ×{}", same.size()) : "";
    if (numbers.empty()) return times;
    const bool are_all = numbers.size() <= sources_on_an_edge;
    const auto last = are_all ? numbers.end() : std::next(numbers.begin(), sources_on_an_edge);
    for (auto number = numbers.begin(); number != last; ++number)
      drawn.cited.insert(nodes_[sources_[*number - 1]].id);
    return fmt::format("{} [{}{}]", times, fmt::join(numbers.begin(), last, ", "), are_all ? "" : ", …");
  }

  [[nodiscard]] const NetworkNode* document_of(const NetworkEdge& edge) const {
    const auto number = edge.document ? number_of_.find(*edge.document) : number_of_.end();
    return number == number_of_.end() ? nullptr : &nodes_[sources_[number->second - 1]];
  }

  [[nodiscard]] std::string tooltip(const NetworkEdge& edge) const {
    const auto quote = edge.quote ? std::string_view(edge.quote->text) : std::string_view();
    const auto* document = document_of(edge);
    if (!document) return evidence_words(quote, edge.speaker, "", std::nullopt, std::nullopt);
    const auto& title = document->name.empty() ? document->id : document->name;
    return evidence_words(quote, edge.speaker, title, document->source, document->date);
  }

  // What every edge shows of its evidence.
  [[nodiscard]] PictureEdge edge_of(const NetworkEdge& best) const {
    PictureEdge drawn;
    drawn.from = nodes_[best.from].id;
    drawn.to = nodes_[best.to].id;
    drawn.tooltip = tooltip(best);
    if (const auto* document = document_of(best)) drawn.url = web_address(document->url);
    return drawn;
  }

  [[nodiscard]] PictureEdge act_edge(const std::vector<Edge>& same) const {
    const auto& properties = edges_[best_of(same)];
    const auto look = look_of(*properties.relation, theme_);
    const bool is_partial = properties.extent == Extent::Partial;
    auto drawn = edge_of(properties);
    drawn.label = std::string(name(*properties.relation)) + (is_partial ? " in part" : "") +
                  modality_words(properties.modality) + footnote(same, drawn);
    drawn.colour = look.colour;
    drawn.text_colour = look.text_colour;
    drawn.head = look.head;
    drawn.stroke = properties.modality == Modality::Actual ? Stroke::Solid : Stroke::Dashed;
    drawn.width = is_partial ? partial_width : look.head == ArrowHead::Open ? passing_width : full_width;
    return drawn;
  }

  [[nodiscard]] PictureEdge link_edge(const std::vector<Edge>& same) const {
    const auto& first = edges_[same.front()];
    auto drawn = edge_of(first);
    drawn.label = lower(first.type) + footnote(same, drawn);
    drawn.colour = drawn.text_colour = palette_of(theme_).link;
    drawn.head = ArrowHead::Open;
    drawn.stroke = Stroke::Dotted;
    const bool is_later_first = nodes_[first.from].label == NetworkNode::Label::Proposal;
    if (is_later_first) drawn.flow = PictureEdge::Flow::Backward;  // time runs to the right
    drawn.width = link_width;
    return drawn;
  }

  const Theme theme_;
  const std::vector<NetworkNode> nodes_;
  const std::vector<NetworkEdge> edges_;
  std::map<std::tuple<NodeId, NodeId, Relation, Modality>, std::vector<Edge>> acts_;
  std::map<std::tuple<NodeId, NodeId, std::string>, std::vector<Edge>> links_;
  std::set<NodeId> drawn_;
  std::vector<NodeId> sources_;
  std::map<std::string_view, std::size_t> number_of_;  // of a document's id
};

}  // namespace

Picture picture_of(const network::PropertyGraph& graph, const std::string& subject, Theme theme) {
  return Painter(graph, theme).paint(subject);
}

Picture legend(Theme theme) {
  using Shape = PictureNode::Shape;
  Picture picture;
  picture.theme = theme;
  picture.title = "How to read it";
  picture.nodes = {{Shape::Actor, "actor", "actor", "", ""},
                   {Shape::Proposal, "proposal", "proposal", "", ""}};
  picture.sources = {{Shape::Document, "document", "[n] document that says so\n×n said n times", "", ""}};
  PictureEdge edge;
  edge.from = "actor";
  edge.to = "proposal";
  edge.colour = edge.text_colour = palette_of(theme).ink;
  const auto add = [&](const char* label, ArrowHead head, Stroke stroke, double width) {
    edge.label = label;
    edge.head = head;
    edge.stroke = stroke;
    edge.width = width;
    picture.edges.push_back(edge);
  };
  add("proposed, accepted, supported, amended", ArrowHead::Arrow, Stroke::Solid, full_width);
  add("rejected, opposed, withdrew", ArrowHead::Bar, Stroke::Solid, full_width);
  add("received, discussed", ArrowHead::Open, Stroke::Solid, passing_width);
  add("in part", ArrowHead::Arrow, Stroke::Solid, partial_width);
  add("denied, planned, possible or urged", ArrowHead::Arrow, Stroke::Dashed, full_width);
  return picture;
}

std::string wrapped(std::string_view text, std::size_t columns) {
  const auto spaced = collapse_spaces(text);
  std::string lines;
  std::size_t width = 0;
  for (std::size_t start = 0; start < spaced.size();) {
    const auto end = std::min(spaced.find(' ', start), spaced.size());
    const auto word = std::string_view(spaced).substr(start, end - start);
    const auto letters = code_points(word);
    const bool fits = width + 1 + letters <= columns;
    if (!lines.empty()) lines += fits ? ' ' : '\n';
    width = lines.empty() || !fits ? letters : width + 1 + letters;
    lines += word;
    start = end + 1;
  }
  return lines;
}

std::string web_address(const std::optional<std::string>& url) {
  constexpr std::string_view allowed = "-._~:/?#[]@!$&()*+,;=%";
  const bool is_web = url && (url->starts_with("https://") || url->starts_with("http://"));
  std::string safe;
  if (!is_web) return safe;
  for (const char c : *url) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter || allowed.find(c) != std::string_view::npos)
      safe += c;
    else
      safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return safe;
}

std::string uncited_words(std::size_t documents) {
  return fmt::format("and {} more document{}", documents, documents == 1 ? "" : "s");
}

std::string modality_words(Modality modality) {
  switch (modality) {
    case Modality::Actual:
      return "";
    case Modality::Denied:
      return " (denied)";
    case Modality::Planned:
      return " (planned)";
    case Modality::Possible:
      return " (possible)";
    case Modality::Urged:
      return " (urged)";
  }
  return "";
}

std::string evidence_words(std::string_view quote, const std::optional<std::string>& speaker,
                           std::string_view title, const std::optional<std::string>& source,
                           const std::optional<Date>& date) {
  std::string text = quote.empty() ? "" : fmt::format("“{}”", quote);
  if (speaker) text += fmt::format("\naccording to {}", *speaker);
  if (!title.empty()) text += fmt::format("\n{}", title);
  if (source) text += fmt::format(", {}", *source);
  if (date) text += fmt::format(", {}", date->iso());
  return text;
}

}  // namespace demarche
