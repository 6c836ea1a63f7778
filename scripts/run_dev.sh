#!/usr/bin/env bash
# The desk for a developer: rebuilt and restarted when a source file changes. Arguments go to the desk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# The page forbids foreign scripts, so the watcher must not inject its own: reload the page by hand.
export DOTNET_WATCH_SUPPRESS_BROWSER_REFRESH=1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 ASPNETCORE_ENVIRONMENT=Development
exec dotnet watch --non-interactive --project TradingDesk.Web run -- "$@"
