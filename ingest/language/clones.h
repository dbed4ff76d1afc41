// For loops that compilers turn into vector instructions: a function so marked is compiled twice on x86-64,
// for every processor and for those with AVX2, and the right one is taken when the program starts.
// Tested by all tests of what is so marked.
#pragma once

#if defined(__x86_64__)
#define DEMARCHE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define DEMARCHE_CLONES
#endif
