#include "cli/table.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::string_view indent = "    ";
constexpr std::size_t narrowest_column = 3;

// What a table needs to know to write its lines: which columns, how wide.
struct Layout {
  std::vector<std::size_t> columns;  // indices of those that are shown
  std::vector<std::size_t> widths;   // of those
};

// Takes a terminal column at a time from the widest one of this fit, until all are within `room` or none can
// give.
void shrink(Layout& layout, const std::vector<Column>& columns, Fit fit, std::size_t room) {
  while (std::accumulate(layout.widths.begin(), layout.widths.end(), std::size_t{0}) > room) {
    std::size_t* widest = nullptr;
    for (std::size_t shown = 0; shown < layout.columns.size(); ++shown) {
      std::size_t& width = layout.widths[shown];
      if (columns[layout.columns[shown]].fit != fit || width <= narrowest_column) continue;
      if (widest == nullptr || width > *widest) widest = &width;
    }
    if (widest == nullptr) return;
    --*widest;
  }
}

Layout lay_out(const std::vector<Column>& columns, const std::vector<TableRow>& rows, std::size_t width) {
  Layout layout;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    std::size_t widest = 0;
    for (const TableRow& row : rows) widest = std::max(widest, display_width(row.cells[column]));
    if (widest == 0) continue;
    layout.columns.push_back(column);
    layout.widths.push_back(std::max(widest, display_width(columns[column].header)));
  }
  const std::size_t gaps = layout.columns.empty() ? 0 : gap.size() * (layout.columns.size() - 1);
  for (const Fit fit : {Fit::Wrap, Fit::Whole}) shrink(layout, columns, fit, width > gaps ? width - gaps : 0);
  return layout;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string aligned(std::string text, std::size_t width, Align align) {
  if (align == Align::Left) return padded(std::move(text), width);
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ') + text;
}

// One row, or the header: as many lines as its tallest cell.
template <class CellOf, class StyleOf>
std::string cells_text(const Layout& layout, const std::vector<Column>& columns, const Terminal& terminal,
                       const CellOf& cell_of, const StyleOf& style_of) {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 0;
  for (std::size_t shown = 0; shown < layout.columns.size(); ++shown) {
    wrapped.push_back(wrap(cell_of(layout.columns[shown]), std::max<std::size_t>(layout.widths[shown], 2)));
    height = std::max(height, wrapped.back().size());
  }
  std::string text;
  for (std::size_t line = 0; line < height; ++line) {
    std::string across;
    for (std::size_t shown = 0; shown < wrapped.size(); ++shown) {
      const Column& column = columns[layout.columns[shown]];
      const std::string piece = line < wrapped[shown].size() ? wrapped[shown][line] : "";
      const std::string cell = aligned(piece, layout.widths[shown], column.align);
      across += (shown > 0 ? gap : "");
      across += piece.empty() ? cell : styled(cell, style_of(column), terminal);
    }
    text += without_trailing_spaces(std::move(across)) + "\n";
  }
  return text;
}

std::string paragraph(const std::string& words, const Terminal& terminal) {
  std::string text;
  for (const std::string& line : wrap(words, terminal.width - indent.size())) {
    text += indent;
    text += styled(line, TextStyle::Dim, terminal) + "\n";
  }
  return text;
}

}  // namespace

Column name_column(std::string header) {
  return {std::move(header), Align::Left, TextStyle::Bold, Fit::Wrap};
}
Column number_column(std::string header) {
  return {std::move(header), Align::Right, TextStyle::Plain, Fit::Whole};
}
Column whole_column(std::string header) {
  return {std::move(header), Align::Left, TextStyle::Plain, Fit::Whole};
}

void Table::add(TableRow row) {
  assert(row.cells.size() == columns_.size());
  for (std::string& cell : row.cells) cell = printable(cell);
  for (std::string& words : row.below) words = printable(words);
  rows_.push_back(std::move(row));
}

std::string Table::text(const Terminal& terminal) const {
  const Layout layout = lay_out(columns_, rows_, terminal.width);
  std::string text;
  if (std::any_of(columns_.begin(), columns_.end(), [](const Column& each) { return !each.header.empty(); }))
    text = cells_text(
        layout, columns_, terminal, [&](std::size_t column) { return columns_[column].header; },
        [](const Column&) { return TextStyle::Bold; });
  for (const TableRow& row : rows_) {
    text += cells_text(
        layout, columns_, terminal, [&](std::size_t column) { return row.cells[column]; },
        [](const Column& column) { return column.style; });
    for (const std::string& words : row.below) text += paragraph(words, terminal);
  }
  return text;
}

}  // namespace demarche
