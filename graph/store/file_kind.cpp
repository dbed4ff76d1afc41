#include "graph/store/file_kind.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/store/migrate.h"

namespace demarche {
namespace {

// SQLite's file format: "SQLite format 3" with its closing zero, and the application id, big-endian.
constexpr std::string_view magic("SQLite format 3", 16);
constexpr std::size_t application_id_offset = 68;
constexpr std::size_t header_size = 100;

std::uint32_t big_endian(const char* bytes) {
  std::uint32_t number = 0;
  for (int i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

// The first bytes of a file, as many as there are; nothing where it cannot be read, with the reason in errno.
// Read through SQLite's own file layer: a descriptor of ours would, when it closes, drop the locks by which a
// connection of this same process keeps others from removing the write-ahead log
// (sqlite.org/howtocorrupt.html, 2.2).
std::optional<std::string> first_bytes(const std::filesystem::path& file, std::size_t count) {
  sqlite3_vfs* files = sqlite3_vfs_find(nullptr);
  const std::unique_ptr<char[]> memory(new char[static_cast<std::size_t>(files->szOsFile)]());
  auto* opened = reinterpret_cast<sqlite3_file*>(memory.get());
  // The layer wants a name that ends in two zeros more.
  const std::string name = std::filesystem::absolute(file).string() + std::string(3, '\0');
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
  if (files->xOpen(files, name.c_str(), opened, flags, nullptr) != SQLITE_OK) return std::nullopt;

  std::string bytes(count, '\0');
  sqlite3_int64 size = 0;
  int status = opened->pMethods->xFileSize(opened, &size);
  if (status == SQLITE_OK) status = opened->pMethods->xRead(opened, bytes.data(), static_cast<int>(count), 0);
  opened->pMethods->xClose(opened);
  if (status != SQLITE_OK && status != SQLITE_IOERR_SHORT_READ) return std::nullopt;
  bytes.resize(std::min(count, static_cast<std::size_t>(size)));
  return bytes;
}

Result<FileKind> kind_by_header(const std::filesystem::path& file) {
  const auto header = first_bytes(file, header_size);
  if (!header) return fail(ErrorKind::Unreadable, file.string(), std::strerror(errno));
  const std::size_t size = header->size();
  if (size == 0) return FileKind::Empty;
  if (std::string_view(*header).substr(0, magic.size()) != magic)
    return fail(ErrorKind::Malformed, file.string(), "not a graph file");
  if (size < header_size) return fail(ErrorKind::Malformed, file.string(), "damaged: cut short");
  if (big_endian(header->data() + application_id_offset) != std::uint32_t{graph_application_id})
    return fail(ErrorKind::Malformed, file.string(), "an SQLite file of another program, not a graph file");
  return FileKind::Graph;
}

}  // namespace

Result<FileKind> file_kind(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  switch (status.type()) {
    case std::filesystem::file_type::not_found:
      return FileKind::Missing;
    case std::filesystem::file_type::regular:
      return kind_by_header(file);
    case std::filesystem::file_type::directory:
      return fail(ErrorKind::Unreadable, file.string(), "a folder, not a file");
    case std::filesystem::file_type::none:
      return fail(ErrorKind::Unreadable, file.string(), error.message());
    default:
      return fail(ErrorKind::Unreadable, file.string(), "not a regular file");
  }
}

}  // namespace demarche
