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
constexpr std::size_t longest_whole_word = 12;  // so that six columns always fit into 80

// What a table needs to know to write its lines: which columns, how wide.
struct Layout {
  std::vector<std::size_t> columns;  // indices of those that are shown
  std::vector<std::size_t> widths;   // of those
  bool is_readable = true;           // no word need be broken, but very long ones, and no date or id
};

std::size_t widest_word(std::string_view text) {
  std::size_t widest = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    widest = std::max(widest, display_width(text.substr(0, space)));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return widest;
}

// The width below which a column is hard to read.
std::size_t least_width(const Column& column, std::string_view cell) {
  if (column.fit == Fit::Whole) return display_width(cell);
  return std::min(widest_word(cell), longest_whole_word);
}

// Takes a terminal column at a time from the widest one above its least, until all are within `room` or none
// can give. Whether they are within.
bool shrink(Layout& layout, const std::vector<std::size_t>& least, std::size_t room) {
  while (std::accumulate(layout.widths.begin(), layout.widths.end(), std::size_t{0}) > room) {
    std::size_t* widest = nullptr;
    for (std::size_t shown = 0; shown < layout.columns.size(); ++shown) {
      std::size_t& width = layout.widths[shown];
      if (width > least[shown] && (widest == nullptr || width > *widest)) widest = &width;
    }
    if (widest == nullptr) return false;
    --*widest;
  }
  return true;
}

Layout lay_out(const std::vector<Column>& columns, const std::vector<TableRow>& rows, std::size_t width) {
  Layout layout;
  std::vector<std::size_t> least;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const std::string& header = columns[column].header;
    std::size_t widest = 0, needed = least_width(columns[column], header);
    for (const TableRow& row : rows) {
      widest = std::max(widest, display_width(row.cells[column]));
      needed = std::max(needed, least_width(columns[column], row.cells[column]));
    }
    if (widest == 0) continue;
    layout.columns.push_back(column);
    layout.widths.push_back(std::max(widest, display_width(header)));
    least.push_back(needed);
  }
  const std::size_t gaps = layout.columns.empty() ? 0 : gap.size() * (layout.columns.size() - 1);
  const std::size_t room = width > gaps ? width - gaps : 0;
  layout.is_readable = shrink(layout, least, room);
  if (!layout.is_readable) shrink(layout, std::vector(least.size(), narrowest_column), room);
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

std::string row_text(const TableRow& row, const Layout& layout, const std::vector<Column>& columns,
                     const Terminal& terminal) {
  return cells_text(
      layout, columns, terminal, [&](std::size_t column) { return row.cells[column]; },
      [](const Column& column) { return column.style; });
}

// A row as lines of header and cell: for a terminal too narrow for the columns.
std::string record_text(const TableRow& row, const Layout& layout, const std::vector<Column>& columns,
                        const Terminal& terminal) {
  std::size_t widest = 0;
  for (const std::size_t column : layout.columns)
    widest = std::max(widest, display_width(columns[column].header));
  widest = std::min(widest, terminal.width / 3);
  const Layout two{{0, 1}, {widest, terminal.width - gap.size() - widest}};
  std::string text;
  for (const std::size_t column : layout.columns) {
    if (row.cells[column].empty()) continue;
    const std::vector<Column> label_and_value{{"", Align::Left, TextStyle::Dim},
                                              {"", Align::Left, columns[column].style}};
    text += row_text({{columns[column].header, row.cells[column]}}, two, label_and_value, terminal);
  }
  return text;
}

bool is_headed(const std::vector<Column>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const Column& each) { return !each.header.empty(); });
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
  const bool has_header = is_headed(columns_);
  const bool as_records = has_header && !layout.is_readable;
  std::string text;
  if (has_header && !as_records)
    text = cells_text(
        layout, columns_, terminal, [&](std::size_t column) { return columns_[column].header; },
        [](const Column&) { return TextStyle::Bold; });
  for (const TableRow& row : rows_) {
    if (as_records && !text.empty()) text += "\n";
    text +=
        as_records ? record_text(row, layout, columns_, terminal) : row_text(row, layout, columns_, terminal);
    for (const std::string& words : row.below) text += paragraph(words, terminal);
  }
  return text;
}

}  // namespace demarche
