#include "ingest/language/draw.h"

#include <catch2/catch.hpp>

#include "ingest/language/conllu.h"

namespace demarche {

TEST_CASE("a tree is drawn from its root, dependents in the order of the sentence") {
  const auto bank = parse_conllu(
      "1\tPutin\tPutin\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
      "2\trejected\treject\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\t_\n"
      "4\tplan\tplan\tNOUN\tNN\t_\t2\tobj\t_\t_\n\n",
      "bank", Trees::Required);
  REQUIRE(bank);
  CHECK(draw_tree(bank->sentences[0]) ==
        "rejected  root  VBD  reject\n"
        "├─ Putin  nsubj  NNP  Putin\n"
        "└─ plan  obj  NN  plan\n"
        "   └─ the  det  DT  the\n");
}

}  // namespace demarche
