// The formats that can be read, and how a file shows which one it has.
// Tested by tests/ingest/read/format_test.cpp over tests/cases/read/formats.jsonl.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

enum class Format { Text, Markdown, Html, Json, JsonLines, Docx, Pdf };

[[nodiscard]] std::string_view name(
    Format format);  // "text", "markdown", "html", "json", "jsonl", "docx", "pdf"
[[nodiscard]] std::optional<Format> format_named(std::string_view word);

// The format that the ending of the name tells of, whatever its case, and below ".gz"; nothing for any other
// ending.
[[nodiscard]] std::optional<Format> format_of_ending(const std::filesystem::path& path);

// The endings that tell of a format, for messages: ".txt .text .md …".
[[nodiscard]] std::string known_endings();

// The format of a file from its first bytes (inflated) and, where the name has one, the format of its ending.
// What a file holds outranks its name where the two cannot both be: a PDF called .txt, JSON Lines called
// .json.
[[nodiscard]] Format format_of(std::string_view head, std::optional<Format> ending);

}  // namespace demarche
