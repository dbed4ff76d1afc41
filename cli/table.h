// Rows in columns that fit the terminal: a header, cells that wrap inside their column, and under a row, where there is
// one, its quotation across the whole width. The widest columns give way first.
// Tested by tests/cli/table_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"

namespace demarche {

enum class Align { Left, Right };

struct Column {
  std::string header;
  Align align = Align::Left;
  TextStyle style = TextStyle::Plain;
};

struct TableRow {
  std::vector<std::string> cells;  // one a column; cleaned by the table
  std::string quotation;           // empty where there is none
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // REQUIRES: one cell a column
  void add(TableRow row);

  // The table as text, each line ended, no wider than the terminal wherever three columns a cell are enough for that.
  // Columns in which no row has anything are left out, and the header where no column has one.
  [[nodiscard]] std::string text(const Terminal& terminal) const;

 private:
  std::vector<Column> columns_;
  std::vector<TableRow> rows_;
};

}  // namespace demarche
