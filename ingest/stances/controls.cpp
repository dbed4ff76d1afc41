#include "ingest/stances/controls.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "graph/model/json.h"
#include "ingest/actors/data_file.h"
#include "ingest/actors/grammar.h"

namespace demarche {
namespace {

constexpr std::array<std::pair<std::string_view, Effect>, 12> effects{{{"none", Effect::None},
                                                                       {"planned", Effect::Planned},
                                                                       {"possible", Effect::Possible},
                                                                       {"denied", Effect::Denied},
                                                                       {"refused", Effect::Refused},
                                                                       {"averse", Effect::Averse},
                                                                       {"favoured", Effect::Favoured},
                                                                       {"sought", Effect::Sought},
                                                                       {"agreed", Effect::Agreed},
                                                                       {"proposed", Effect::Proposed},
                                                                       {"urged", Effect::Urged},
                                                                       {"dissuaded", Effect::Dissuaded}}};

std::optional<Effect> effect_named(std::string_view word) {
  for (const auto& [name, effect] : effects)
    if (name == word) return effect;
  return std::nullopt;
}

}  // namespace

std::optional<Control> Controls::find(const Table& table, const std::string& word) {
  const auto found = table.find(word);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

std::optional<Control> Controls::of_verb(const std::string& lemma, Controller by) const {
  const bool by_object = by == Controller::Object;
  const auto first = find(by_object ? verbs_by_object_ : verbs_, lemma);
  return first ? first : find(by_object ? verbs_ : verbs_by_object_, lemma);
}

Result<Controls> Controls::load(const std::filesystem::path& data) {
  Controls controls;
  auto read = read_lines(data / "controls.jsonl", [&controls](std::string_view line) -> Result<void> {
    const auto object = json::parse(line);
    if (!object) return tl::make_unexpected(object.error());
    if (!object->IsObject()) return fail(ErrorKind::Malformed, "", "not a JSON object");
    const auto effect_word = json::string_member(*object, "effect");
    if (!effect_word || !*effect_word) return fail(ErrorKind::Malformed, "", "no effect");
    const auto effect = effect_named(**effect_word);
    if (!effect) return fail(ErrorKind::Malformed, "", fmt::format("unknown effect '{}'", **effect_word));
    const auto controller = json::string_member(*object, "controller");
    const bool by_object = controller && *controller && **controller == "object";
    const Control control{*effect, by_object ? Controller::Object : Controller::Subject};
    for (const auto& [key, table] :
         {std::pair{"verb", by_object ? &controls.verbs_by_object_ : &controls.verbs_},
          {"light", &controls.lights_},
          {"passive", &controls.passives_},
          {"adjective", &controls.adjectives_},
          {"noun", &controls.nouns_}}) {
      const auto word = json::string_member(*object, key);
      if (word && *word && !table->emplace(**word, control).second)
        return fail(ErrorKind::Malformed, "", fmt::format("'{}' stands twice", **word));
    }
    return {};
  });
  if (!read) return tl::make_unexpected(read.error());
  const auto singular = controls.nouns_;
  for (const auto& [noun, control] : singular) controls.nouns_.emplace(plural_of(noun), control);
  return controls;
}

}  // namespace demarche
