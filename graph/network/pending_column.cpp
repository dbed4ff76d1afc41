#include "graph/network/pending_column.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

#include "graph/network/value_code.h"

namespace demarche::network {
namespace {

constexpr std::size_t word_bits = 64;

bool is_small(std::int64_t number) {
  return number >= std::numeric_limits<std::int32_t>::min() &&
         number <= std::numeric_limits<std::int32_t>::max();
}

}  // namespace

PendingColumn::Cell PendingColumn::cell_of(const PropertyValue& value, TextPool& texts) {
  if (const auto* flag = std::get_if<bool>(&value)) return {ColumnType::Bool, *flag};
  if (const auto* number = std::get_if<std::int64_t>(&value)) return {ColumnType::Int, *number};
  if (const auto* number = std::get_if<double>(&value))
    return {ColumnType::Float, std::bit_cast<std::int64_t>(*number)};
  if (const auto* text = std::get_if<std::string>(&value)) return {ColumnType::String, texts.add(*text)};
  if (const auto* day = std::get_if<Day>(&value)) return {ColumnType::Day, day->days};
  return {ColumnType::Mixed, texts.add(encoded(value))};
}

PropertyValue PendingColumn::value_of(Cell cell, const TextPool& texts) {
  switch (cell.type) {
    case ColumnType::None:
      return {};
    case ColumnType::Bool:
      return cell.bits != 0;
    case ColumnType::Int:
      return cell.bits;
    case ColumnType::Float:
      return std::bit_cast<double>(cell.bits);
    case ColumnType::String:
      return std::string(texts.text(static_cast<TextId>(cell.bits)));
    case ColumnType::Day:
      return Day{cell.bits};
    case ColumnType::Mixed:
      return decoded(texts.text(static_cast<TextId>(cell.bits)));
  }
  return {};
}

void PendingColumn::put(std::uint32_t row, const PropertyValue& value, TextPool& texts) {
  if (!value.is_null()) put(row, cell_of(value, texts), texts);
}
void PendingColumn::put_int(std::uint32_t row, std::int64_t value, TextPool& texts) {
  put(row, Cell{ColumnType::Int, value}, texts);
}
void PendingColumn::put_text(std::uint32_t row, std::string_view text, TextPool& texts) {
  put(row, Cell{ColumnType::String, texts.add(text)}, texts);
}

void PendingColumn::put(std::uint32_t row, Cell cell, TextPool& texts) {
  if (type_ == ColumnType::None) type_ = cell.type;
  if (type_ != cell.type) {
    become_mixed(texts);
    if (cell.type != ColumnType::Mixed) cell.bits = texts.add(encoded(value_of(cell, texts)));
  }
  rows_.push_back(row);
  bits_.push_back(cell.bits);
}

void PendingColumn::become_mixed(TextPool& texts) {
  if (type_ == ColumnType::Mixed) return;
  for (auto& bits : bits_) bits = texts.add(encoded(value_of({type_, bits}, texts)));
  type_ = ColumnType::Mixed;
}

ColumnView PendingColumn::laid_out(std::size_t rows, std::span<const std::uint32_t> place,
                                   std::span<const TextId> rank, Arrays& arrays) const {
  const auto at = [&](std::size_t i) { return place.empty() ? rows_[i] : place[rows_[i]]; };
  const auto spread = [&](auto convert) {
    std::vector<decltype(convert(std::int64_t{}))> values(rows);
    for (std::size_t i = 0; i < rows_.size(); ++i) values[at(i)] = convert(bits_[i]);
    return arrays.own(std::move(values));
  };

  ColumnView column;
  column.type = type_;
  std::vector<std::uint64_t> present((rows + word_bits - 1) / word_bits);
  for (std::size_t i = 0; i < rows_.size(); ++i)
    present[at(i) / word_bits] |= std::uint64_t{1} << (at(i) % word_bits);
  for (const auto word : present) column.count += static_cast<std::size_t>(std::popcount(word));
  if (column.count < rows) column.present = arrays.own(std::move(present));

  switch (type_) {
    case ColumnType::None:
      break;
    case ColumnType::Bool:
      column.bools = spread([](std::int64_t bits) { return static_cast<std::uint8_t>(bits); });
      break;
    case ColumnType::Int:
    case ColumnType::Day:
      if (std::all_of(bits_.begin(), bits_.end(), is_small))
        column.small_ints = spread([](std::int64_t bits) { return static_cast<std::int32_t>(bits); });
      else
        column.ints = spread([](std::int64_t bits) { return bits; });
      break;
    case ColumnType::Float:
      column.floats = spread([](std::int64_t bits) { return std::bit_cast<double>(bits); });
      break;
    case ColumnType::String:
    case ColumnType::Mixed:
      column.strings = spread([&](std::int64_t bits) { return rank[static_cast<std::size_t>(bits)]; });
      break;
  }
  return column;
}

}  // namespace demarche::network
