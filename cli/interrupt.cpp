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

}  // namespace

void watch_for_interrupts() {
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = SA_RESETHAND | SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int interrupted_by() {
  return received;
}

}  // namespace demarche
