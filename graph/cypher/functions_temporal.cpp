// Temporal functions: constructors, truncation, durations between. Now is the instant at which the run began.
#include "graph/cypher/duration.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/functions.h"
#include "graph/cypher/temporal_make.h"

namespace demarche::cypher {
namespace {

// date(), date('2015-07-21'), date({year: 2015}), date(datetime)
template <TemporalKind kind>
Value make(CallContext& context, Arguments a) {
  if (a.empty()) return temporal_at(kind, context.now);
  const Map* map = a[0].map();
  if (map && map->size() == 1 && map->contains("timezone") && map->begin()->second.string()) {
    const auto zone = parse_zone(*map->begin()->second.string());
    if (zone) return temporal_at(kind, in_zone(context.now, *zone));
  }
  return make_temporal(kind, a[0]);
}

template <TemporalKind kind>
Value now(CallContext& context, Arguments a) {
  const auto zone = a.empty() ? std::optional(Zone{}) : parse_zone(*a[0].string());
  if (!zone) fail_runtime(FailureType::ArgumentError, "InvalidArgumentValue", "no such time zone");
  return temporal_at(kind, in_zone(context.now, *zone));
}

template <TemporalKind kind>
Value cut(CallContext&, Arguments a) {
  return truncate(kind, *a[0].string(), a[1], a.size() > 2 ? *a[2].map() : Map());
}

template <Measure measure>
Value measured(CallContext&, Arguments a) {
  return between(a[0], a[1], measure);
}

Value make_duration(CallContext&, Arguments a) {
  if (a[0].duration()) return a[0];
  if (a[0].map()) return duration_from(*a[0].map());
  const auto parsed = parse_duration(*a[0].string());
  if (!parsed)
    fail_runtime(FailureType::ArgumentError, "InvalidArgumentValue",
                 "'" + *a[0].string() + "' cannot be read as a duration");
  return *parsed;
}

Value from_epoch(CallContext&, Arguments a) {
  return make_temporal(
      TemporalKind::DateTime,
      Map{{"epochSeconds", a[0]}, {"nanosecond", a.size() > 1 ? a[1] : Value(std::int64_t{0})}});
}

Value from_epoch_millis(CallContext&, Arguments a) {
  return make_temporal(TemporalKind::DateTime, Map{{"epochMillis", a[0]}});
}

Value timestamp(CallContext& context, Arguments) {
  return context.now.seconds * 1000 + context.now.nanos / 1'000'000;
}

template <TemporalKind kind>
void add_kind(std::vector<Function>& functions, std::initializer_list<std::string_view> names, Types gives) {
  using namespace types;
  const std::string_view* name = names.begin();
  functions.push_back({name[0], {string | map | instant}, 0, false, gives, Nulls::Propagate, make<kind>});
  functions.push_back({name[1], {string, instant, map}, 2, false, gives, Nulls::Propagate, cut<kind>});
  for (std::size_t i = 2; i < names.size(); ++i)
    functions.push_back({name[i], {string}, 0, false, gives, Nulls::Propagate, now<kind>});
}

}  // namespace

std::vector<Function> temporal_functions() {
  using namespace types;
  std::vector<Function> all{
      {"duration", {string | map | duration}, 1, false, duration, Nulls::Propagate, make_duration},
      {"duration.between",
       {instant, instant},
       2,
       false,
       duration,
       Nulls::Propagate,
       measured<Measure::Calendar>},
      {"duration.inMonths",
       {instant, instant},
       2,
       false,
       duration,
       Nulls::Propagate,
       measured<Measure::Months>},
      {"duration.inDays", {instant, instant}, 2, false, duration, Nulls::Propagate, measured<Measure::Days>},
      {"duration.inSeconds",
       {instant, instant},
       2,
       false,
       duration,
       Nulls::Propagate,
       measured<Measure::Seconds>},
      {"datetime.fromEpoch", {integer, integer}, 1, false, zoned_date_time, Nulls::Propagate, from_epoch},
      {"datetime.fromEpochMillis", {integer}, 1, false, zoned_date_time, Nulls::Propagate, from_epoch_millis},
      {"timestamp", {any}, 0, false, integer, Nulls::Pass, timestamp},
  };
  add_kind<TemporalKind::Date>(
      all, {"date", "date.truncate", "date.transaction", "date.statement", "date.realtime"}, day);
  add_kind<TemporalKind::LocalTime>(all,
                                    {"localtime", "localtime.truncate", "localtime.transaction",
                                     "localtime.statement", "localtime.realtime"},
                                    local_time);
  add_kind<TemporalKind::Time>(
      all, {"time", "time.truncate", "time.transaction", "time.statement", "time.realtime"}, zoned_time);
  add_kind<TemporalKind::LocalDateTime>(
      all,
      {"localdatetime", "localdatetime.truncate", "localdatetime.transaction", "localdatetime.statement",
       "localdatetime.realtime"},
      types::local_date_time);
  add_kind<TemporalKind::DateTime>(
      all,
      {"datetime", "datetime.truncate", "datetime.transaction", "datetime.statement", "datetime.realtime"},
      zoned_date_time);
  return all;
}

}  // namespace demarche::cypher
