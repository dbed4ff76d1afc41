// From bytes to Documents: files, folders and standard input, in any of the formats we know.
// Tested by tests/ingest/read/*_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/model/document.h"
#include "graph/model/error.h"
#include "ingest/read/format.h"

namespace demarche {

struct ReadOptions {
  std::optional<Format> format;       // else by the file's ending, else by what it holds
  std::optional<Date> date;           // outranks what the document says
  std::optional<std::string> source;  // outranks what the document says
};

// What reading tells its caller, in the order of the input. An event that is not set is not told. In an
// Error, `what` is the path, "path:line" of JSON Lines, "path:n" of the n-th of a JSON array; for the path,
// "standard input" where it is that.
struct ReadEvents {
  std::function<void(Document&&)> document;   // with id and path; its text is not empty, UTF-8, English
  std::function<void(const Error&)> refused;  // one line of a file, or a whole file, that gave nothing
  std::function<void(const Error&)> remark;   // of a document that was read: it has no date
  std::function<void(std::uint64_t bytes)> progress;  // so many more bytes of the input are done with
  // A file of documents at "path#1" to at most "path#last" was read to its end; last is 0 where the whole
  // file is one document, at "path".
  std::function<void(const std::string& path, std::size_t last)> whole;
  std::function<bool()> stop;  // asked between documents; true ends the reading
};

struct Input {
  std::filesystem::path path;  // "-" for standard input
  std::uint64_t bytes = 0;     // 0 where not known
};

// The files below `paths` that look like documents, each once, in a fixed order: folders are walked
// recursively in the order of their names, without following links to folders; names that begin with a dot,
// and files whose ending tells of no format, are passed over. A file that is named itself is always taken;
// "-" stands for standard input. A path that is not there, a folder that cannot be opened or that holds no
// document is reported to `refused`.
[[nodiscard]] std::vector<Input> find_inputs(const std::vector<std::string>& paths,
                                             const std::function<void(const Error&)>& refused);

// Reads one input to its end, calling the events. Each bad file or line gives exactly one `refused`; the rest
// goes on. A document may have at most `largest_document` bytes (limits.h); JSON Lines are streamed, so that
// memory is bounded by the longest line and the file may have any size. The `progress` of one input adds up
// to its `bytes`, where they are known.
void read_input(const Input& input, const ReadOptions& options, const ReadEvents& events);

}  // namespace demarche
