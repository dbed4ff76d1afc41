// One connection to a graph file: opens it with care, keeps prepared statements, and turns what SQLite throws
// into Errors. Only the sources of this folder include it. One thread at a time.
// Tested by tests/graph/store/open_test.cpp.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/store/store.h"

namespace demarche {

// Thrown inside this folder where a stored value is none that we write; `Database::guarded` makes it
// Malformed.
class Damage : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// One run of a cached statement with its values bound; reset when it goes out of scope, so that it holds no
// lock. A statement's next run must begin after this one ended.
class Query {
 public:
  template <class... Values>
  explicit Query(SQLite::Statement& statement, const Values&... values) : statement_(statement) {
    int index = 0;
    (bind(++index, values), ...);
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { statement_.tryReset(); }

  // Goes to the next row; false behind the last.
  bool next() { return statement_.executeStep(); }

  // Runs a statement without rows and returns the number of rows that it changed.
  int run() { return statement_.exec(); }

  [[nodiscard]] bool is_null(int column) const { return statement_.isColumnNull(column); }
  [[nodiscard]] std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
  [[nodiscard]] double real(int column) const { return statement_.getColumn(column).getDouble(); }
  [[nodiscard]] std::string text(int column) const { return statement_.getColumn(column).getString(); }
  [[nodiscard]] std::optional<std::string> optional_text(int column) const {
    return is_null(column) ? std::nullopt : std::optional(text(column));
  }

 private:
  void bind(int index, std::int64_t value) { statement_.bind(index, value); }
  void bind(int index, double value) { statement_.bind(index, value); }
  void bind(int index, const std::string& value) { statement_.bind(index, value); }
  void bind(int index, std::string_view value) { statement_.bind(index, std::string(value)); }
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    value ? bind(index, *value) : statement_.bind(index);
  }

  SQLite::Statement& statement_;
};

class Database {
 public:
  // As `Store::open`.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file,
                                                              Access access);

  // A connection that is open already; `name` is for messages.
  Database(SQLite::Database connection, std::string name, Access access);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  [[nodiscard]] SQLite::Database& connection() { return connection_; }

  // The statement, prepared at its first use. REQUIRES: `sql` is a string literal
  [[nodiscard]] SQLite::Statement& prepared(std::string_view sql);

  template <class... Values>
  int run(std::string_view sql, const Values&... values) {
    return Query(prepared(sql), values...).run();
  }

  // Runs `body`, a function that returns a Result, and turns what is thrown in it into an Error.
  template <class Body>
  auto guarded(Body&& body) -> decltype(body()) {
    try {
      return body();
    } catch (const SQLite::Exception& exception) {
      return tl::make_unexpected(error_of(exception, name_));
    } catch (const Damage& damage) {
      return fail(ErrorKind::Malformed, name_, std::string("damaged: ") + damage.what());
    }
  }

  [[nodiscard]] static Error error_of(const SQLite::Exception& exception, const std::string& name);

 private:
  SQLite::Database connection_;
  std::string name_;
  Access access_;
  std::unordered_map<std::string_view, SQLite::Statement> statements_;
};

}  // namespace demarche
