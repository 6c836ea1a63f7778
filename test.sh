#!/usr/bin/env bash
# The gate: format, build, every test. The last line counts them; the exit code is 0 only if nothing failed.
#   ./test.sh          everything
#   ./test.sh --fast   without slow suites (trait Speed=Slow) and without the browser (trait Needs=Browser)
#   ./test.sh --long   with soaks, all seeds and all kills (TRADINGDESK_LONG=1)
# With CI=true a skipped test is a failure and packages are restored in locked mode.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

filter=()
browser=yes
for argument in "$@"; do
  case "$argument" in
    --fast) filter=(-trait- Speed=Slow -trait- Needs=Browser); browser=no ;;
    --long) export TRADINGDESK_LONG=1 ;;
    *) echo "test.sh knows --fast and --long, not '$argument'." >&2; exit 2 ;;
  esac
done

say() { printf '== %s\n' "$1"; }

# Finds a Chromium, or installs one where this user may.
need_chromium() {
  local program="${TRADINGDESK_CHROMIUM:-/usr/bin/chromium}"
  [ -x "$program" ] && return
  if [ -n "${TRADINGDESK_CHROMIUM:-}" ]; then
    echo "TRADINGDESK_CHROMIUM names $program, which is no program." >&2; exit 1
  fi
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    say "installing chromium"
    "${as_root[@]}" apt-get update -qq >/dev/null || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null </dev/null || true
  fi
  [ -x "$program" ] && return
  echo "The browser tests need chromium: install it (Debian: apt-get install chromium)," \
    "name another in TRADINGDESK_CHROMIUM, or run ./test.sh --fast." >&2
  exit 1
}

[ "$browser" = no ] || need_chromium

say "restore"
dotnet restore TradingDesk.sln --verbosity quiet

say "format"
dotnet format TradingDesk.sln --verify-no-changes --no-restore

say "build"
dotnet build TradingDesk.sln --no-restore --verbosity quiet

say "tests"
[ "${CI:-}" != true ] || filter+=(-failSkips)
report="$(mktemp)"
trap 'rm -f "$report"' EXIT
outcome=0
dotnet TradingDesk.Tests/bin/Debug/net10.0/TradingDesk.Tests.dll -noColor "${filter[@]}" </dev/null 2>&1 | tee "$report" || outcome=$?

summary="$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+' "$report" | tail -n 1)" || {
  echo "The test program ended without a summary." >&2
  exit 1
}
count() { printf '%s' "$summary" | sed -E "s/.*$1: ([0-9]+).*/\1/"; }
failed=$(($(count Failed) + $(count Errors)))
skipped=$(count Skipped)
passed=$(($(count Total) - $(count Failed) - skipped - $(count 'Not Run')))
[ "$failed" = 0 ] && [ "$outcome" = 0 ] && [ "$passed" -gt 0 ] || outcome=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$outcome"
