// Tests of the word lists in data/: what they must hold, and what they must not.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "ingest/actors/data_file.h"
#include "ingest/actors/headlines.h"
#include "tests/ingest/reading.h"

using namespace demarche;

namespace {

namespace fs = std::filesystem;
const fs::path data = fs::path(DEMARCHE_SOURCE_DIR) / "data";

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

// What stands between quotation marks, comments aside.
std::vector<std::string> split_quoted(const std::string& file) {
  std::vector<std::string> found;
  std::string text, line;
  for (std::istringstream lines(file); std::getline(lines, line);)
    if (!line.starts_with('#')) text += line + "\n";
  for (std::size_t from = text.find('"'); from != std::string::npos; from = text.find('"', from + 1)) {
    const std::size_t to = text.find('"', from + 1);
    if (to == std::string::npos) break;
    found.push_back(text.substr(from + 1, to - from - 1));
    from = to;
  }
  return found;
}

// The words of a text that begin with a capital and do not begin a sentence.
std::set<std::string> names_in(const std::string& text) {
  std::set<std::string> names;
  const testing::Reading reading(text);
  for (const Line& line : reading.lines())
    for (int i = 1; i < line.size(); ++i) {
      const Word& word = line.words[static_cast<std::size_t>(i)];
      const WordFacts& facts = testing::lists().grammar.find(word.key);
      const bool calendar = facts.is(WordClass::Month) || facts.is(WordClass::Weekday);
      const bool is_common = facts.classes != 0 || testing::lists().actor_words.find(word.key).title;
      if (word.shape == Shape::Capital && !calendar && !is_common && line.style == Style::Prose)
        names.insert(word.key);
    }
  return names;
}

// A folder of the data with one file replaced.
class BrokenData {
 public:
  BrokenData(const std::string& file, const std::string& text)
      : folder_(fs::temp_directory_path() / "demarche-lists") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    for (const auto& entry : fs::directory_iterator(data))
      if (entry.is_regular_file()) fs::copy_file(entry.path(), folder_ / entry.path().filename());
    std::ofstream(folder_ / file, std::ios::trunc) << text;
  }
  ~BrokenData() { fs::remove_all(folder_); }
  BrokenData(const BrokenData&) = delete;
  BrokenData& operator=(const BrokenData&) = delete;

  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

}  // namespace

TEST_CASE("every verb of an act is listed with its forms", "[lists]") {
  for (const ActEntry& act : testing::lists().acts.all()) {
    if (act.kind != ActKind::Verb) continue;
    INFO(act.name());
    CHECK(testing::lists().grammar.verb(act.word) >= 0);
  }
}

TEST_CASE("the act lexicon covers every relation", "[lists]") {
  const auto& acts = testing::lists().acts.all();
  CHECK(acts.size() >= 450);
  for (const Relation relation : all_relations) {
    INFO(name(relation));
    CHECK(std::any_of(acts.begin(), acts.end(),
                      [relation](const ActEntry& act) { return act.relation == relation; }));
  }
}

TEST_CASE("no list holds a name of the samples", "[lists]") {
  const fs::path samples = data / "samples";
  if (!fs::exists(samples)) {
    WARN("no samples: skipped");
    return;
  }
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(samples))
    if (entry.path().extension() == ".txt" || entry.path().extension() == ".md")
      names.merge(names_in(contents(entry.path())));
  for (const char* file :
       {"acts.jsonl", "controls.jsonl", "proposals.jsonl", "exclusions.txt", "headlines.txt"}) {
    std::string text = contents(data / file);
    for (char& c : text)
      if (std::string_view("\"{}:,[]").find(c) != std::string_view::npos) c = ' ';
    for (const std::string& word : split_words(text)) {
      INFO(file << ": " << word);
      const bool ours = testing::lists().actor_words.find(word).group.has_value();
      CHECK((ours || !names.contains(word)));
    }
  }
}

// What governs another act may have an adverb and a preposition: "stop short of".
TEST_CASE("an entry is a word or two, never a phrase of some text", "[lists]") {
  for (const auto& [file, most_spaces] :
       {std::pair{"acts.jsonl", 1}, {"controls.jsonl", 2}, {"proposals.jsonl", 1}})
    for (const std::string& value : split_quoted(contents(data / file))) {
      INFO(file << ": " << value);
      CHECK(std::count(value.begin(), value.end(), ' ') <= most_spaces);
    }
}

TEST_CASE("a role is written as it is read", "[lists]") {
  for (const char* word : {"nsubj", "nsubj:pass", "obj", "iobj", "xcomp", "ccomp", "obl:to", "nmod:poss",
                           "nmod:of", "speaker"}) {
    const auto role = Role::parse(word);
    INFO(word);
    REQUIRE(role);
    CHECK(role->word() == word);
  }
  CHECK_FALSE(Role::parse("obl:"));
  CHECK_FALSE(Role::parse("subject"));
}

TEST_CASE("a verb of control may govern by its subject and by its object", "[lists]") {
  const Controls& controls = testing::lists().controls;
  REQUIRE(controls.of_verb("want"));
  CHECK(controls.of_verb("want")->effect == Effect::Planned);
  CHECK(controls.of_verb("want", Controller::Object)->effect == Effect::Urged);
  CHECK(controls.of_verb("urge")->controller == Controller::Object);
  CHECK_FALSE(controls.of_verb("rain"));
}

TEST_CASE("a fault in a list is named with its file and line", "[lists]") {
  struct Fault {
    const char* file;
    const char* text;
    const char* where;
  };
  for (const Fault& fault :
       {Fault{"words.txt", "determiner: the\nnonsense: x\n", "words.txt:2"},
        Fault{"verbs.txt", "accept\naccept\n", "verbs.txt:2"},
        Fault{"controls.jsonl", "{\"verb\":\"try\",\"effect\":\"odd\"}\n", "controls.jsonl:1"},
        Fault{"acts.jsonl", "# first\n{\"verb\":\"try\"}\n", "acts.jsonl:2"},
        Fault{"acts.jsonl", "{\"verb\":\"try\",\"relation\":\"accepted\",\"proposal\":[\"odd\"]}\n",
              "acts.jsonl:1"},
        Fault{"proposals.jsonl", "{\"noun\":\"plan\"}\n", "proposals.jsonl:1"},
        Fault{"exclusions.txt", "odd: x\n", "exclusions.txt:1"},
        Fault{"headlines.txt", "# first\nback endorse\n", "headlines.txt:2"},
        Fault{"headlines.txt", "back endorse back\nback support back\n", "headlines.txt:2: 'back' a second"},
        Fault{"titles.txt", "odd: x\n", "titles.txt:1"},
        Fault{"groups.txt", "no colon\n", "groups.txt:1"},
        Fault{"affiliations.txt", "leads: PERSON heads ODD\n",
              "affiliations.txt:1: 'ODD' stands for nothing"},
        Fault{"affiliations.txt", "# ok\ncounters: PERSON heads BODY\n",
              "affiliations.txt:2: no 'link: phrase'"},
        Fault{"affiliations.txt", "leads: PERSON [now heads BODY\n", "affiliations.txt:1: '[now': half a"},
        Fault{"affiliations.txt", "leads: PERSON heads//leads BODY\n", "affiliations.txt:1: 'heads//leads'"},
        Fault{"affiliations.txt", "leads: CHIEF , PERSON of BODY\n",
              "affiliations.txt:1: one of PERSON, CHIEF"},
        Fault{"affiliations.txt", "leads: PERSON resigned\n", "affiliations.txt:1: one of BODY, NAME"},
        Fault{"affiliations.txt", "holds: PERSON heads BODY\n", "affiliations.txt:1: 'holds' asks for"},
        Fault{"affiliations.txt", "leads: HIS new BODY\n", "affiliations.txt:1: one of PERSON, CHIEF, GROUP"},
        Fault{"affiliations.txt", "leads: OFFICE of CHIEF\n",
              "affiliations.txt:1: 'OFFICE' on the wrong side of 'CHIEF'"}}) {
    const BrokenData broken(fault.file, fault.text);
    std::vector<std::string> faults;
    const auto note = [&faults](const auto& result) {
      if (!result) faults.push_back(result.error().message());
    };
    note(ActorWords::load(broken.folder()));
    note(Grammar::load(broken.folder()));
    note(Controls::load(broken.folder()));
    note(Acts::load(broken.folder()));
    note(ProposalWords::load(broken.folder()));
    note(Exclusions::load(broken.folder()));
    note(Headlines::load(broken.folder()));
    INFO(fault.file << ": " << fault.text);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().find(fault.where) != std::string::npos);
  }
}

TEST_CASE("regular forms of verbs and nouns", "[lists]") {
  const Grammar& grammar = testing::lists().grammar;
  const auto is_form = [&](const char* form, const char* lemma, std::uint8_t kind) {
    const WordFacts& facts = grammar.find(form);
    return facts.verb == grammar.verb(lemma) && (facts.forms & kind) != 0;
  };
  CHECK(is_form("submitted", "submit", form_past));
  CHECK(is_form("ratifies", "ratify", form_third));
  CHECK(is_form("approving", "approve", form_ing));
  CHECK(is_form("passes", "pass", form_third));
  CHECK(is_form("thrown", "throw", form_participle));
  CHECK(is_form("agreeing", "agree", form_ing));
  CHECK(plural_of("treaty") == "treaties");
  CHECK(plural_of("compromise") == "compromises");
  CHECK(plural_of("plea") == "pleas");
}
