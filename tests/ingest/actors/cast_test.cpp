// Tests of ingest/actors/cast.h, mentions.h, names.h and affiliations.h, over whole short texts.
#include "ingest/actors/cast.h"

#include <catch2/catch.hpp>

#include "ingest/actors/affiliations.h"
#include "tests/ingest/cases.h"
#include "tests/ingest/reading.h"

using namespace demarche;
using demarche::testing::Reading;

namespace {

// "Jonas Berg (person): President Jonas Berg; Berg"
std::string as_line(const Reading& reading, const Cast& cast, const CastMember& member) {
  std::string out = member.name + " (" + std::string(name(member.kind)) + "):";
  for (int m : member.mentions) {
    const Mention& mention = cast.mentions()[static_cast<std::size_t>(m)];
    out += (m == member.mentions.front() ? " " : "; ") +
           reading.words(mention.line, mention.first, mention.last);
  }
  return out;
}

}  // namespace

TEST_CASE("the actors of a text, each with its mentions", "[cast]") {
  for (const auto& one : testing::read_cases("actors/cast.txt")) {
    DYNAMIC_SECTION(one.name) {
      const Reading reading(one.field("text"), one.field("title"));
      const Cast cast(reading.texts(), reading.finder());
      std::vector<std::string> found;
      for (const CastMember& member : cast.members()) found.push_back(as_line(reading, cast, member));
      INFO(one.field("text"));
      for (const std::string& line : one.expected) {
        INFO("expected " << line << "\nfound\n" << testing::lines(found));
        CHECK(std::find(found.begin(), found.end(), line) != found.end());
      }
    }
  }
}

TEST_CASE("titles and standing facts link actors", "[affiliations]") {
  for (const auto& one : testing::read_cases("actors/affiliations.txt")) {
    DYNAMIC_SECTION(one.name) {
      const Reading reading(one.field("text"));
      const Cast cast(reading.texts(), reading.finder());
      std::vector<std::string> found;
      for (const ActorLink& link :
           find_affiliations(reading.texts(), cast, demarche::testing::lists().actor_words))
        found.push_back(cast.members()[static_cast<std::size_t>(link.from)].name + " " +
                        std::string(name(link.relation)) + " " +
                        cast.members()[static_cast<std::size_t>(link.to)].name);
      CHECK(testing::lines(found) == testing::lines(one.expected));
    }
  }
}
