#include "graph/export/palette.h"

namespace demarche {
namespace {

constexpr Palette on_light{"#ffffff", "#000000", "#5c6570", "#444444", "#cccccc",
                           "#E8F1F8", "#FFF4D6", "#ffffff", "#777777"};
constexpr Palette on_dark{"#15181c", "#e8eaed", "#a3abb5", "#8b96a3", "#4a525c",
                          "#24384c", "#3d3617", "#1d2126", "#a8a8a8"};

RelationLook on_light_ground(Relation relation) {
  switch (relation) {
    case Relation::Proposed:
      return {"#0072B2", "#005A8C", ArrowHead::Arrow};
    case Relation::Accepted:
      return {"#009E73", "#00745A", ArrowHead::Arrow};
    case Relation::Rejected:
      return {"#D55E00", "#A84A00", ArrowHead::Bar};
    case Relation::Supported:
      return {"#56B4E9", "#1F78AD", ArrowHead::Arrow};
    case Relation::Opposed:
      return {"#E69F00", "#8F6300", ArrowHead::Bar};
    case Relation::Amended:
      return {"#CC79A7", "#9B3F74", ArrowHead::Arrow};
    case Relation::Withdrew:
      return {"#333333", "#333333", ArrowHead::Bar};
    case Relation::Received:
    case Relation::Discussed:
      return {"#8C8C8C", "#5E5E5E", ArrowHead::Open};
  }
  return {"#333333", "#333333", ArrowHead::Open};
}

// Lightened until text in them reads on the dark ground.
const char* on_dark_ground(Relation relation) {
  switch (relation) {
    case Relation::Proposed:
      return "#58B0E6";
    case Relation::Accepted:
      return "#35C79C";
    case Relation::Rejected:
      return "#F58B4C";
    case Relation::Supported:
      return "#93D3F7";
    case Relation::Opposed:
      return "#F0BD4A";
    case Relation::Amended:
      return "#E5A5C9";
    case Relation::Withdrew:
      return "#D8D8D8";
    case Relation::Received:
    case Relation::Discussed:
      return "#A8A8A8";
  }
  return "#D8D8D8";
}

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
  auto look = on_light_ground(relation);
  if (theme == Theme::Dark) look.colour = look.text_colour = on_dark_ground(relation);
  return look;
}

}  // namespace demarche
