// What can go wrong, as a value. Library code returns `Result<T>`; nothing of ours throws across a library's
// border, prints, or ends the program. The command line shows an Error as one line, `demarche: what: why`,
// and `next` after it.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace demarche {

enum class ErrorKind {
  Usage,        // the caller asked for something that cannot be meant
  NotFound,     // a file, document, actor or proposal that is not there
  Unreadable,   // it is there, but could not be read or written
  Malformed,    // it was read, but is not what it should be
  Unsupported,  // it is well formed, but we do not take it
  Ambiguous,    // a name that means several things
  Internal,     // a defect of ours
};

struct Error {
  ErrorKind kind = ErrorKind::Internal;
  std::string what;  // the thing at fault: a path, "file:line", a name; may be empty
  std::string why;   // the reason, a clause without a closing full stop
  std::string next;  // what to do about it; empty where there is no next step

  // "what: why" and, where there is one, "; next".
  [[nodiscard]] std::string message() const;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string what, std::string why,
                                                std::string next = {}) {
  return tl::make_unexpected(Error{kind, std::move(what), std::move(why), std::move(next)});
}

// For the caller who knows the place to fill `what`.
[[nodiscard]] inline tl::unexpected<Error> malformed(std::string why) {
  return fail(ErrorKind::Malformed, "", std::move(why));
}

}  // namespace demarche
