#include "graph/export/footnotes.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace demarche {
namespace {

constexpr std::size_t most_numbers = 4;  // on one card; more are only hinted at

}  // namespace

Footnotes::Footnotes(const Knowledge& knowledge, const std::vector<Row>& rows) {
  std::map<std::string, DocumentRef> quoted;
  for (const auto& row : rows) quoted.emplace(row.document.id, row.document);
  for (auto& [id, document] : quoted) documents_.push_back(std::move(document));
  std::stable_sort(documents_.begin(), documents_.end(), [](const DocumentRef& a, const DocumentRef& b) {
    return std::tuple(!a.date.has_value(), a.date) < std::tuple(!b.date.has_value(), b.date);
  });
  for (std::size_t i = 0; i < documents_.size(); ++i) number_of_.emplace(documents_[i].id, i + 1);
  for (const auto& document : knowledge.documents)
    if (number_of_.contains(document.id)) url_of_.emplace(document.id, web_address(document.url));
}

std::string Footnotes::numbers(const std::vector<Row>& rows) const {
  std::set<std::size_t> numbers;
  for (const auto& row : rows) numbers.insert(number_of_.at(row.document.id));
  if (numbers.empty()) return "";
  const bool are_all = numbers.size() <= most_numbers;
  const auto last = are_all ? numbers.end() : std::next(numbers.begin(), most_numbers);
  cited_.insert(numbers.begin(), last);
  return fmt::format(" [{}{}]", fmt::join(numbers.begin(), last, ", "), are_all ? "" : ", …");
}

std::string Footnotes::url(const Row& row) const {
  return url_of_.at(row.document.id);
}

std::string Footnotes::extent() const {
  std::string text = fmt::format("{} document{}", documents_.size(), documents_.size() == 1 ? "" : "s");
  std::optional<Date> last;
  for (const auto& document : documents_)
    if (document.date) last = document.date;
  if (!last) return text;
  const auto first = documents_.front().date->iso();
  text += ", " + first;
  return last->iso() == first ? text : text + " to " + last->iso();
}

std::vector<BoardCard> Footnotes::notes(Detail detail) const {
  std::vector<BoardCard> notes;
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    if (detail == Detail::Readable && !cited_.contains(i + 1)) continue;
    const auto& document = documents_[i];
    BoardCard note{BoardCard::Kind::Note};
    note.note = fmt::format("[{}] {}", i + 1, document.title.empty() ? document.id : document.title);
    if (document.source) note.note += ", " + *document.source;
    if (document.date) note.note += ", " + document.date->iso();
    note.tooltip = document.title.empty() ? document.id : document.title;
    note.url = url_of_.at(document.id);
    notes.push_back(std::move(note));
  }
  if (const auto others = documents_.size() - notes.size(); others > 0) {
    BoardCard rest{BoardCard::Kind::Note};
    rest.note = rest.tooltip = uncited_words(others);
    notes.push_back(std::move(rest));
  }
  return notes;
}

std::string told_by(const Row& row) {
  const auto& title = row.document.title.empty() ? row.document.id : row.document.title;
  return evidence_words(row.quote.text, row.speaker, title, row.document.source, row.document.date);
}

}  // namespace demarche
