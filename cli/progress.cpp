#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t bar_width = 20;
constexpr auto between_drawings = std::chrono::milliseconds(100);

std::string grouped(std::size_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (at > 0 && (digits.size() - at) % 3 == 0) text += ',';
    text += digits[at];
  }
  return text;
}

std::string clock_time(double seconds) {
  const auto whole = static_cast<long long>(seconds + 0.5);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

double done(const ProgressState& state) {
  return std::min(1.0, static_cast<double>(state.bytes_done) / static_cast<double>(state.bytes_total));
}

std::string bar(double part) {
  const auto filled = static_cast<std::size_t>(part * bar_width);
  return fmt::format("[{}{}] {:3.0f}%", std::string(filled, '='), std::string(bar_width - filled, ' '),
                     part * 100);
}

}  // namespace

std::string progress_line(const ProgressState& state, std::size_t width) {
  const double seconds = std::max(state.elapsed.count(), 1e-3);
  const auto rate = static_cast<std::size_t>(static_cast<double>(state.documents) / seconds);
  std::vector<std::string> parts{
      fmt::format("{} document{}", grouped(state.documents), state.documents == 1 ? "" : "s"),
      grouped(rate) + "/s"};
  if (state.bytes_total > 0) parts.insert(parts.begin(), bar(done(state)));
  if (state.bytes_total > 0 && done(state) > 0)
    parts.push_back(clock_time(seconds / done(state) - seconds) + " left");
  if (!state.current.empty()) parts.push_back(printable(state.current));

  std::string line;
  for (const std::string& part : parts) {
    const std::string gap = line.empty() ? "" : "  ";
    if (display_width(line + gap + part) <= width) line += gap + part;
  }
  return line;
}

ProgressBar::ProgressBar(Messages& messages, std::uint64_t bytes_total) : messages_(messages) {
  state_.bytes_total = bytes_total;
}

void ProgressBar::open(std::string file) {
  state_.current = std::move(file);
  draw();
}

void ProgressBar::add_bytes(std::uint64_t bytes) {
  state_.bytes_done += bytes;
  draw();
}

void ProgressBar::add_document() {
  ++state_.documents;
  draw();
}

void ProgressBar::draw() {
  if (!messages_.terminal().interactive) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - drawn_ < between_drawings) return;
  drawn_ = now;
  state_.elapsed = now - begun_;
  messages_.draw(progress_line(state_, messages_.terminal().width - 1));
}

}  // namespace demarche
