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

namespace demarche {

enum class Format { Text, Markdown, Html, Json, JsonLines, Docx, Pdf };

[[nodiscard]] std::string_view name(Format format);  // "text", "markdown", "html", "json", "jsonl", "docx", "pdf"
[[nodiscard]] std::optional<Format> format_named(std::string_view word);

struct ReadOptions {
  std::optional<Format> format;       // else by the file's ending, else by what it holds
  std::optional<Date> date;           // outranks what the document says
  std::optional<std::string> source;  // outranks what the document says
};

// What reading tells its caller, in the order of the input.
struct ReadEvents {
  std::function<void(Document&&)> document;  // with id and path; its text is not empty, UTF-8, English
  std::function<void(const Error&)> refused; // one line of a file, or a whole file, that gave nothing
  std::function<void(const Error&)> remark;  // something to know about a document that was read: it has no date
  std::function<void(std::uint64_t bytes)> progress;  // so many more bytes of the input are done with
  std::function<bool()> stop;                // asked between documents; true ends the reading
};

// The files below `paths` that look like documents, in a fixed order: folders are walked recursively, names that begin
// with a dot are passed over; "-" stands for standard input. A path that is not there is reported to `refused`.
struct Input {
  std::filesystem::path path;  // "-" for standard input
  std::uint64_t bytes = 0;     // 0 where not known
};
[[nodiscard]] std::vector<Input> find_inputs(const std::vector<std::string>& paths,
                                             const std::function<void(const Error&)>& refused);

// Reads one input to its end, calling the events. Each bad file or line gives exactly one `refused`; the rest goes on.
// Memory is bounded by the largest document, not by the file, for JSON Lines.
void read_input(const Input& input, const ReadOptions& options, const ReadEvents& events);

}  // namespace demarche
