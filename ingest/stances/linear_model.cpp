// The file: a first line that names it, comments, "threshold", "bias" and the weights, and a last line that
// counts them; a file cut anywhere lacks that line or its end.
#include "ingest/stances/linear_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>

namespace demarche {
namespace {

constexpr int largest_weight = 100'000;

std::string kind_line(const ModelKind& kind) {
  return fmt::format("demarche {} model", kind.name);
}

std::string make_anew(const ModelKind& kind) {
  return fmt::format("make it anew with: {}", kind.made_by);
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Lines of "name<TAB>number" one after another, with the place for errors.
class ModelLines {
 public:
  ModelLines(std::string_view rest, const std::string& file, const ModelKind& kind)
      : rest_(rest), file_(file), kind_(kind) {}

  [[nodiscard]] tl::unexpected<Error> refuse(std::string why) const {
    return fail(ErrorKind::Malformed, fmt::format("{}:{}", file_, line_), std::move(why), make_anew(kind_));
  }

  // The next line without its end; an error where the file stops before the end of one.
  Result<std::string_view> next() {
    ++line_;
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return refuse("the file is cut short");
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }

  // As `next`, passing over comments, in its two parts.
  Result<std::pair<std::string_view, int>> next_number(int least, int most) {
    auto line = next();
    while (line && line->starts_with('#')) line = next();
    if (!line) return tl::make_unexpected(line.error());
    const std::size_t tab = line->find('\t');
    if (tab == std::string_view::npos || tab == 0) return refuse("not a name, a tab and a number");
    const auto number = whole_number(line->substr(tab + 1));
    if (!number) return refuse(fmt::format("'{}' is not a whole number", line->substr(tab + 1)));
    if (*number < least || *number > most)
      return refuse(fmt::format("{} is not between {} and {}", *number, least, most));
    return std::pair{line->substr(0, tab), *number};
  }

  Result<int> number_of(std::string_view name, int least, int most) {
    const auto read = next_number(least, most);
    if (!read) return tl::make_unexpected(read.error());
    if (read->first != name) return refuse(fmt::format("'{}' where '{}' should stand", read->first, name));
    return read->second;
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  const std::string& file_;
  const ModelKind& kind_;
  std::size_t line_ = 0;
};

Result<void> check_kind(ModelLines& lines, const ModelKind& kind) {
  const auto first = lines.next();
  const std::string expected = kind_line(kind);
  if (!first || !first->starts_with(expected)) return lines.refuse(fmt::format("not a {} model", kind.name));
  const std::string_view number = first->substr(expected.size());
  if (number != fmt::format(" {}", kind.version))
    return lines.refuse(fmt::format("written for features of version{}, this program reads version {}",
                                    number.empty() ? " unknown" : number, kind.version));
  return {};
}

}  // namespace

Result<LinearModel> LinearModel::load(const std::filesystem::path& data, const ModelKind& kind) {
  const std::filesystem::path file = data / fmt::format("{}.model", kind.name);
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorKind::NotFound, file.string(), "cannot be opened", make_anew(kind));
  const std::string contents(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return fail(ErrorKind::Unreadable, file.string(), "cannot be read");
  return parse(contents, file.string(), kind);
}

Result<LinearModel> LinearModel::parse(std::string_view contents, const std::string& file,
                                       const ModelKind& kind) {
  ModelLines lines(contents, file, kind);
  if (const auto read = check_kind(lines, kind); !read) return tl::make_unexpected(read.error());
  LinearModel model;
  const auto threshold = lines.number_of("threshold", 0, 99);
  if (!threshold) return tl::make_unexpected(threshold.error());
  model.threshold_ = *threshold;
  const auto bias = lines.number_of("bias", -largest_weight, largest_weight);
  if (!bias) return tl::make_unexpected(bias.error());
  model.bias_ = *bias;
  for (;;) {
    const auto weight = lines.next_number(-largest_weight, largest_weight);
    if (!weight) return tl::make_unexpected(weight.error());
    if (weight->first == "end") {
      if (static_cast<std::size_t>(std::max(weight->second, 0)) != model.weights_.size() || !lines.at_end())
        return lines.refuse("the last line does not count the weights before it");
      return model;
    }
    if (!model.weights_.emplace(weight->first, weight->second).second)
      return lines.refuse(fmt::format("'{}' stands twice", weight->first));
  }
}

int LinearModel::percent(const Features& features) const {
  int sum = bias_;
  for (const std::string& feature : features)
    if (const auto at = weights_.find(feature); at != weights_.end()) sum += at->second;
  const double probability = 1.0 / (1.0 + std::exp(-sum / 1000.0));
  return std::clamp(static_cast<int>(std::lround(probability * 100.0)), 1, 99);
}

std::string model_file(ModelText model, const ModelKind& kind) {
  std::sort(model.weights.begin(), model.weights.end());
  std::string out = fmt::format("{} {}\n", kind_line(kind), kind.version);
  for (const std::string& line : model.provenance) out += fmt::format("# {}\n", line);
  out += fmt::format("threshold\t{}\nbias\t{}\n", model.threshold, model.bias);
  for (const auto& [feature, weight] : model.weights) out += fmt::format("{}\t{}\n", feature, weight);
  return out + fmt::format("end\t{}\n", model.weights.size());
}

}  // namespace demarche
