#include "graph/export/palette.h"

#include <algorithm>
#include <iterator>

namespace demarche {
namespace {

constexpr Palette on_light{"#ffffff", "#000000", "#5c6570", "#444444", "#cccccc",
                           "#E8F1F8", "#FFF4D6", "#ffffff", "#777777"};
constexpr Palette on_dark{"#15181c", "#e8eaed", "#a3abb5", "#8b96a3", "#4a525c",
                          "#24384c", "#3d3617", "#1d2126", "#a8a8a8"};

struct RelationColours {
  Relation relation;
  const char *light, *light_text;
  const char* dark;  // lightened until text in it reads on the dark ground
  ArrowHead head;
};

constexpr RelationColours relation_colours[]{
    {Relation::Proposed, "#0072B2", "#005A8C", "#58B0E6", ArrowHead::Arrow},
    {Relation::Accepted, "#009E73", "#00745A", "#35C79C", ArrowHead::Arrow},
    {Relation::Rejected, "#D55E00", "#A84A00", "#F58B4C", ArrowHead::Bar},
    {Relation::Supported, "#56B4E9", "#1F78AD", "#93D3F7", ArrowHead::Arrow},
    {Relation::Opposed, "#E69F00", "#8F6300", "#F0BD4A", ArrowHead::Bar},
    {Relation::Amended, "#CC79A7", "#9B3F74", "#E5A5C9", ArrowHead::Arrow},
    {Relation::Withdrew, "#333333", "#333333", "#D8D8D8", ArrowHead::Bar},
    {Relation::Received, "#8C8C8C", "#5E5E5E", "#A8A8A8", ArrowHead::Open},
    {Relation::Discussed, "#8C8C8C", "#5E5E5E", "#A8A8A8", ArrowHead::Open}};
static_assert(std::size(relation_colours) == std::size(all_relations));

}  // namespace

std::string_view name(Theme theme) {
  return theme == Theme::Light ? "light" : "dark";
}

std::optional<Theme> theme_named(std::string_view word) {
  for (const auto theme : all_themes)
    if (name(theme) == word) return theme;
  return std::nullopt;
}

const Palette& palette_of(Theme theme) {
  return theme == Theme::Light ? on_light : on_dark;
}

RelationLook look_of(Relation relation, Theme theme) {
  const auto& look = *std::find_if(std::begin(relation_colours), std::end(relation_colours),
                                   [&](const auto& known) { return known.relation == relation; });
  if (theme == Theme::Dark) return {look.dark, look.dark, look.head};
  return {look.light, look.light_text, look.head};
}

}  // namespace demarche
