// The table of functions, by name in lower case.
#include "graph/cypher/functions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "graph/cypher/failure.h"

namespace demarche::cypher {
namespace {

std::string lowered(std::string_view name) {
  std::string result(name);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

const std::map<std::string, Function, std::less<>>& table() {
  static const auto functions = [] {
    std::map<std::string, Function, std::less<>> result;
    for (const auto& area : {graph_functions(), list_functions(), text_functions(), number_functions(),
                             conversion_functions(), temporal_functions()}) {
      for (const Function& function : area) result.emplace(lowered(function.name), function);
    }
    return result;
  }();
  return functions;
}

}  // namespace

const Function* find_function(std::string_view name) {
  const auto found = table().find(lowered(name));
  return found == table().end() ? nullptr : &found->second;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const auto& [key, function] : table()) names.emplace_back(function.name);
  return names;
}

Value call(const Function& function, CallContext& context, Arguments arguments) {
  bool any_null = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Types takes = function.takes[std::min(i, function.takes.size() - 1)];
    if (arguments[i].is_null())
      any_null = true;
    else if (!(types_of(arguments[i]) & takes)) {
      fail_runtime(FailureType::TypeError, "InvalidArgumentValue",
                   fmt::format("{}() does not take a {}", function.name, type_name(arguments[i])));
    }
  }
  if (any_null && function.nulls == Nulls::Propagate) return {};
  return function.call(context, arguments);
}

}  // namespace demarche::cypher
