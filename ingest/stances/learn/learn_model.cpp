#include "ingest/stances/learn/learn_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "ingest/stances/learn/logistic.h"

namespace demarche {
namespace {

// A candidate with the score of its likeliest look, by a model that has not seen it.
struct Judged {
  const Candidate* candidate = nullptr;
  double score = 0.0;
};

using Vocabulary = std::map<std::string, std::size_t>;

// The features that enough candidates have.
Vocabulary vocabulary_of(const std::vector<Candidate>& candidates, std::size_t least) {
  std::map<std::string, std::size_t> counts;
  for (const Candidate& candidate : candidates) {
    std::vector<std::string> seen;
    for (const Features& look : candidate.looks) seen.insert(seen.end(), look.begin(), look.end());
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const std::string& feature : seen) ++counts[feature];
  }
  Vocabulary vocabulary;
  for (const auto& [feature, count] : counts)
    if (count >= least) vocabulary.emplace(feature, vocabulary.size());
  return vocabulary;
}

std::vector<std::size_t> numbers_of(const Features& look, const Vocabulary& vocabulary) {
  std::vector<std::size_t> numbers;
  for (const std::string& feature : look)
    if (const auto at = vocabulary.find(feature); at != vocabulary.end()) numbers.push_back(at->second);
  return numbers;
}

// One a look; those of one candidate weigh as one together.
std::vector<Example> examples_of(const std::vector<const Candidate*>& candidates,
                                 const Vocabulary& vocabulary) {
  std::vector<Example> examples;
  for (const Candidate* candidate : candidates)
    for (const Features& look : candidate->looks)
      examples.push_back({numbers_of(look, vocabulary), candidate->right,
                          1.0 / static_cast<double>(candidate->looks.size())});
  return examples;
}

double best_score(const Candidate& candidate, const LogisticWeights& weights, const Vocabulary& vocabulary) {
  double best = weights.score(numbers_of(candidate.looks.front(), vocabulary));
  for (const Features& look : candidate.looks)
    best = std::max(best, weights.score(numbers_of(look, vocabulary)));
  return best;
}

// Judges each by a model of the documents of the other folds.
std::vector<Judged> held_out(const std::vector<Candidate>& candidates, const Vocabulary& vocabulary,
                             double strength, std::size_t folds) {
  std::vector<Judged> judged;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Candidate*> others;
    for (const Candidate& candidate : candidates)
      if (candidate.document % folds != fold) others.push_back(&candidate);
    const auto weights = fit_logistic(examples_of(others, vocabulary), vocabulary.size(), strength);
    for (const Candidate& candidate : candidates)
      if (candidate.document % folds == fold)
        judged.push_back({&candidate, best_score(candidate, weights, vocabulary)});
  }
  return judged;
}

std::vector<Scored> scored(const std::vector<Judged>& judged) {
  std::vector<Scored> out;
  for (const Judged& one : judged) out.push_back({one.score, one.candidate->right});
  return out;
}

double loss_of(const std::vector<Judged>& judged, const CalibrationLine& line) {
  double loss = 0.0;
  for (const Judged& one : judged) {
    const double right = logistic(line.slope * one.score + line.offset);
    loss -= std::log(std::max(one.candidate->right ? right : 1.0 - right, 1e-9));
  }
  return loss / static_cast<double>(std::max<std::size_t>(judged.size(), 1));
}

int percent_of(const Judged& judged, const CalibrationLine& line) {
  return std::clamp(static_cast<int>(std::lround(logistic(line.slope * judged.score + line.offset) * 100.0)),
                    1, 99);
}

// What is left at a threshold.
struct Kept {
  std::size_t right = 0, wrong = 0;

  void count(const Judged& one) { one.candidate->right ? ++right : ++wrong; }
  [[nodiscard]] double precision() const {
    return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(right + wrong, 1));
  }
  [[nodiscard]] double f1(std::size_t gold) const {
    return 2.0 * static_cast<double>(right) /
           static_cast<double>(std::max<std::size_t>(right + wrong + gold, 1));
  }
};

Kept kept_at(int threshold, const std::vector<Judged>& judged, const CalibrationLine& line) {
  Kept kept;
  for (const Judged& one : judged)
    if (percent_of(one, line) >= threshold) kept.count(one);
  return kept;
}

// The one of most F1, the least of equals.
int best_threshold(const std::vector<Judged>& judged, const CalibrationLine& line, std::size_t gold) {
  int best = 0;
  for (int threshold = 1; threshold < 100; ++threshold)
    if (kept_at(threshold, judged, line).f1(gold) > kept_at(best, judged, line).f1(gold)) best = threshold;
  return best;
}

std::string thresholds_table(const std::vector<Judged>& judged, const CalibrationLine& line,
                             std::size_t gold) {
  std::string out = "threshold  right  wrong  precision  recall     F1\n";
  for (int threshold = 0; threshold <= 90; threshold += 5) {
    const Kept kept = kept_at(threshold, judged, line);
    out += fmt::format(
        "{:9}  {:5}  {:5}  {:9.3f}  {:6.3f}  {:5.3f}\n", threshold, kept.right, kept.wrong, kept.precision(),
        static_cast<double>(kept.right) / static_cast<double>(std::max<std::size_t>(gold, 1)), kept.f1(gold));
  }
  return out;
}

std::string reliability_table(const std::vector<Judged>& judged, const CalibrationLine& line) {
  std::string out = "confidence  right  wrong  share\n";
  constexpr int bounds[] = {100, 95, 90, 80, 70, 60, 50, 40, 30, 20, 0};
  for (std::size_t i = 0; i + 1 < std::size(bounds); ++i) {
    Kept kept;
    for (const Judged& one : judged)
      if (const int percent = percent_of(one, line); percent < bounds[i] && percent >= bounds[i + 1])
        kept.count(one);
    out += fmt::format("{:4}-{:<4}  {:6}  {:5}  {:5.2f}\n", bounds[i + 1], bounds[i] - 1, kept.right,
                       kept.wrong, kept.precision());
  }
  return out;
}

// The model itself: the weights of all documents, its scores drawn to the line.
std::string file_of(const LogisticWeights& weights, const CalibrationLine& line, const Vocabulary& vocabulary,
                    int threshold, const Learning& learning) {
  const auto thousandths = [](double weight) { return static_cast<int>(std::lround(weight * 1000.0)); };
  ModelText text{learning.provenance, threshold, thousandths(line.slope * weights.bias + line.offset), {}};
  for (const auto& [feature, number] : vocabulary)
    if (const int weight = thousandths(line.slope * weights.features[number]); weight != 0)
      text.weights.emplace_back(feature, weight);
  return model_file(std::move(text), learning.kind);
}

}  // namespace

Result<Learnt> learn_model(const Candidates& to_learn, const Candidates& to_choose,
                           const Learning& learning) {
  const auto right = std::count_if(to_learn.all.begin(), to_learn.all.end(),
                                   [](const Candidate& candidate) { return candidate.right; });
  if (right == 0 || right == static_cast<std::ptrdiff_t>(to_learn.all.size()))
    return fail(ErrorKind::Unsupported, "the annotated documents",
                "the rules find nothing right or nothing wrong in them, so there is nothing to learn");
  const Vocabulary vocabulary = vocabulary_of(to_learn.all, learning.least);
  std::string report =
      fmt::format("documents {}, candidates {}, right {}, gold {}, features {}\n", to_learn.documents,
                  to_learn.all.size(), right, to_learn.gold, vocabulary.size());
  std::vector<Judged> judged;
  double strength = 0.0, least_loss = 0.0;
  for (const double tried : learning.strengths) {
    auto trial = held_out(to_learn.all, vocabulary, tried, learning.folds);
    const double loss = loss_of(trial, fit_line(scored(trial)));
    report += fmt::format("strength {}: held-out loss {:.4f}\n", tried, loss);
    if (!judged.empty() && loss >= least_loss) continue;
    judged = std::move(trial);
    strength = tried;
    least_loss = loss;
  }
  std::vector<const Candidate*> all;
  for (const Candidate& candidate : to_learn.all) all.push_back(&candidate);
  const auto weights = fit_logistic(examples_of(all, vocabulary), vocabulary.size(), strength);
  for (const Candidate& candidate : to_choose.all)
    judged.push_back({&candidate, best_score(candidate, weights, vocabulary)});
  const CalibrationLine line = fit_line(scored(judged));
  const std::size_t gold = to_learn.gold + to_choose.gold;
  const int threshold = best_threshold(judged, line, gold);
  report += fmt::format("chosen: strength {}, threshold {}, slope {:.3f}, offset {:.3f}\n\n", strength,
                        threshold, line.slope, line.offset);
  report += reliability_table(judged, line) + "\n" + thresholds_table(judged, line, gold);
  return Learnt{file_of(weights, line, vocabulary, threshold, learning), report};
}

}  // namespace demarche
