// Nulls are left out by all aggregates but count(*). Sums of integers are exact until they overflow; the
// variance is Welford's.
#include "graph/cypher/aggregate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_set>

#include "graph/cypher/arithmetic.h"
#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

class Count : public Aggregate {
 public:
  [[nodiscard]] Value result() const override { return count_; }
  void join(const Aggregate& later) override { count_ += *later.result().integer(); }

 protected:
  std::int64_t count_ = 0;
};

class CountRows : public Count {
 public:
  void add(const Value&, const Value&, std::int64_t times) override { count_ += times; }
};

class CountValues : public Count {
 public:
  void add(const Value& value, const Value&, std::int64_t times) override {
    count_ += value.is_null() ? 0 : times;
  }
};

void require_summable(const Value& value, const char* name) {
  if (value.is_number() || value.duration()) return;
  fail_runtime(FailureType::TypeError, "InvalidArgumentValue",
               fmt::format("{}() does not take a {}", name, type_name(value)));
}

class Sum : public Aggregate {
 public:
  void add(const Value& value, const Value&, std::int64_t times) override {
    if (value.is_null()) return;
    require_summable(value, "sum");
    const Value part = times == 1 ? value : multiply(value, Value(times));
    sum_ = empty_ ? part : cypher::add(sum_, part);
    empty_ = false;
  }
  [[nodiscard]] Value result() const override { return sum_; }

 private:
  Value sum_ = std::int64_t{0};
  bool empty_ = true;
};

class Average : public Aggregate {
 public:
  void add(const Value& value, const Value&, std::int64_t times) override {
    if (value.is_null()) return;
    require_summable(value, "avg");
    const Value real = value.duration() ? value : Value(value.as_double());
    sum_ = count_ == 0 ? multiply(real, Value(times)) : cypher::add(sum_, multiply(real, Value(times)));
    count_ += times;
  }
  [[nodiscard]] Value result() const override {
    return count_ == 0 ? Value() : divide(sum_, Value(static_cast<double>(count_)));
  }

 private:
  Value sum_;
  std::int64_t count_ = 0;
};

class Extreme : public Aggregate {
 public:
  explicit Extreme(int wanted) : wanted_(wanted) {}
  void add(const Value& value, const Value&, std::int64_t) override {
    if (!value.is_null() && (best_.is_null() || order(value, best_) == wanted_)) best_ = value;
  }
  [[nodiscard]] Value result() const override { return best_; }

 private:
  int wanted_;  // how a better value is ordered to the best so far
  Value best_;
};

class Collect : public Aggregate {
 public:
  void add(const Value& value, const Value&, std::int64_t times) override {
    if (value.is_null()) return;
    list_.insert(list_.end(), static_cast<std::size_t>(times), value);
    bytes_ += static_cast<std::size_t>(times) * (sizeof(Value) + bytes_of(value));
  }
  [[nodiscard]] Value result() const override { return list_; }
  [[nodiscard]] std::size_t bytes() const override { return bytes_; }

 private:
  List list_;
  std::size_t bytes_ = 0;
};

enum class Of { Sample, Population };

class Deviation : public Aggregate {
 public:
  explicit Deviation(Of of) : of_(of) {}
  void add(const Value& value, const Value&, std::int64_t times) override {
    if (value.is_null()) return;
    if (!value.is_number()) require_summable(Value(true), "stDev");
    for (std::int64_t i = 0; i < times; ++i) {
      const double difference = value.as_double() - mean_;
      mean_ += difference / static_cast<double>(++count_);
      squares_ += difference * (value.as_double() - mean_);
    }
  }
  [[nodiscard]] Value result() const override {
    const std::int64_t divisor = of_ == Of::Sample ? count_ - 1 : count_;
    return divisor < 1 ? 0.0 : std::sqrt(squares_ / static_cast<double>(divisor));
  }

 private:
  Of of_;
  std::int64_t count_ = 0;
  double mean_ = 0, squares_ = 0;
};

enum class Between { Interpolate, Nearest };

class Percentile : public Aggregate {
 public:
  explicit Percentile(Between between) : between_(between) {}

  void add(const Value& value, const Value& extra, std::int64_t times) override {
    if (!extra.is_number() || !(extra.as_double() >= 0 && extra.as_double() <= 1)) {
      fail_runtime(FailureType::ArgumentError, "NumberOutOfRange", "a percentile must be from 0.0 to 1.0");
    }
    at_ = extra.as_double();
    if (value.is_null()) return;
    if (!value.is_number()) require_summable(Value(true), "percentile");
    values_.insert(values_.end(), static_cast<std::size_t>(times), value);
  }

  [[nodiscard]] Value result() const override {
    if (values_.empty()) return {};
    List sorted = values_;
    std::sort(sorted.begin(), sorted.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
    const double last = static_cast<double>(sorted.size() - 1);
    if (between_ == Between::Nearest) {
      const auto rank = static_cast<std::size_t>(std::ceil(at_ * static_cast<double>(sorted.size())));
      return sorted[rank == 0 ? 0 : rank - 1];
    }
    const double place = at_ * last, below = std::floor(place);
    const double low = sorted[static_cast<std::size_t>(below)].as_double(),
                 high = sorted[static_cast<std::size_t>(std::ceil(place))].as_double();
    return low + (high - low) * (place - below);
  }
  [[nodiscard]] std::size_t bytes() const override { return values_.size() * sizeof(Value); }

 private:
  Between between_;
  double at_ = 0;
  List values_;
};

// Feeds each value once.
class Distinct : public Aggregate {
 public:
  explicit Distinct(std::unique_ptr<Aggregate> inner) : inner_(std::move(inner)) {}
  void add(const Value& value, const Value& extra, std::int64_t) override {
    if (value.is_null() || !seen_.insert(value).second) return;
    bytes_ += 2 * sizeof(Value) + bytes_of(value);
    inner_->add(value, extra, 1);
  }
  [[nodiscard]] Value result() const override { return inner_->result(); }
  [[nodiscard]] std::size_t bytes() const override { return bytes_ + inner_->bytes(); }

 private:
  std::unique_ptr<Aggregate> inner_;
  std::unordered_set<Value, ValueHash, ValueEquivalent> seen_;
  std::size_t bytes_ = 0;
};

struct Kind {
  std::string_view name;  // in lower case
  std::size_t arguments;
  Types gives;
  std::unique_ptr<Aggregate> (*make)();
  bool joins = false;
};

const Kind kinds[] = {
    {"count", 1, types::integer,
     []() -> std::unique_ptr<Aggregate> { return std::make_unique<CountValues>(); }, true},
    {"sum", 1, types::number | types::duration,
     []() -> std::unique_ptr<Aggregate> { return std::make_unique<Sum>(); }},
    {"avg", 1, types::real | types::duration,
     []() -> std::unique_ptr<Aggregate> { return std::make_unique<Average>(); }},
    {"min", 1, types::any,
     []() -> std::unique_ptr<Aggregate> { return std::make_unique<Extreme>(-1); }, true},
    {"max", 1, types::any,
     []() -> std::unique_ptr<Aggregate> { return std::make_unique<Extreme>(1); }, true},
    {"collect", 1, types::list, []() -> std::unique_ptr<Aggregate> { return std::make_unique<Collect>(); }},
    {"stdev", 1, types::real,
     []() -> std::unique_ptr<Aggregate> { return std::make_unique<Deviation>(Of::Sample); }},
    {"stdevp", 1, types::real,
     []() -> std::unique_ptr<Aggregate> { return std::make_unique<Deviation>(Of::Population); }},
    {"percentilecont", 2, types::real,
     []() -> std::unique_ptr<Aggregate> { return std::make_unique<Percentile>(Between::Interpolate); }},
    {"percentiledisc", 2, types::number,
     []() -> std::unique_ptr<Aggregate> { return std::make_unique<Percentile>(Between::Nearest); }},
};

const Kind* find_kind(std::string_view name) {
  const auto alike = [&](const Kind& kind) {
    return std::equal(name.begin(), name.end(), kind.name.begin(), kind.name.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
  };
  const auto found = std::find_if(std::begin(kinds), std::end(kinds), alike);
  return found == std::end(kinds) ? nullptr : found;
}

}  // namespace

bool is_aggregate_name(std::string_view name) {
  return find_kind(name) != nullptr;
}

std::size_t aggregate_arguments(std::string_view name) {
  return find_kind(name)->arguments;
}

Types aggregate_gives(std::string_view name) {
  return find_kind(name)->gives;
}

bool is_aggregate(const Expression& expression) {
  return expression.op == Op::CountAll || (expression.op == Op::Call && is_aggregate_name(expression.name));
}

bool has_aggregate(const Expression& expression) {
  if (is_aggregate(expression)) return true;
  return std::any_of(expression.args.begin(), expression.args.end(),
                     [](const ExpressionPtr& arg) { return arg && has_aggregate(*arg); });
}

bool can_join(const Expression& expression) {
  return expression.op == Op::CountAll || (!expression.distinct && find_kind(expression.name)->joins);
}

std::unique_ptr<Aggregate> make_aggregate(const Expression& expression) {
  if (expression.op == Op::CountAll) return std::make_unique<CountRows>();
  auto made = find_kind(expression.name)->make();
  if (expression.distinct) return std::make_unique<Distinct>(std::move(made));
  return made;
}

}  // namespace demarche::cypher
