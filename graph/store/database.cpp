// A reader opens the file for writing where it may, but sets query_only: so it can recover the write-ahead
// log of a writer that was killed, and removes the log when it is the last to close. On a read-only disk
// SQLite can use a log only with help of a shared-memory file that is there already; without a log the file
// is taken as immutable.
#include "graph/store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "graph/store/file_kind.h"
#include "graph/store/migrate.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

constexpr int busy_timeout_ms = 5000;

constexpr const char* reader_settings = "PRAGMA query_only = ON; SELECT generation FROM meta";

// A small document rewrites some twenty pages of 4 KiB. A checkpoint every 16,000 pages instead of every
// 1,000 writes most of them into the file once, not many times: it halves the time that a document takes.
constexpr const char* writer_settings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; "
    "PRAGMA wal_autocheckpoint = 16000; PRAGMA cache_size = -65536; SELECT generation FROM meta";

// "file:" URI with everything escaped that could mean something in one.
std::string immutable_uri(const fs::path& file) {
  std::string uri = "file:";
  for (const unsigned char byte : file.string()) {
    if (std::isalnum(byte) != 0 || byte == '/')
      uri += static_cast<char>(byte);
    else
      uri += fmt::format("%{:02X}", byte);
  }
  return uri + "?immutable=1";
}

bool has_log(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file.string() + "-wal", error);
  return !error && size > 0;
}

// Whether the file, and its folder for the log beside it, can be written; else the reason is in errno.
bool is_writable(const fs::path& file) {
  if (access(file.parent_path().c_str(), W_OK | X_OK) != 0) return false;
  return access(file.c_str(), W_OK) == 0 || errno == ENOENT;
}

SQLite::Database connect_to_read(const fs::path& file) {
  if (is_writable(file))
    return {file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, busy_timeout_ms};
  if (has_log(file)) return {file.string(), SQLite::OPEN_READONLY, busy_timeout_ms};
  return {immutable_uri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI, busy_timeout_ms};
}

Result<void> check_version(SQLite::Database& db, const std::string& name) {
  const int newest = static_cast<int>(graph_steps().size());
  const int version = schema_version(db);
  if (version > newest)
    return fail(ErrorKind::Unsupported, name, "written by a newer demarche", "update the program");
  if (version < newest)
    return fail(ErrorKind::Unsupported, name, "written by an older demarche",
                "load or ingest into it once to bring it up to date");
  return {};
}

// Reading one row makes SQLite look at the file: its size, its log, its tables.
Result<void> prepare_to_read(SQLite::Database& db, const std::string& name) {
  if (auto ok = check_version(db, name); !ok) return ok;
  db.exec(reader_settings);
  return {};
}

Result<void> prepare_to_write(SQLite::Database& db, const std::string& name) {
  migrate(db, graph_steps());
  if (auto ok = check_version(db, name); !ok) return ok;
  db.exec(writer_settings);
  return {};
}

const int writer_flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX;

// A new file is made beside its place and moved there when it is whole, so that a program killed at any
// moment leaves a graph file or none. Where another program was faster, its file stays.
void make_file(const fs::path& file) {
  const fs::path draft = file.string() + fmt::format(".new-{}", getpid());
  std::error_code error;
  try {
    SQLite::Database db(draft.string(), writer_flags, busy_timeout_ms);
    migrate(db, graph_steps());
  } catch (const SQLite::Exception&) {
    fs::remove(draft, error);
    throw;
  }
  fs::create_hard_link(draft, file, error);
  if (error && error != std::errc::file_exists)
    fs::rename(draft, file, error);  // a disk without hard links
  else
    fs::remove(draft, error);
}

Result<void> check_kind(const fs::path& file, FileKind kind, Access access) {
  if (access == Access::Write) {
    if (is_writable(file)) return {};
    return fail(ErrorKind::Unreadable, file.string(),
                fmt::format("cannot be written: {}", std::strerror(errno)));
  }
  if (kind == FileKind::Missing)
    return fail(ErrorKind::NotFound, file.string(), "no such graph file",
                "`demarche ingest` or `load` makes one");
  if (kind == FileKind::Empty)
    return fail(ErrorKind::Malformed, file.string(), "empty, not a graph file",
                "`demarche ingest` or `load` fills it");
  return {};
}

Error cannot_open(const SQLite::Exception& exception, const fs::path& file) {
  if (!is_writable(file) && has_log(file))
    return {ErrorKind::Unreadable, file.string(), "its write-ahead log cannot be read here",
            "open it once where it can be written, then copy it"};
  return Database::error_of(exception, file.string());
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const fs::path& file, Access access) {
  const auto kind = file_kind(file);
  if (!kind) return tl::make_unexpected(kind.error());
  std::error_code error;
  const auto real =
      fs::weakly_canonical(fs::absolute(file, error), error);  // a leading "file:" would be a URI
  if (error) return fail(ErrorKind::Unreadable, file.string(), error.message());
  if (auto ok = check_kind(real, *kind, access); !ok) {
    ok.error().what = file.string();
    return tl::make_unexpected(ok.error());
  }

  try {
    if (*kind == FileKind::Missing) make_file(real);
    auto db = access == Access::Read ? connect_to_read(real)
                                     : SQLite::Database(real.string(), writer_flags, busy_timeout_ms);
    db.exec("PRAGMA cell_size_check = ON");
    const auto ok =
        access == Access::Read ? prepare_to_read(db, file.string()) : prepare_to_write(db, file.string());
    if (!ok) return tl::make_unexpected(ok.error());
    return std::make_unique<Database>(std::move(db), file.string(), access);
  } catch (const SQLite::Exception& exception) {
    auto failure = cannot_open(exception, real);
    failure.what = file.string();
    return tl::make_unexpected(std::move(failure));
  }
}

Database::Database(SQLite::Database connection, std::string name, Access access)
    : connection_(std::move(connection)), name_(std::move(name)), access_(access) {}

// The last connection to close checkpoints and removes the log by itself; the checkpoint here empties it
// where a reader stays. It must not wait for one.
Database::~Database() {
  statements_.clear();
  if (access_ == Access::Read) return;
  sqlite3_busy_timeout(connection_.getHandle(), 0);
  connection_.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
}

SQLite::Statement& Database::prepared(std::string_view sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return known->second;
  return statements_.emplace(sql, SQLite::Statement(connection_, std::string(sql))).first->second;
}

Error Database::error_of(const SQLite::Exception& exception, const std::string& name) {
  const auto because = [&](ErrorKind kind, std::string_view why, std::string next = "") {
    return Error{kind, name, fmt::format("{}: {}", why, exception.what()), std::move(next)};
  };
  switch (exception.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::Unreadable, name, "another program is writing to it", "try again when it is done"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return because(ErrorKind::Unreadable, "cannot be written");
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      return because(ErrorKind::Unreadable, "cannot be opened");
    case SQLITE_FULL:
      return because(ErrorKind::Unreadable, "cannot be written", "make room on the disk");
    case SQLITE_IOERR:
      return because(ErrorKind::Unreadable, "cannot be read or written");
    case SQLITE_ERROR:  // a table that is not there
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return because(ErrorKind::Malformed, "damaged");
    case SQLITE_TOOBIG:
      return because(ErrorKind::Unsupported, "too large to be kept");
    case SQLITE_CONSTRAINT:
      return because(ErrorKind::Malformed, "cannot be kept");
    default:
      return because(ErrorKind::Internal, "SQLite");
  }
}

}  // namespace demarche
