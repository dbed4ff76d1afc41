#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

#include "graph/answers/blocs.h"
#include "graph/export/views.h"

namespace demarche {
namespace {

constexpr std::size_t most_parties = 48;
constexpr std::size_t most_ties = 220;
constexpr double party_width = 182;
constexpr double flatness = 1.35;  // how much wider than tall the ring is
constexpr double smallest_ring = 230;
constexpr double gap_in_bloc = 8, gap_between_blocs = 34;
constexpr double spare_step = 4, most_spare = 80;  // that few parties have between them beyond the gaps
constexpr double step = 0.004;                     // radians
constexpr double thinnest = 0.9, thicker_by = 0.7, thickest = 5;

// Rims of blocs, in turn.
constexpr std::array bloc_relations{Relation::Proposed,  Relation::Opposed,  Relation::Amended,
                                    Relation::Supported, Relation::Withdrew, Relation::Discussed};

struct Party {
  BlocMember member;
  std::size_t bloc = 0;
  std::size_t place = 0;                  // in the bloc
  std::size_t agreed = 0, disagreed = 0;  // proposals, with all others together
};

bool overlap(const BoardBox& a, const BoardBox& b, double gap) {
  return a.x < b.right() + gap && b.x < a.right() + gap && a.y < b.bottom() + gap && b.y < a.bottom() + gap;
}

class BlocsView {
 public:
  BlocsView(Blocs found, const ViewOptions& options) : options_(options) {
    for (std::size_t bloc = 0; bloc < found.blocs.size(); ++bloc) {
      std::size_t place = 0;
      for (auto& member : found.blocs[bloc].members) parties_.push_back({std::move(member), bloc, place++});
      for (auto& tie : found.blocs[bloc].ties) ties_.push_back(std::move(tie));
    }
    count_ties();
    choose_parties();
    choose_ties();
  }

  Board board(const std::optional<Date>& as_of) {
    add_parties();
    add_ties();
    add_heading(as_of);
    return std::move(board_);
  }

 private:
  [[nodiscard]] bool folds() const { return options_.detail == Detail::Readable; }

  void count_ties() {
    std::map<std::string_view, Party*> by_id;
    for (auto& party : parties_) by_id[party.member.actor.id] = &party;
    for (const auto& tie : ties_)
      for (const auto* end : {&tie.from, &tie.to}) {
        by_id.at(*end)->agreed += tie.agreed;
        by_id.at(*end)->disagreed += tie.disagreed;
      }
  }

  // Those that share a proposal with another, the most busy where they are too many, and of equals some of
  // each bloc; bloc by bloc.
  void choose_parties() {
    const auto all = parties_.size();
    std::erase_if(parties_, [](const Party& party) { return party.agreed + party.disagreed == 0; });
    alone_ = all - parties_.size();
    if (!folds() || parties_.size() <= most_parties) return;
    std::stable_sort(parties_.begin(), parties_.end(), [](const Party& a, const Party& b) {
      return std::tuple(a.agreed + a.disagreed, b.place) > std::tuple(b.agreed + b.disagreed, a.place);
    });
    for (auto i = most_parties; i < parties_.size(); ++i) left_out_.push_back(parties_[i].member.actor.name);
    parties_.resize(most_parties);
    std::stable_sort(parties_.begin(), parties_.end(),
                     [](const Party& a, const Party& b) { return a.bloc < b.bloc; });
  }

  // The strongest of those whose ends are both drawn.
  void choose_ties() {
    std::map<std::string_view, std::size_t> place;
    for (std::size_t i = 0; i < parties_.size(); ++i) place[parties_[i].member.actor.id] = i;
    std::erase_if(ties_,
                  [&](const BlocTie& tie) { return !place.contains(tie.from) || !place.contains(tie.to); });
    std::stable_sort(ties_.begin(), ties_.end(), [](const BlocTie& a, const BlocTie& b) {
      return std::abs(a.weight) > std::abs(b.weight);
    });
    if (!folds() || ties_.size() <= most_ties) return;
    ties_left_out_ = ties_.size() - most_ties;
    ties_.resize(most_ties);
  }

  // The drawn blocs are numbered from the largest on, without holes.
  [[nodiscard]] BoardCard card_of(const Party& party, std::size_t number) const {
    const auto look = look_of(bloc_relations[number % bloc_relations.size()], options_.theme);
    BoardCard card{BoardCard::Kind::Actor, party.member.actor.name};
    card.note = fmt::format("bloc {} · {} agreed, {} not", number + 1, party.agreed, party.disagreed);
    card.tooltip = card.title;
    for (const auto& actor : party.member.through) card.tooltip += "\nalso through " + actor.name;
    card.rim = look.colour;
    card.note_colour = look.text_colour;
    card.box.width = party_width;
    fit(card);
    return card;
  }

  void add_parties() {
    std::map<std::size_t, std::size_t> numbers;
    for (const auto& party : parties_) {
      const auto number = numbers.emplace(party.bloc, numbers.size()).first->second;
      board_.cards.push_back(card_of(party, number));
    }
    blocs_ = numbers.size();
    while (!place_on(radius_, 0)) radius_ *= 1.05;
    double spare = 0;
    while (spare < most_spare && place_on(radius_, spare + spare_step)) spare += spare_step;
    place_on(radius_, spare);
    double left = 0, top = 0;
    for (const auto& card : board_.cards) left = std::min(left, card.box.x), top = std::min(top, card.box.y);
    for (auto& card : board_.cards) card.box.x -= left, card.box.y -= top;
    centre_ = {-left, -top};
  }

  // Clockwise from the top, each card as soon as it is clear of the one before, with some room to spare;
  // whether the last is clear of the first.
  bool place_on(double ring, double spare) {
    double angle = -std::numbers::pi / 2;
    const double end = angle + 2 * std::numbers::pi;
    for (std::size_t i = 0; i < board_.cards.size(); ++i) {
      auto& box = board_.cards[i].box;
      const auto put = [&] {
        box.x = flatness * ring * std::cos(angle) - box.width / 2;
        box.y = ring * std::sin(angle) - box.height / 2;
      };
      put();
      if (i == 0) continue;
      const bool is_same = parties_[i].bloc == parties_[i - 1].bloc;
      const double gap = (is_same ? gap_in_bloc : gap_between_blocs) + spare;
      for (; angle < end && overlap(box, board_.cards[i - 1].box, gap); angle += step) put();
    }
    const bool is_closed = board_.cards.size() > 1 &&
                           overlap(board_.cards.back().box, board_.cards.front().box, gap_between_blocs);
    return angle < end && !is_closed;
  }

  void add_ties() {
    std::map<std::string_view, std::size_t> place;
    for (std::size_t i = 0; i < parties_.size(); ++i) place[parties_[i].member.actor.id] = i;
    for (auto tie = ties_.rbegin(); tie != ties_.rend(); ++tie)  // the strongest on top
      board_.lines.push_back(line_of(*tie, place.at(tie->from), place.at(tie->to)));
  }

  [[nodiscard]] BoardLine line_of(const BlocTie& tie, std::size_t from, std::size_t to) const {
    BoardLine line;
    line.from = from;
    line.to = to;
    line.start = board_.cards[from].box.middle();
    line.end = board_.cards[to].box.middle();
    const double apart = std::hypot(line.end.x - line.start.x, line.end.y - line.start.y);
    const double pull = std::min(0.8, 0.25 + apart / (4 * flatness * radius_));  // of far ends to the centre
    line.first_bend = towards_centre(line.start, pull);
    line.second_bend = towards_centre(line.end, pull);
    const bool is_agreement = tie.agreed > tie.disagreed, is_conflict = tie.agreed < tie.disagreed;
    line.colour = is_agreement  ? look_of(Relation::Accepted, options_.theme).colour
                  : is_conflict ? look_of(Relation::Rejected, options_.theme).colour
                                : palette_of(options_.theme).link;
    line.stroke = is_agreement ? Stroke::Solid : is_conflict ? Stroke::Dashed : Stroke::Dotted;
    line.head = ArrowHead::None;
    const auto difference =
        tie.agreed > tie.disagreed ? tie.agreed - tie.disagreed : tie.disagreed - tie.agreed;
    line.width =
        std::min(thickest, thinnest + thicker_by * static_cast<double>(difference > 0 ? difference - 1 : 0));
    line.tooltip = fmt::format("{} and {}: {} agreed, {} in conflict", parties_[from].member.actor.name,
                               parties_[to].member.actor.name, tie.agreed, tie.disagreed);
    return line;
  }

  [[nodiscard]] BoardPoint towards_centre(BoardPoint point, double share) const {
    return {point.x + (centre_.x - point.x) * share, point.y + (centre_.y - point.y) * share};
  }

  // Above the ring, which moves down for it.
  void add_heading(const std::optional<Date>& as_of) {
    double width = 2 * flatness * radius_;
    for (const auto& card : board_.cards) width = std::max(width, card.box.right());
    BoardCard heading{BoardCard::Kind::Heading, "Who stands with whom"};
    heading.note = subtitle(as_of);
    heading.note_colour = palette_of(options_.theme).faint;
    heading.tooltip = names_left_out();
    heading.box.width = width;
    fit(heading);
    const double down = heading.box.height + frame_margin;
    for (auto& card : board_.cards) card.box.y += down;
    for (auto& line : board_.lines)
      for (auto* point : {&line.start, &line.first_bend, &line.second_bend, &line.end}) point->y += down;
    board_.cards.push_back(std::move(heading));
  }

  [[nodiscard]] std::string subtitle(const std::optional<Date>& as_of) const {
    std::string text = as_of ? fmt::format("as of {}; ", as_of->iso()) : "";
    text += fmt::format("{} parties in {} blocs", parties_.size(), blocs_);
    text += "; solid: more proposals agreed on, dashed: more in conflict, dotted: as many; thicker: more";
    const auto add = [&](std::size_t count, const char* what) {
      if (count > 0) text += fmt::format("; left out: {} {}", count, what);
    };
    add(alone_, "parties that share no proposal with another");
    add(left_out_.size(), "less busy parties");
    add(ties_left_out_, "weaker ties");
    return text;
  }

  [[nodiscard]] std::string names_left_out() const {
    std::string names = "Who stands with whom";
    for (std::size_t i = 0; i < std::min(left_out_.size(), most_names); ++i)
      names += (i == 0 ? "\nleft out: " : ", ") + left_out_[i];
    if (left_out_.size() > most_names) names += ", …";
    return names;
  }

  const ViewOptions& options_;
  std::vector<Party> parties_;
  std::vector<BlocTie> ties_;
  std::size_t alone_ = 0, ties_left_out_ = 0, blocs_ = 0;
  std::vector<std::string> left_out_;
  double radius_ = smallest_ring;
  BoardPoint centre_;
  Board board_;
};

}  // namespace

Result<Board> blocs_board(const Knowledge& knowledge, const Filter& filter, const ViewOptions& options) {
  return blocs(knowledge, {}, filter).map([&](Blocs&& found) {
    return BlocsView(std::move(found), options).board(filter.as_of);
  });
}

}  // namespace demarche
