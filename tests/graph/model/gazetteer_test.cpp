// Tests of graph/model/gazetteer.h: how the file is checked, how names are looked up, and that the shipped
// file stands.
#include "graph/model/gazetteer.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <utility>

#include "graph/model/unicode.h"

using namespace demarche;

namespace {

constexpr const char* few_lines =
    R"({"key":"ru","name":"Russia","kind":"state","adjectives":["Russian"],"demonyms":["Russians"]}
{"key":"us","name":"United States","kind":"state","aliases":["US","U.S.","America"]}

{"key":"who","name":"World Health Organization","kind":"organisation","aliases":["WHO"]}
{"key":"unesco","name":"UNESCO","kind":"organisation"}
{"key":"georgia-city","name":"Georgia","kind":"place"}
{"key":"ge","name":"Georgia","kind":"state"}
{"key":"hague","name":"The Hague","kind":"place"}
{"key":"sanchez","name":"Pedro Sánchez","kind":"person","links":[{"relation":"leads","to":"us","from":"2018-06-02","until":"2020"},{"relation":"member_of","to":"who"}]}
)";

Gazetteer few() {
  auto gazetteer = Gazetteer::parse(few_lines, "few.jsonl");
  REQUIRE(gazetteer);
  return std::move(*gazetteer);
}

std::string key_of(const GazetteerEntry* entry) {
  return entry ? entry->key : "nobody";
}

Gazetteer shipped() {
  auto gazetteer = Gazetteer::load(DEMARCHE_SOURCE_DIR "/data/actors.jsonl");
  INFO((gazetteer ? "" : gazetteer.error().message()));
  REQUIRE(gazetteer);
  return std::move(*gazetteer);
}

}  // namespace

TEST_CASE("a gazetteer keeps its entries in file order, with all they say", "[gazetteer]") {
  const auto gazetteer = few();
  REQUIRE(gazetteer.entries().size() == 8);
  const auto& russia = gazetteer.entries().front();
  CHECK(russia.key == "ru");
  CHECK(russia.kind == ActorKind::State);
  CHECK(russia.adjectives == std::vector<std::string>{"Russian"});
  CHECK(russia.demonyms == std::vector<std::string>{"Russians"});

  const auto* sanchez = gazetteer.find("sanchez");
  REQUIRE(sanchez);
  REQUIRE(sanchez->affiliations.size() == 2);
  CHECK(sanchez->affiliations[0].relation == LinkKind::Leads);
  CHECK(sanchez->affiliations[0].to == "us");
  CHECK(sanchez->affiliations[0].from == Date{2018, 6, 2});
  CHECK(sanchez->affiliations[0].until == Date{2020, 0, 0});
  CHECK_FALSE(sanchez->affiliations[1].from);
  CHECK_FALSE(gazetteer.find("nobody"));
}

TEST_CASE("a name is found however it is written", "[gazetteer]") {
  const auto gazetteer = few();
  const auto [name, key] = GENERATE(table<std::string, std::string>({
      {"Russia", "ru"},
      {"RUSSIA", "ru"},
      {"russia", "ru"},
      {"the United  States", "us"},
      {"The United States", "us"},
      {"america", "us"},
      {"Unesco", "unesco"},
      {"Hague", "hague"},
      {"the hague", "hague"},
      {"Pedro Sanchez", "sanchez"},
      {"Russian", "nobody"},
      {"Sánchez", "nobody"},
      {"", "nobody"},
      {"the", "nobody"},
  }));
  CAPTURE(name);
  CHECK(key_of(gazetteer.named(name)) == key);
}

TEST_CASE("a short acronym is found in its own capitals only", "[gazetteer]") {
  const auto gazetteer = few();
  const auto [name, key] = GENERATE(table<std::string, std::string>({
      {"US", "us"},
      {"the US", "us"},
      {"The US", "us"},
      {"U.S.", "us"},
      {"WHO", "who"},
      {"us", "nobody"},
      {"Us", "nobody"},
      {"who", "nobody"},
      {"Who", "nobody"},
  }));
  CAPTURE(name);
  CHECK(key_of(gazetteer.named(name)) == key);
}

TEST_CASE("which names are short acronyms", "[gazetteer]") {
  for (const char* name : {"US", "U.S.", "NATO", "G7", "OPEC+", "M23"}) CHECK(is_short_acronym(name));
  for (const char* name : {"UNESCO", "Nato", "us", "É", "", "7"}) CHECK_FALSE(is_short_acronym(name));
}

TEST_CASE("a name of several entries means the kind asked for, else the first", "[gazetteer]") {
  const auto gazetteer = few();
  CHECK(key_of(gazetteer.named("Georgia")) == "georgia-city");
  CHECK(key_of(gazetteer.named("Georgia", ActorKind::State)) == "ge");
  CHECK(key_of(gazetteer.named("Georgia", ActorKind::Person)) == "georgia-city");
}

TEST_CASE("a faulty line is refused with file, line and reason", "[gazetteer]") {
  const auto [line, reason] = GENERATE(table<std::string, std::string>({
      {R"({"key":"fr",)", "not JSON"},
      {R"(["fr"])", "not a JSON object"},
      {R"({"name":"France","kind":"state"})", "key: missing"},
      {R"({"key":"FR","name":"France","kind":"state"})", "key 'FR'"},
      {R"({"key":"fr","kind":"state"})", "name: missing"},
      {R"({"key":"fr","name":" France","kind":"state"})", "name: missing, empty or with stray spaces"},
      {R"({"key":"fr","name":"France"})", "kind: missing"},
      {R"({"key":"fr","name":"France","kind":"country"})", "unknown kind 'country'"},
      {R"({"key":"fr","name":"France","kind":"unknown"})", "unknown kind 'unknown'"},
      {R"({"key":"fr","name":"France","kind":"state","alias":["x"]})", "unknown field 'alias'"},
      {R"({"key":"fr","name":"France","kind":"state","aliases":"x"})", "aliases: not a list"},
      {R"({"key":"fr","name":"France","kind":"state","aliases":[""]})", "aliases: holds what is not a name"},
      {R"({"key":"fr","name":"France","kind":"state","demonyms":[1]})", "demonyms: holds what is not a name"},
      {R"({"key":"de","name":"France","kind":"state"})", "key 'de' stands twice"},
      {R"({"key":"fr","name":"Germany","kind":"state"})", "name 'Germany' is already that of 'de'"},
      {R"({"key":"fr","name":"France","kind":"state","aliases":["the germany"]})", "is already that of 'de'"},
      {R"({"key":"fr","name":"France","kind":"state","aliases":["FRANCE"]})", "name 'FRANCE' stands twice"},
      {R"({"key":"fr","name":"France","kind":"state","links":[{"relation":"part_of","to":"eu"}]})",
       "'eu', which is not there"},
      {R"({"key":"fr","name":"France","kind":"state","links":[{"relation":"part_of","to":"fr"}]})",
       "linked to itself"},
      {R"({"key":"fr","name":"France","kind":"state","links":[{"relation":"rules","to":"de"}]})",
       "unknown relation 'rules'"},
      {R"({"key":"fr","name":"France","kind":"state","links":[{"relation":"counters","to":"de"}]})",
       "unknown relation 'counters'"},
      {R"({"key":"fr","name":"France","kind":"state","links":[{"relation":"leads"}]})", "to: missing"},
      {R"({"key":"fr","name":"France","kind":"state","links":["de"]})", "not a JSON object"},
      {R"({"key":"fr","name":"France","kind":"state","links":{}})", "links: not a list"},
      {R"({"key":"fr","name":"France","kind":"state","links":[{"relation":"leads","to":"de","from":"1999-13"}]})",
       "not a day: '1999-13'"},
      {R"({"key":"fr","name":"France","kind":"state","links":[{"relation":"leads","to":"de","from":"2001","until":"2000"}]})",
       "ends before it begins"},
      {"{\"key\":\"fr\",\"name\":\"Fr\xFF\",\"kind\":\"state\"}", "not JSON"},
  }));
  CAPTURE(line);
  const auto gazetteer = Gazetteer::parse(
      "\n{\"key\":\"de\",\"name\":\"Germany\",\"kind\":\"state\"}\n" + line + "\n", "actors.jsonl");
  REQUIRE_FALSE(gazetteer);
  CHECK(gazetteer.error().kind == ErrorKind::Malformed);
  CHECK(gazetteer.error().what == "actors.jsonl:3");
  CHECK_THAT(gazetteer.error().why, Catch::Contains(reason));
}

TEST_CASE("a name may be shared across kinds, and links may point forward", "[gazetteer]") {
  const auto gazetteer = Gazetteer::parse(
      "{\"key\":\"sg-city\",\"name\":\"Singapore\",\"kind\":\"place\",\"links\":[{\"relation\":\"seat_of\","
      "\"to\":\"sg\"}]}\r\n"
      "{\"key\":\"sg\",\"name\":\"Singapore\",\"kind\":\"state\"}",
      "");
  REQUIRE(gazetteer);
  CHECK(gazetteer->entries().size() == 2);
}

TEST_CASE("an empty file is an empty gazetteer, a missing one an error", "[gazetteer]") {
  CHECK(Gazetteer::parse("", "").value().entries().empty());
  const auto missing = Gazetteer::load("no/such/file.jsonl");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::Unreadable);
  CHECK(missing.error().what == "no/such/file.jsonl");
  CHECK(Gazetteer::load(DEMARCHE_SOURCE_DIR).error().kind == ErrorKind::Unreadable);
}

TEST_CASE("the shipped gazetteer knows every member and observer of the United Nations", "[gazetteer]") {
  constexpr std::string_view members =
      "ad ae af ag al am ao ar at au az ba bb bd be bf bg bh bi bj bn bo br bs bt bw by bz ca cd cf cg ch ci "
      "cl cm cn co "
      "cr cu cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fm fr ga gb gd ge gh gm gn gq gr gt gw gy hn "
      "hr ht hu id "
      "ie il in iq ir is it jm jo jp ke kg kh ki km kn kp kr kw kz la lb lc li lk lr ls lt lu lv ly ma mc md "
      "me mg mh mk "
      "ml mm mn mr mt mu mv mw mx my mz na ne ng ni nl no np nr nz om pa pe pg ph pk pl pt pw py qa ro rs ru "
      "rw sa sb sc "
      "sd se sg si sk sl sm sn so sr ss st sv sy sz td tg th tj tl tm tn to tr tt tv tz ua ug us uy uz vc ve "
      "vn vu ws ye "
      "za zm zw va ps";
  const auto gazetteer = shipped();
  std::size_t known = 0;
  for (std::size_t at = 0; at < members.size(); at += 3) {
    const auto* entry = gazetteer.find(members.substr(at, 2));
    CAPTURE(members.substr(at, 2));
    REQUIRE(entry);
    CHECK(entry->kind == ActorKind::State);
    ++known;
  }
  CHECK(known == 195);
}

TEST_CASE("the shipped gazetteer holds enough of every kind", "[gazetteer]") {
  const auto gazetteer = shipped();
  std::map<ActorKind, std::size_t> count;
  for (const auto& entry : gazetteer.entries()) ++count[entry.kind];
  CHECK(count[ActorKind::State] >= 350);
  CHECK(count[ActorKind::Organisation] >= 2000);
  CHECK(count[ActorKind::Place] >= 300);
  CHECK(count[ActorKind::Person] >= 2000);
}

TEST_CASE("every office that a person of the shipped gazetteer holds has a first day", "[gazetteer]") {
  const auto gazetteer = shipped();
  for (const auto& entry : gazetteer.entries())
    for (const auto& affiliation : entry.affiliations)
      if (affiliation.relation == LinkKind::Leads || affiliation.relation == LinkKind::SpeaksFor) {
        CAPTURE(entry.key, affiliation.to);
        CHECK(affiliation.from);
      }
}

TEST_CASE("who led what on a day", "[gazetteer]") {
  const auto gazetteer = shipped();
  const auto [name, state, day, leads] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"Angela Merkel", "de", "2010-06-01", true},
      {"Angela Merkel", "de", "2022-01-01", false},
      {"Ronald Reagan", "us", "1987-10-19", true},
      {"Donald Trump", "us", "2019-01-01", true},
      {"Donald Trump", "us", "2023-01-01", false},
      {"Donald Trump", "us", "2025-12-03", true},
      {"Margaret Thatcher", "gb", "1987-03-01", true},
      {"Junichiro Koizumi", "jp", "2004-08-01", true},
      {"Helmut Kohl", "west-germany", "1987-03-01", true},
      {"Helmut Kohl", "de", "1987-03-01", false},
  }));
  CAPTURE(name, state, day);
  const auto* entry = gazetteer.named(name, ActorKind::Person);
  REQUIRE(entry);
  const auto then = Date::parse(day)->first_day();
  bool led = false;
  for (const auto& affiliation : entry->affiliations)
    led |= affiliation.relation == LinkKind::Leads && affiliation.to == state &&
           affiliation.from->first_day() <= then &&
           (!affiliation.until || then <= affiliation.until->last_day());
  CHECK(led == leads);
}

TEST_CASE("no adjective and no demonym of the shipped gazetteer belongs to two entries of one kind",
          "[gazetteer]") {
  const auto gazetteer = shipped();
  std::map<std::pair<ActorKind, std::string>, std::string> owner;
  const auto claim = [&owner](const GazetteerEntry& entry, const std::string& word) {
    const auto [place, is_new] = owner.emplace(std::pair(entry.kind, fold(word)), entry.key);
    CAPTURE(word, place->second, entry.key);
    CHECK((is_new || place->second == entry.key));
  };
  for (const auto& entry : gazetteer.entries()) {
    for (const auto& word : entry.adjectives) claim(entry, word);
    for (const auto& word : entry.demonyms) claim(entry, word);
  }
}

TEST_CASE("names that newspapers use lead to their entries", "[gazetteer]") {
  const auto gazetteer = shipped();
  const auto [name, key] = GENERATE(table<std::string, std::string>({
      {"Russian Federation", "ru"},
      {"the U.S.", "us"},
      {"United Kingdom", "gb"},
      {"Britain", "gb"},
      {"Ivory Coast", "ci"},
      {"Côte d'Ivoire", "ci"},
      {"Burma", "mm"},
      {"Türkiye", "tr"},
      {"Holy See", "va"},
      {"Soviet Union", "su"},
      {"West Germany", "west-germany"},
      {"the European Union", "eu"},
      {"NATO", "nato"},
      {"the Kremlin", "kremlin"},
      {"Kiev", "kyiv"},
  }));
  CAPTURE(name);
  CHECK(key_of(gazetteer.named(name)) == key);
}

TEST_CASE("every capital and seat of the shipped gazetteer leads to what it is the seat of", "[gazetteer]") {
  const auto gazetteer = shipped();
  const auto [place, of] = GENERATE(table<std::string, std::string>({
      {"Moscow", "ru"},
      {"Kremlin", "ru"},
      {"White House", "us"},
      {"Downing Street", "gb"},
      {"Elysee Palace", "fr"},
      {"Brussels", "eu"},
      {"Zhongnanhai", "cn"},
  }));
  CAPTURE(place, of);
  const auto* entry = gazetteer.named(place, ActorKind::Place);
  REQUIRE(entry);
  std::set<std::string> seats;
  for (const auto& affiliation : entry->affiliations)
    if (affiliation.relation == LinkKind::SeatOf) seats.insert(affiliation.to);
  CHECK(seats.count(of) == 1);
}
