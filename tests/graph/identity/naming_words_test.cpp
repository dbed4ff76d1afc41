#include "graph/identity/naming_words.h"

#include <catch2/catch.hpp>

namespace demarche {
namespace {

std::string fault_of(std::string_view lines) {
  const auto words = NamingWords::parse(lines, "naming.txt");
  return words ? "" : words.error().message();
}

TEST_CASE("the words of names are built in without a fault") {
  CHECK(is_naming(NamingClass::Function, "the"));
  CHECK_FALSE(is_naming(NamingClass::Function, "plan"));
  CHECK(naming_words().value(NamingClass::Number, "forty") == "40");
  CHECK(naming_words().value(NamingClass::Family, "joint venture") == "union");
  CHECK_FALSE(naming_words().value(NamingClass::Same, "plan"));
}

TEST_CASE("a fault in the words of names is told with its line") {
  CHECK(fault_of("# words\n\ngeneral: plan\n") == "");
  CHECK(fault_of("general: plan\nkolour: red") == "naming.txt:2: no known 'class: words'");
  CHECK(fault_of("general") == "naming.txt:1: no known 'class: words'");
  CHECK(fault_of("general: plan deal\ngeneral: plan") == "naming.txt:2: 'plan' stands twice");
  CHECK(fault_of("number: two") == "naming.txt:1: 'two': no value that belongs to 'number'");
  CHECK(fault_of("family: plan=scheme") == "naming.txt:1: 'plan=scheme': no value that belongs to 'family'");
  CHECK(fault_of("general: plan=1") == "naming.txt:1: 'plan=1': no value that belongs to 'general'");
}

}  // namespace
}  // namespace demarche
