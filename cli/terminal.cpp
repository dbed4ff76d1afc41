#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t narrowest = 40;  // below this a table cannot be read anyway
constexpr std::size_t widest = 400;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::size_t width_of(std::FILE* file, std::size_t otherwise) {
  const std::string_view columns = environment("COLUMNS");
  std::size_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size{};
  if (width == 0 && ioctl(fileno(file), TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? otherwise : std::clamp(width, narrowest, widest);
}

bool may_color(bool interactive, ColorChoice choice) {
  if (choice != ColorChoice::Auto) return choice == ColorChoice::Always;
  return interactive && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

const char* code(TextStyle style) {
  switch (style) {
    case TextStyle::Plain:
      return "";
    case TextStyle::Bold:
      return "\x1b[1m";
    case TextStyle::Dim:
      return "\x1b[2m";
    case TextStyle::Red:
      return "\x1b[31m";
    case TextStyle::Green:
      return "\x1b[32m";
    case TextStyle::Yellow:
      return "\x1b[33m";
    case TextStyle::Blue:
      return "\x1b[34m";
  }
  return "";
}

std::size_t first_code_point(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end;
}

// The bytes of the first character of `text`, with the combining marks that follow it.
std::size_t first_character(std::string_view text) {
  std::size_t end = first_code_point(text);
  while (end < text.size()) {
    const std::size_t next = first_code_point(text.substr(end));
    if (display_width(text.substr(end, next)) > 0) break;
    end += next;
  }
  return end;
}

// The bytes of `text` that fit `width` columns, at least one character.
std::size_t fitting(std::string_view text, std::size_t width) {
  std::size_t end = 0, used = 0;
  while (end < text.size()) {
    const std::size_t length = first_character(text.substr(end));
    used += display_width(text.substr(end, length));
    if (used > width && end > 0) break;
    end += length;
  }
  return end;
}

}  // namespace

Terminal Terminal::behind(std::FILE* file, ColorChoice choice) {
  Terminal terminal;
  terminal.interactive = isatty(fileno(file)) != 0;
  terminal.width = width_of(file, terminal.width);
  terminal.colored = may_color(terminal.interactive, choice);
  return terminal;
}

std::string styled(std::string_view text, TextStyle style, const Terminal& terminal) {
  if (!terminal.colored || style == TextStyle::Plain) return std::string(text);
  return code(style) + std::string(text) + "\x1b[0m";
}

std::string printable(std::string_view text) {
  std::string line = collapse_spaces(text);
  std::string clean;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto byte = static_cast<unsigned char>(line[at]);
    const bool c1 = byte == 0xC2 && at + 1 < line.size() && static_cast<unsigned char>(line[at + 1]) < 0xA0;
    if (byte >= 0x20 && byte != 0x7F && !c1) {
      clean += line[at];
      continue;
    }
    clean += "\uFFFD";
    at += c1 ? 1 : 0;
  }
  return clean;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text = space == std::string_view::npos ? "" : text.substr(space + 1);
    const std::size_t word_width = display_width(word);
    if (used > 0 && used + 1 + word_width > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ', ++used;
    while (display_width(word) > width) {
      const std::size_t end = fitting(word, width);
      lines.back() += word.substr(0, end);
      lines.emplace_back();
      word.remove_prefix(end);
    }
    lines.back() += word;
    used += display_width(word);
  }
  return lines;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

}  // namespace demarche
