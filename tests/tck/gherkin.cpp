// Line by line. What the kit never uses (Rule, tags with a meaning) is left out.
#include "tests/tck/gherkin.h"

#include <array>
#include <optional>

namespace demarche::tck {
namespace {

std::string_view trimmed(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  return first == std::string_view::npos ? std::string_view()
                                         : line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

std::optional<std::string_view> after(std::string_view line, std::string_view keyword) {
  return line.starts_with(keyword) ? std::optional(trimmed(line.substr(keyword.size()))) : std::nullopt;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const char next = i + 1 < line.size() ? line[i + 1] : '\0';
    if (line[i] == '\\' && (next == '|' || next == '\\' || next == 'n')) {
      cell += next == 'n' ? '\n' : next;
      ++i;
    } else if (line[i] == '|') {
      cells.emplace_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

std::string filled(std::string text, const std::vector<std::string>& names,
                   const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) {
    const std::string place = "<" + names[i] + ">";
    for (std::size_t at = 0; (at = text.find(place, at)) != std::string::npos; at += values[i].size())
      text.replace(at, place.size(), values[i]);
  }
  return text;
}

Scenario filled(const Scenario& outline, const std::vector<std::string>& names,
                const std::vector<std::string>& values) {
  Scenario scenario = outline;
  for (Step& step : scenario.steps) {
    step.text = filled(step.text, names, values);
    step.words = filled(step.words, names, values);
    for (auto& row : step.table) {
      for (std::string& cell : row) cell = filled(cell, names, values);
    }
  }
  return scenario;
}

enum class Part { Head, Background, Scenario };

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Feature run() {
    while (!text_.empty()) line(next_line());
    end_part();
    return std::move(feature_);
  }

 private:
  std::string_view next_line() {
    const std::size_t end = text_.find('\n');
    const std::string_view line = text_.substr(0, end);
    text_.remove_prefix(end == std::string_view::npos ? text_.size() : end + 1);
    return line;
  }

  void line(std::string_view raw) {
    const std::string_view line = trimmed(raw);
    if (line.empty() || line[0] == '#' || line[0] == '@') return;
    if (line.starts_with("\"\"\"")) return words(raw.find('"'));
    if (line[0] == '|') return row(cells_of(line));
    if (const auto name = after(line, "Feature:"))
      feature_.name = *name;
    else if (after(line, "Background:"))
      begin(Part::Background);
    else if (const auto outline = after(line, "Scenario Outline:"))
      begin(Part::Scenario), scenario_.name = *outline;
    else if (const auto scenario = after(line, "Scenario:"))
      begin(Part::Scenario), scenario_.name = *scenario;
    else if (after(line, "Examples:"))
      in_examples_ = true, names_.clear();
    else if (part_ != Part::Head)  // where lines describe the feature
      step(line);
  }

  void words(std::size_t indent) {
    std::string words;
    while (!text_.empty()) {
      const std::string_view line = next_line();
      if (trimmed(line).starts_with("\"\"\"")) break;
      const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
      words += (words.empty() ? "" : "\n") + std::string(line.substr(std::min(first, indent)));
    }
    if (!scenario_.steps.empty()) scenario_.steps.back().words = std::move(words);
  }

  void row(std::vector<std::string> cells) {
    if (in_examples_ && names_.empty())
      names_ = std::move(cells);
    else if (in_examples_)
      examples_.emplace_back(names_, std::move(cells));
    else if (!scenario_.steps.empty())
      scenario_.steps.back().table.push_back(std::move(cells));
  }

  void step(std::string_view line) {
    static constexpr std::array<std::string_view, 5> keywords{"Given ", "When ", "Then ", "And ", "But "};
    for (const std::string_view keyword : keywords) {
      if (const auto text = after(line, keyword)) line = *text;
    }
    in_examples_ = false;
    scenario_.steps.push_back({std::string(line), {}, {}});
  }

  void begin(Part part) {
    end_part();
    part_ = part;
    if (part == Part::Scenario) scenario_.steps = background_;
  }

  void end_part() {
    if (part_ == Part::Background) background_ = scenario_.steps;
    if (part_ == Part::Scenario && examples_.empty()) feature_.scenarios.push_back(scenario_);
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      feature_.scenarios.push_back(filled(scenario_, examples_[i].first, examples_[i].second));
      feature_.scenarios.back().name += ", example " + std::to_string(i + 1);
    }
    scenario_ = {};
    examples_.clear();
    in_examples_ = false;
  }

  std::string_view text_;
  Feature feature_;
  Part part_ = Part::Head;
  Scenario scenario_;
  std::vector<Step> background_;  // the first steps of every scenario
  bool in_examples_ = false;
  std::vector<std::string> names_;
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> examples_;
};

}  // namespace

Feature read_feature(std::string_view text) {
  return Reader(text).run();
}

}  // namespace demarche::tck
