#include "ingest/language/string_table.h"

#include <bit>
#include <vector>

namespace demarche {
namespace {

// FNV-1a.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return value ^ (value >> 32);
}

}  // namespace

Result<StringTable> StringTable::load(const ModelFile& file, const std::string& name) {
  StringTable table;
  const auto slots = file.numbers<std::uint32_t>(name + ".slots");
  if (!slots) return tl::make_unexpected(slots.error());
  table.slots_ = *slots;
  table.bytes_ = file.text(name + ".bytes");
  if (!file.section(name + ".ends").empty()) {  // else a table without strings
    const auto ends = file.numbers<std::uint32_t>(name + ".ends");
    if (!ends) return tl::make_unexpected(ends.error());
    table.ends_ = *ends;
  }
  std::uint32_t before = 0;
  for (const auto end : table.ends_) {
    if (end < before || end > table.bytes_.size()) return file.bad_section(name + ".ends");
    before = end;
  }
  if (!std::has_single_bit(table.slots_.size()) || table.slots_.size() <= table.ends_.size())
    return file.bad_section(name + ".slots");
  for (const auto slot : table.slots_)
    if (slot > table.ends_.size()) return file.bad_section(name + ".slots");
  return table;
}

std::string_view StringTable::operator[](std::size_t id) const {
  const std::size_t start = id == 0 ? 0 : ends_[id - 1];
  return bytes_.substr(start, ends_[id] - start);
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash(text) & mask; slots_[at] != 0; at = (at + 1) & mask)
    if ((*this)[slots_[at] - 1] == text) return slots_[at] - 1;
  return std::nullopt;
}

void add_string_table(ModelWriter& out, const std::string& name, std::span<const std::string> strings) {
  std::string bytes;
  std::vector<std::uint32_t> ends;
  std::vector<std::uint32_t> slots(std::bit_ceil(strings.size() * 3 / 2 + 1));
  for (const auto& text : strings) {
    bytes += text;
    ends.push_back(static_cast<std::uint32_t>(bytes.size()));
    std::size_t at = hash(text) & (slots.size() - 1);
    while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = static_cast<std::uint32_t>(ends.size());
  }
  out.add(name + ".bytes", std::move(bytes));
  out.add_numbers<std::uint32_t>(name + ".ends", ends);
  out.add_numbers<std::uint32_t>(name + ".slots", slots);
}

}  // namespace demarche
