#include "cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace demarche {
namespace {

std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free, "only then may a signal handler write it");

void remember(int signal) {
  received = signal;
}

// A shell has what it puts in the background ignore Ctrl-C; so it stays.
void watch_for(int signal) {
  struct sigaction action {};
  sigaction(signal, nullptr, &action);
  if (action.sa_handler == SIG_IGN) return;
  action.sa_handler = remember;
  action.sa_flags = SA_RESETHAND | SA_RESTART;
  sigaction(signal, &action, nullptr);
}

}  // namespace

void watch_for_interrupts() {
  watch_for(SIGINT);
  watch_for(SIGTERM);
}

int interrupted_by() {
  return received;
}

}  // namespace demarche
