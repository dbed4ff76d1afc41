// Rows in columns that fit the terminal: a header, cells that wrap inside their column, and under a row,
// across the whole width, its quotation. The widest columns give way first; where words would have to be
// broken, each row is written as lines of header and cell instead. All text is made fit for a terminal here.
// Tested by tests/cli/table_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"

namespace demarche {

enum class Align { Left, Right };

// Whether a column gives way where the table is too wide.
enum class Fit {
  Wrap,
  Whole,  // not as long as there are columns: dates, ids
};

struct Column {
  std::string header;
  Align align = Align::Left;
  TextStyle style = TextStyle::Plain;
  Fit fit = Fit::Wrap;
};

// Columns of every other table.
[[nodiscard]] Column name_column(std::string header);  // what the row is about
[[nodiscard]] Column number_column(std::string header);
[[nodiscard]] Column whole_column(std::string header);  // a date, an id

struct TableRow {
  std::vector<std::string> cells;    // one a column
  std::vector<std::string> below{};  // paragraphs under the row: a quotation, a long id
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // REQUIRES: one cell a column
  void add(TableRow row);

  // The table as text, each line ended, no wider than the terminal of at least 40. Columns in which no row
  // has anything are left out, and the header where no column has one.
  [[nodiscard]] std::string text(const Terminal& terminal) const;

 private:
  std::vector<Column> columns_;
  std::vector<TableRow> rows_;
};

}  // namespace demarche
