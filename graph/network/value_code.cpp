// One byte for the type, then its members in order; texts and lists begin with their length.
#include "graph/network/value_code.h"

#include <cstring>
#include <type_traits>

namespace demarche::network {
namespace {

enum class Tag : char {
  Null = 'n',
  Bool = 'b',
  Int = 'i',
  Float = 'f',
  Text = 's',
  Day = 'd',
  LocalTime = 't',
  ZonedTime = 'T',
  LocalDateTime = 'l',
  ZonedDateTime = 'z',
  Duration = 'p',
  List = '[',
};

class Encoder {
 public:
  std::string bytes;

  void operator()(std::monostate) { put(Tag::Null); }
  void operator()(bool value) { put(Tag::Bool, value); }
  void operator()(std::int64_t value) { put(Tag::Int, value); }
  void operator()(double value) { put(Tag::Float, value); }
  void operator()(const std::string& text) {
    put(Tag::Text);
    put_text(text);
  }
  void operator()(Day day) { put(Tag::Day, day.days); }
  void operator()(LocalTime time) { put(Tag::LocalTime, time.nanos); }
  void operator()(ZonedTime time) { put(Tag::ZonedTime, time.nanos, time.offset); }
  void operator()(LocalDateTime time) { put(Tag::LocalDateTime, time.seconds, time.nanos); }
  void operator()(const ZonedDateTime& time) {
    put(Tag::ZonedDateTime, time.seconds, time.nanos, time.offset);
    put_text(time.zone);
  }
  void operator()(Duration span) { put(Tag::Duration, span.months, span.days, span.seconds, span.nanos); }
  void operator()(const PropertyList& list) {
    put(Tag::List, static_cast<std::uint64_t>(list.size()));
    for (const auto& value : list) put_value(value);
  }
  void put_value(const PropertyValue& value) {
    std::visit(*this, static_cast<const PropertyValue::variant&>(value));
  }

 private:
  template <class... T>
  void put(T... values) {
    (bytes.append(reinterpret_cast<const char*>(&values), sizeof values), ...);
  }
  void put_text(std::string_view text) {
    put(static_cast<std::uint64_t>(text.size()));
    bytes += text;
  }
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  PropertyValue value() {
    switch (take<Tag>()) {
      case Tag::Null:
        return {};
      case Tag::Bool:
        return take<char>() != 0;
      case Tag::Int:
        return take<std::int64_t>();
      case Tag::Float:
        return take<double>();
      case Tag::Text:
        return take_text();
      case Tag::Day:
        return Day{take<std::int64_t>()};
      case Tag::LocalTime:
        return LocalTime{take<std::int64_t>()};
      case Tag::ZonedTime:
        return ZonedTime{take<std::int64_t>(), take<std::int32_t>()};
      case Tag::LocalDateTime:
        return LocalDateTime{take<std::int64_t>(), take<std::int32_t>()};
      case Tag::ZonedDateTime:
        return ZonedDateTime{take<std::int64_t>(), take<std::int32_t>(), take<std::int32_t>(), take_text()};
      case Tag::Duration:
        return Duration{take<std::int64_t>(), take<std::int64_t>(), take<std::int64_t>(),
                        take<std::int32_t>()};
      case Tag::List:
        return take_list();
    }
    is_sound_ = false;
    return {};
  }

  [[nodiscard]] bool is_done() const { return is_sound_ && rest_.empty(); }

 private:
  template <class T>
  T take() {
    T value{};
    if (rest_.size() < sizeof value) {
      is_sound_ = false;
      rest_ = {};
      return value;
    }
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }

  std::string take_text() {
    const auto size = take<std::uint64_t>();
    if (size > rest_.size()) {
      is_sound_ = false;
      return {};
    }
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }

  PropertyList take_list() {
    PropertyList list;
    for (auto left = take<std::uint64_t>(); left > 0 && is_sound_; --left) list.push_back(value());
    return list;
  }

  std::string_view rest_;
  bool is_sound_ = true;
};

}  // namespace

std::string encoded(const PropertyValue& value) {
  Encoder encoder;
  encoder.put_value(value);
  return std::move(encoder.bytes);
}

PropertyValue decoded(std::string_view bytes) {
  Decoder decoder(bytes);
  auto value = decoder.value();
  return decoder.is_done() ? value : PropertyValue{};
}

}  // namespace demarche::network
