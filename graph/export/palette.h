// The colours of pictures, on light and on dark ground: Okabe and Ito's, which the colour-blind tell apart,
// and arrow heads that say the same once more: a bar stops, an open head only passes by. Tested by
// tests/graph/export/palette_test.cpp.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "graph/model/vocabulary.h"

namespace demarche {

enum class Theme { Light, Dark };
inline constexpr std::array all_themes{Theme::Light, Theme::Dark};

[[nodiscard]] std::string_view name(Theme theme);  // "light"
[[nodiscard]] std::optional<Theme> theme_named(std::string_view word);

// Every colour as "#rrggbb".
struct Palette {
  const char *paper, *ink, *faint;
  const char *rim, *frame;                  // of a node; around several
  const char *actor, *proposal, *document;  // what nodes are filled with
  const char* link;                         // what joins actors, or proposals, with each other
};

[[nodiscard]] const Palette& palette_of(Theme theme);

enum class ArrowHead { Arrow, Bar, Open, None };

struct RelationLook {
  const char* colour;
  const char* text_colour;  // the same hue, easy to read on paper
  ArrowHead head;
};

[[nodiscard]] RelationLook look_of(Relation relation, Theme theme);

}  // namespace demarche
