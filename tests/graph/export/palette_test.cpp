#include "graph/export/palette.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string_view>

namespace demarche {
namespace {

double channel(std::string_view colour, std::size_t at) {
  const double value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
  return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
  return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
}

// As WCAG 2.1 defines it.
double contrast(std::string_view a, std::string_view b) {
  const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

TEST_CASE("text can be read on the ground of either theme, and on every card") {
  for (const auto theme : all_themes) {
    const auto& colours = palette_of(theme);
    for (const auto* ground : {colours.paper, colours.actor, colours.proposal, colours.document}) {
      INFO(name(theme) << " " << ground);
      CHECK(contrast(colours.ink, ground) >= 7);
      CHECK(contrast(colours.faint, ground) >= 4.5);
      for (const auto relation : all_relations) {
        INFO(name(relation));
        CHECK(contrast(look_of(relation, theme).text_colour, ground) >= 3.9);
      }
    }
  }
}

TEST_CASE("what speaks for a proposal and what speaks against it differ in their heads too") {
  for (const auto theme : all_themes) {
    CHECK(look_of(Relation::Accepted, theme).head == ArrowHead::Arrow);
    CHECK(look_of(Relation::Rejected, theme).head == ArrowHead::Bar);
    CHECK(look_of(Relation::Discussed, theme).head == ArrowHead::Open);
  }
}

TEST_CASE("a theme goes by its name") {
  for (const auto theme : all_themes) CHECK(theme_named(name(theme)) == theme);
  CHECK_FALSE(theme_named("grey"));
}

}  // namespace
}  // namespace demarche
