// Sorting, stable. Where only the first rows matter, no more than those are kept, in a heap.
#include <algorithm>
#include <optional>

#include "graph/cypher/compare.h"
#include "graph/cypher/pipeline.h"

namespace demarche::cypher {
namespace {

class Sort : public Operator {
 public:
  Sort(const Step& step, Run& run)
      : step_(step), run_(run), limit_(compile(step.limit, run)), skip_(compile(step.skip, run)) {
    for (const SortKey& key : step.keys) keys_.push_back(compile(key.formula, run));
  }

  void start() override {
    run_.budget.release(held_);
    held_ = 0;
    rows_held_.clear();
    met_ = 0;
    most_ = most();
  }

  Flow push(Frame& frame) override {
    if (most_ && *most_ == 0) return Flow::Stop;
    const bool full = most_ && rows_held_.size() == *most_;
    if (full && is_late(frame)) return Flow::Continue;
    Row row;
    for (const Eval& key : keys_) row.keys.push_back(key(frame));
    row.number = met_++;
    if (full) {
      std::pop_heap(rows_held_.begin(), rows_held_.end(), InOrder{*this});
      rows_held_.pop_back();
    } else {
      hold(row);
    }
    for (const Slot slot : step_.slots) row.values.push_back(frame.slots[static_cast<std::size_t>(slot)]);
    rows_held_.push_back(std::move(row));
    if (most_) std::push_heap(rows_held_.begin(), rows_held_.end(), InOrder{*this});
    return Flow::Continue;
  }

  Flow finish(Frame& frame) override {
    std::sort(rows_held_.begin(), rows_held_.end(), InOrder{*this});
    for (const Row& row : rows_held_) {
      for (std::size_t i = 0; i < step_.slots.size(); ++i)
        frame.slots[static_cast<std::size_t>(step_.slots[i])] = row.values[i];
      if (emit(frame) == Flow::Stop) return Flow::Stop;
    }
    return Flow::Continue;
  }

 private:
  struct Row {
    List keys, values;
    std::uint64_t number = 0;
  };

  struct InOrder {
    const Sort& sort;
    bool operator()(const Row& a, const Row& b) const { return sort.before(a, b); }
  };

  // How many rows can matter: LIMIT with what is skipped before. What is no amount fails in Skip and Limit.
  std::optional<std::size_t> most() const {
    Frame empty;
    const Value limit = limit_ ? limit_(empty) : Value(),
                skip = skip_ ? skip_(empty) : Value(std::int64_t{0});
    constexpr std::int64_t huge = std::int64_t{1} << 40;
    const bool known = limit.integer() && skip.integer() && *limit.integer() >= 0 && *skip.integer() >= 0 &&
                       *limit.integer() < huge && *skip.integer() < huge;
    return known ? std::optional(static_cast<std::size_t>(*limit.integer() + *skip.integer())) : std::nullopt;
  }

  // Whether the row comes after all that are kept; keys are computed only until that is known.
  bool is_late(Frame& frame) const {
    const Row& last = rows_held_.front();
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const int by_key = order(keys_[i](frame), last.keys[i]);
      if (by_key != 0) return (by_key > 0) == (step_.keys[i].order == SortOrder::Ascending);
    }
    return true;
  }

  bool before(const Row& a, const Row& b) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const int by_key = order(a.keys[i], b.keys[i]);
      if (by_key != 0) return (by_key < 0) == (step_.keys[i].order == SortOrder::Ascending);
    }
    return a.number < b.number;
  }

  void hold(const Row& row) {
    std::size_t bytes = sizeof(Row) + (row.keys.size() + step_.slots.size()) * sizeof(Value);
    for (const Value& key : row.keys) bytes += bytes_of(key);
    held_ += bytes;
    run_.budget.hold(bytes);
  }

  const Step& step_;
  Run& run_;
  Eval limit_, skip_;
  std::vector<Eval> keys_;
  std::optional<std::size_t> most_;
  std::vector<Row> rows_held_;
  std::uint64_t met_ = 0;
  std::size_t held_ = 0;
};

}  // namespace

std::unique_ptr<Operator> make_sort(const Step& step, Run& run) {
  return std::make_unique<Sort>(step, run);
}

}  // namespace demarche::cypher
