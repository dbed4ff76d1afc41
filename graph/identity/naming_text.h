// The bytes of data/naming.txt, built in.
#pragma once

#include <string_view>

namespace demarche {

extern const std::string_view naming_text;

}  // namespace demarche
