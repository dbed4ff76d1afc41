// The bytes of a text file as UTF-8, whatever encoding they are in.
// Tested by tests/ingest/read/decode_test.cpp over tests/cases/read/encodings.jsonl.
#pragma once

#include <string>
#include <string_view>

#include "graph/model/error.h"

namespace demarche {

// By byte-order mark (which is dropped), else UTF-8 where it is that, else UTF-16 without mark, else the
// encoding that the file itself declares, else the one it looks like, Windows-1252 in doubt. UTF-8 with a few
// bad bytes stays UTF-8: each bad byte becomes U+FFFD. Errors: Malformed for bytes that are no text.
[[nodiscard]] Result<std::string> decode(std::string_view bytes, std::string_view declared = {});

// As `decode`, for formats that are UTF-8 by their definition: nothing is guessed and nothing mended.
[[nodiscard]] Result<std::string> decode_strict(std::string_view bytes);

// Whether these are bytes of no text in any encoding that we know.
[[nodiscard]] bool is_binary(std::string_view bytes);

}  // namespace demarche
