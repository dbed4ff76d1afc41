"""What checks of a program's tests share: each says in a word what it saw where it fails."""
failures = 0


def check(what, is_so, seen=None):
    global failures
    if not is_so:
        failures += 1
        print(f"FAILED: {what}: {seen!r}")


def verdict(praise):
    """Prints how it went; the status to end with."""
    print(praise if not failures else f"{failures} checks failed.")
    return 1 if failures else 0
