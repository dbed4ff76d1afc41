// Writing and reading share one list of the sections, `visit_sections`, so that neither can forget one.
// Checksums are XXH3 of 64 bits.
#include "graph/network/snapshot.h"

#define XXH_INLINE_ALL
#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <cerrno>
#include <cstring>
#include <type_traits>

namespace demarche::network {
namespace {

namespace fs = std::filesystem;

constexpr std::array<char, 8> magic{'D', 'E', 'M', 'G', 'R', 'A', 'P', 'H'};
constexpr std::uint32_t format_version = 2;
constexpr std::uint32_t byte_order = 0x01020304;
constexpr std::size_t alignment = 64;
constexpr std::size_t most_sections = 1 << 20;

struct Header {
  std::array<char, 8> magic = network::magic;
  std::uint32_t version = format_version;
  std::uint32_t order = byte_order;
  std::uint64_t file_bytes = 0;
  std::uint64_t sections = 0;
  std::uint64_t head_bytes = 0;
  std::uint64_t stride = 0;
  std::uint64_t table_checksum = 0;   // of the table and the head
  std::uint64_t header_checksum = 0;  // of all before it
};
static_assert(sizeof(Header) == alignment && std::is_trivially_copyable_v<Header>);

struct Section {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  std::uint64_t checksum = 0;
};

std::uint64_t checksum_of(const void* data, std::size_t bytes) {
  return XXH3_64bits(data, bytes);
}
std::uint64_t own_checksum(const Header& header) {
  return checksum_of(&header, offsetof(Header, header_checksum));
}
std::size_t aligned(std::size_t offset) {
  return (offset + alignment - 1) / alignment * alignment;
}

template <class Column, class Visit>
void visit_column(Column& column, Visit visit) {
  visit(column.present);
  visit(column.ints);
  visit(column.small_ints);
  visit(column.arriving);
  visit(column.floats);
  visit(column.bools);
  visit(column.strings);
}

// Every array of a graph, in the order of the file.
template <class Graph, class Visit>
void visit_sections(Graph& arrays, Visit visit) {
  visit(arrays.set_of_node);
  visit(arrays.set_starts);
  visit(arrays.set_labels);
  visit(arrays.label_starts);
  visit(arrays.labelled);
  visit(arrays.sources);
  visit(arrays.targets);
  visit(arrays.edge_types);
  visit(arrays.in_edges);
  visit(arrays.in_sources);
  visit(arrays.out_starts);
  visit(arrays.in_starts);
  visit(arrays.from_counts);
  visit(arrays.to_counts);
  visit(arrays.type_counts);
  visit(arrays.text_starts);
  visit(arrays.text_bytes);
  for (auto& column : arrays.node_columns) visit_column(column, visit);
  for (auto& column : arrays.edge_columns) visit_column(column, visit);
}

// --- the head: names, types of columns and the origin, one after the other ---

class HeadWriter {
 public:
  std::string bytes;

  void number(std::uint64_t value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void text(std::string_view value) {
    number(value.size());
    bytes += value;
  }
  void texts(const std::vector<std::string>& values) {
    number(values.size());
    for (const auto& value : values) text(value);
  }
  void columns(const std::vector<ColumnView>& columns) {
    for (const auto& column : columns) {
      number(static_cast<std::uint64_t>(column.type));
      number(column.count);
    }
  }
};

// Reads what HeadWriter wrote. REQUIRES: its checksum was right
class HeadReader {
 public:
  explicit HeadReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  std::string text() {
    const auto size = number();
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> values(number());
    for (auto& value : values) value = text();
    return values;
  }
  std::vector<ColumnView> columns(std::size_t count) {
    std::vector<ColumnView> columns(count);
    for (auto& column : columns) {
      column.type = static_cast<ColumnType>(number());
      column.count = number();
    }
    return columns;
  }

 private:
  std::string_view rest_;
};

std::string head_of(const Arrays& arrays, const std::string& origin) {
  HeadWriter head;
  head.text(origin);
  head.texts(arrays.labels);
  head.texts(arrays.types);
  head.texts(arrays.keys);
  head.columns(arrays.node_columns);
  head.columns(arrays.edge_columns);
  return std::move(head.bytes);
}

// --- writing ---

// A file on its way to its name; it goes where it is not given one.
class NewFile {
 public:
  NewFile(const fs::path& path, fs::perms readers)
      : path_(path),
        temporary_(path.string() + "." + std::to_string(::getpid()) + ".new"),
        file_(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                     static_cast<mode_t>(readers & everybody))) {}
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    if (file_ < 0) return;
    ::close(file_);
    if (!is_named_) ::unlink(temporary_.c_str());
  }

  // Both false, with errno set, where it fails.
  [[nodiscard]] bool write(const void* data, std::size_t bytes) {
    const auto* rest = static_cast<const char*>(data);
    while (bytes > 0) {
      const auto written = ::write(file_, rest, bytes);
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      rest += written;
      bytes -= static_cast<std::size_t>(written);
    }
    return file_ >= 0;
  }
  [[nodiscard]] bool finish() {
    is_named_ = file_ >= 0 && ::fdatasync(file_) == 0 && ::rename(temporary_.c_str(), path_.c_str()) == 0;
    return is_named_;
  }

 private:
  fs::path path_, temporary_;
  int file_ = -1;
  bool is_named_ = false;
};

// --- reading ---

namespace ipc = boost::interprocess;

// A mapped file whose header, table and head are sound.
struct Mapped {
  std::shared_ptr<const ipc::mapped_region> region;
  Header header;
  std::vector<Section> sections;
  std::string_view head;

  [[nodiscard]] const char* data() const { return static_cast<const char*>(region->get_address()); }
};

Result<std::shared_ptr<const ipc::mapped_region>> mapped(const fs::path& path) {
  std::error_code failed;
  const auto bytes = fs::file_size(path, failed);
  if (failed == std::errc::no_such_file_or_directory)
    return fail(ErrorKind::NotFound, path.string(), "there is no snapshot");
  if (failed) return fail(ErrorKind::Unreadable, path.string(), failed.message());
  if (bytes < sizeof(Header)) return fail(ErrorKind::Malformed, path.string(), "the snapshot is cut short");
  try {
    const ipc::file_mapping file(path.c_str(), ipc::read_only);
    return std::make_shared<const ipc::mapped_region>(file, ipc::read_only, 0, bytes);
  } catch (const ipc::interprocess_exception& error) {
    return fail(ErrorKind::Unreadable, path.string(), error.what());
  }
}

Result<Header> header_of(const fs::path& path, const ipc::mapped_region& region) {
  Header header;
  std::memcpy(&header, region.get_address(), sizeof header);
  if (header.magic != magic) return fail(ErrorKind::Malformed, path.string(), "not a snapshot");
  if (header.order != byte_order)
    return fail(ErrorKind::Unsupported, path.string(), "a snapshot of another byte order");
  if (header.version != format_version)
    return fail(ErrorKind::Unsupported, path.string(), "a snapshot of another version");
  const bool is_whole =
      header.header_checksum == own_checksum(header) && header.file_bytes == region.get_size() &&
      header.sections <= most_sections && header.head_bytes <= region.get_size() &&
      sizeof header + header.sections * sizeof(Section) + header.head_bytes <= region.get_size();
  if (!is_whole) return fail(ErrorKind::Malformed, path.string(), "the snapshot is cut or damaged");
  return header;
}

Result<Mapped> checked(const fs::path& path) {
  auto region = mapped(path);
  if (!region) return tl::make_unexpected(region.error());
  const auto header = header_of(path, **region);
  if (!header) return tl::make_unexpected(header.error());
  Mapped file{*region, *header, std::vector<Section>(header->sections), {}};
  const auto table_bytes = header->sections * sizeof(Section);
  const char* const table = file.data() + sizeof(Header);
  if (checksum_of(table, table_bytes + header->head_bytes) != header->table_checksum)
    return fail(ErrorKind::Malformed, path.string(), "the snapshot's table is damaged");
  std::memcpy(file.sections.data(), table, table_bytes);
  file.head = {table + table_bytes, header->head_bytes};
  for (const auto& section : file.sections)
    if (section.offset > header->file_bytes || section.bytes > header->file_bytes - section.offset)
      return fail(ErrorKind::Malformed, path.string(), "a section of the snapshot lies outside the file");
  return file;
}

}  // namespace

Result<void> write_snapshot(const PropertyGraph& graph, const std::string& origin, const fs::path& path,
                            fs::perms readers) {
  const auto& arrays = graph.arrays();
  const auto head = head_of(arrays, origin);
  std::vector<Section> table;
  visit_sections(arrays, [&](const auto& array) {
    table.push_back({0, array.size_bytes(), checksum_of(array.data(), array.size_bytes())});
  });
  auto offset = sizeof(Header) + table.size() * sizeof(Section) + head.size();
  for (auto& section : table) {
    section.offset = aligned(offset);
    offset = section.offset + section.bytes;
  }

  std::string front(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(Section));
  front += head;
  Header header;
  header.file_bytes = offset;
  header.sections = table.size();
  header.head_bytes = head.size();
  header.stride = arrays.stride;
  header.table_checksum = checksum_of(front.data(), front.size());
  header.header_checksum = own_checksum(header);

  NewFile file(path, readers);
  const std::array<char, alignment> padding{};
  bool is_written = file.write(&header, sizeof header) && file.write(front.data(), front.size());
  auto place = sizeof header + front.size();
  visit_sections(arrays, [&](const auto& array) {
    const auto gap = aligned(place) - place;
    is_written =
        is_written && file.write(padding.data(), gap) && file.write(array.data(), array.size_bytes());
    place += gap + array.size_bytes();
  });
  if (!is_written || !file.finish())
    return fail(ErrorKind::Unreadable, path.string(),
                std::string("cannot write it: ") + std::strerror(errno));
  return {};
}

Result<PropertyGraph> open_snapshot(const fs::path& path, const std::string& origin) {
  const auto file = checked(path);
  if (!file) return tl::make_unexpected(file.error());
  HeadReader head(file->head);
  if (head.text() != origin)
    return fail(ErrorKind::Usage, path.string(), "the snapshot was made from something else");

  auto arrays = std::make_shared<Arrays>();
  arrays->labels = head.texts();
  arrays->types = head.texts();
  arrays->keys = head.texts();
  arrays->node_columns = head.columns(arrays->keys.size());
  arrays->edge_columns = head.columns(arrays->keys.size());
  arrays->stride = file->header.stride;
  arrays->owners.push_back(file->region);
  std::size_t next = 0;
  visit_sections(*arrays, [&]<class T>(std::span<const T>& array) {
    if (next >= file->sections.size()) return;
    const auto& section = file->sections[next++];
    array = {reinterpret_cast<const T*>(file->data() + section.offset), section.bytes / sizeof(T)};
  });
  return PropertyGraph(std::move(arrays));
}

Result<void> verify_snapshot(const fs::path& path) {
  const auto file = checked(path);
  if (!file) return tl::make_unexpected(file.error());
  for (const auto& section : file->sections)
    if (checksum_of(file->data() + section.offset, section.bytes) != section.checksum)
      return fail(ErrorKind::Malformed, path.string(), "a section of the snapshot is damaged");
  return {};
}

}  // namespace demarche::network
