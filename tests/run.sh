#!/usr/bin/env bash
# Runs everything the project promises: installs and starts what the tests need, builds, checks the form of the code,
# runs all tests. The last line is the sum.   bash tests/run.sh [campaigns|peers]
# "peers" only installs the programs that benchmarks compare with: Chromium and WeasyPrint, which print the same papers.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

mode="${1:-all}"
case "$mode" in
  all | campaigns | peers) ;;
  *)
    echo "usage: bash tests/run.sh [campaigns|peers]" >&2
    exit 2
    ;;
esac

# Nothing from the caller's shell may change what is tested.
unset ASPNETCORE_ENVIRONMENT ASPNETCORE_URLS DOTNET_ENVIRONMENT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
export LC_ALL=C.UTF-8 TZ=UTC
# Each hosted site would take some of the few file watchers that a user may have.
export DOTNET_USE_POLLING_FILE_WATCHER=true

work="$(mktemp -d "${TMPDIR:-/tmp}/smk-tests.XXXXXX")"
chmod 755 "$work"
passed=0
failed=0
skipped=0
azurite_pid=""
postgres_bin=""

as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd "$work" && runuser -u postgres -- "$@"); else "$@"; fi
}

stop_services() {
  if [ -n "$azurite_pid" ]; then
    kill "$azurite_pid" 2>/dev/null
    wait "$azurite_pid" 2>/dev/null
  fi
  if [ -f "$work/postgres/data/postmaster.pid" ]; then
    as_postgres "$postgres_bin/pg_ctl" stop -D "$work/postgres/data" -m immediate -s >/dev/null 2>&1
  fi
  rm -rf "$work"
}
trap stop_services EXIT
trap 'exit 130' INT TERM

finish() {
  echo
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] || exit 1
  if [ "$skipped" -gt 0 ] && [ "${CI:-}" = true ]; then exit 1; fi
  exit 0
}

# step NAME COMMAND…: runs it, prints its time, counts a failure.
step() {
  local name="$1" began=$SECONDS code=0
  shift
  echo "== $name"
  "$@" || code=$?
  echo "-- $name: $([ $code -eq 0 ] && echo ok || echo "FAILED ($code)"), $((SECONDS - began)) s"
  [ $code -eq 0 ] || failed=$((failed + 1))
  return $code
}

install_debian_packages() {
  local missing=()
  want() { command -v "$1" >/dev/null || missing+=("$2"); }
  want chromium chromium
  if [ "$mode" = peers ]; then
    want weasyprint weasyprint
    install_missing
    return
  fi
  want pdfsig poppler-utils
  want qpdf qpdf
  want zbarimg zbar-tools
  want exiftool libimage-exiftool-perl
  want openssl openssl
  want node nodejs
  want npm npm
  want fc-list fontconfig
  want heif-convert libheif-examples
  compgen -G '/usr/sbin/clamd' >/dev/null || missing+=(clamav-daemon)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  compgen -G '/usr/share/fonts/truetype/noto/NotoSans-Regular.*' >/dev/null || missing+=(fonts-noto-core)
  install_missing
}

# Installs what install_debian_packages found missing.
install_missing() {
  misses() { [[ " ${missing[*]} " == *" $1 "* ]]; }
  if [ ${#missing[@]} -eq 0 ]; then
    echo "nothing to install"
    return 0
  fi
  local root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
      echo "missing: ${missing[*]} (install them as root, then run again)" >&2
      return 1
    }
    root=(sudo)
  fi
  "${root[@]}" apt-get update -q >"$work/apt.log" 2>&1 || {
    tail -n 30 "$work/apt.log" >&2
    return 1
  }
  if misses libheif-examples && apt-cache show libheif-plugin-libde265 >/dev/null 2>&1; then
    # Later Debians keep the decoder of HEIC apart.
    missing+=(libheif-plugin-libde265)
  fi
  if misses clamav-daemon && ! apt-cache show clamav-daemon >/dev/null 2>&1; then
    echo "clamav-daemon cannot be had: in its tests the stub takes its place"
    mapfile -t missing < <(printf '%s\n' "${missing[@]}" | grep -vx clamav-daemon)
    if [ ${#missing[@]} -eq 0 ]; then return 0; fi
  fi
  # Nothing that comes may start by itself: the tests start what they need, and nothing fetches signatures.
  local quiet=/usr/sbin/policy-rc.d made="" code=0
  if [ ! -e "$quiet" ]; then
    made="$quiet"
    printf '#!/bin/sh\nexit 101\n' >"$work/policy-rc.d" && "${root[@]}" install -m 755 "$work/policy-rc.d" "$quiet"
  fi
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" \
    >>"$work/apt.log" 2>&1 || code=$?
  if [ -n "$made" ]; then "${root[@]}" rm -f "$made"; fi
  if [ $code -ne 0 ]; then
    tail -n 30 "$work/apt.log" >&2
    return 1
  fi
  if misses clamav-daemon && command -v systemctl >/dev/null; then
    "${root[@]}" systemctl disable clamav-daemon.service clamav-daemon.socket clamav-freshclam.service >>"$work/apt.log" 2>&1
  fi
  echo "installed: ${missing[*]}"
}

# What stands in node_modules is the lock file's content or is made anew; a second run needs no network.
install_npm_packages() {
  local folder="$1" wanted
  wanted="$(sha256sum <"$folder/package-lock.json")"
  if [ "$(cat "$folder/node_modules/.installed-lock" 2>/dev/null)" = "$wanted" ]; then
    echo "nothing to install"
    return 0
  fi
  (cd "$folder" && npm ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error) &&
    echo "$wanted" >"$folder/node_modules/.installed-lock"
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

start_postgres() {
  local port initdb
  initdb="$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)"
  postgres_bin="$(dirname "$initdb")"
  mkdir "$work/postgres"
  if [ "$(id -u)" = 0 ]; then chown postgres "$work/postgres"; fi
  port="$(free_port)" || return 1
  as_postgres "$postgres_bin/initdb" -D "$work/postgres/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
    --no-sync >"$work/initdb.log" 2>&1 || {
    cat "$work/initdb.log" >&2
    return 1
  }
  # A throw-away cluster: nothing in it must outlive a power cut.
  as_postgres "$postgres_bin/pg_ctl" start -D "$work/postgres/data" -w -t 60 -s -l "$work/postgres/log" -o \
    "-p $port -k $work/postgres -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" || {
    cat "$work/postgres/log" >&2
    return 1
  }
  export SMK_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres;Include Error Detail=true"
  echo "$("$postgres_bin/postgres" --version) on 127.0.0.1:$port"
}

start_azurite() {
  local port key
  port="$(free_port)" || return 1
  mkdir "$work/azurite"
  node tests/tools/azurite/node_modules/azurite/dist/src/blob/main.js --blobHost 127.0.0.1 --blobPort "$port" \
    --location "$work/azurite" --silent --skipApiVersionCheck --disableTelemetry >"$work/azurite.log" 2>&1 </dev/null &
  azurite_pid=$!
  local deadline=$((SECONDS + 60))
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    if [ $SECONDS -ge $deadline ] || ! kill -0 "$azurite_pid" 2>/dev/null; then
      cat "$work/azurite.log" >&2
      return 1
    fi
    sleep 0.2
  done
  # The account and key that every Azurite ships with.
  key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
  export SMK_TEST_AZURITE="DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=$key;BlobEndpoint=http://127.0.0.1:$port/devstoreaccount1;"
  echo "Azurite on 127.0.0.1:$port"
}

audit_packages() {
  local report
  report="$(timeout 180 dotnet list SmkPortfolio.sln package --vulnerable --include-transitive 2>&1)" || {
    echo "$report" | tail -n 3
    echo "the audit source does not answer: packages were not audited in this run"
    return 0
  }
  if grep -q 'NU1905' <<<"$report"; then
    echo "the package source offers no vulnerability data: packages were not audited in this run"
  fi
  if grep -q 'has the following vulnerable packages' <<<"$report"; then
    echo "$report"
    return 1
  fi
  grep -c 'has no vulnerable packages' <<<"$report" | sed 's/$/ projects without a known vulnerability/'
}

# run_tests PROJECT: adds the project's counts to the sum and prints the tables that its tests left; a run that died or ran nothing
# is a failure.
run_tests() {
  local project="$1" began=$SECONDS code=0 counters total good bad
  local results="$work/results/$project.trx" filter=() table most=1500
  if [ "$mode" = campaigns ]; then filter=(-trait Category=Campaign) most=5400; fi
  echo "== $project"
  export SMK_TEST_TABLES="$work/tables/$project"
  timeout --kill-after=30 "$most" dotnet "tests/$project/bin/Debug/net10.0/$project.dll" -noColor -noLogo \
    -result-trx "$results" "${filter[@]}" </dev/null || code=$?
  for table in "$SMK_TEST_TABLES"/*.txt; do
    if [ -f "$table" ]; then echo && cat "$table" && echo; fi
  done
  counters="$(grep -o '<Counters [^>]*' "$results" 2>/dev/null | head -n 1)"
  number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  total="$(number total)"
  good="$(number passed)"
  bad="$(number failed)"
  total="${total:-0}" good="${good:-0}" bad="${bad:-0}"
  local left=$((total - good - bad))
  if [ "$bad" -eq 0 ] && [ "$code" -ne 0 ]; then
    echo "$project ended with exit code $code"
    bad=1
  fi
  if [ "$total" -eq 0 ] && [ "$bad" -eq 0 ]; then
    if [ "$mode" = campaigns ]; then
      echo "no campaign in $project"
    else
      echo "$project ran no test"
      bad=1
    fi
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
  skipped=$((skipped + left))
  echo "-- $project: $good passed, $bad failed, $left skipped, $((SECONDS - began)) s"
}

if [ "$mode" = peers ]; then
  step "peers: Chromium, WeasyPrint" install_debian_packages || exit 1
  exit 0
fi

command -v dotnet >/dev/null || {
  echo "the .NET SDK 10.0 is needed: dotnet was not found" >&2
  failed=1
  finish
}

step "Debian packages" install_debian_packages || finish
step "npm packages: Azurite" install_npm_packages tests/tools/azurite || finish
if [ -f tests/interop/package-lock.json ]; then
  step "npm packages: interop" install_npm_packages tests/interop || finish
fi
step "PostgreSQL" start_postgres || finish
step "Azurite" start_azurite || finish
SMK_TEST_CHROMIUM="$(command -v chromium)"
export SMK_TEST_CHROMIUM SMK_TEST_INTEROP="$PWD/tests/interop"

step "restore" dotnet restore SmkPortfolio.sln --locked-mode || finish
step "build" dotnet build SmkPortfolio.sln -c Debug --no-restore --nologo -clp:NoSummary || finish
if [ "$mode" = all ]; then
  step "format" dotnet format SmkPortfolio.sln --verify-no-changes --no-restore
  step "package audit" audit_packages
else
  export SMK_CAMPAIGN=full
fi

mkdir "$work/results"
for project in SmkPortfolio.UnitTests SmkPortfolio.WebTests SmkPortfolio.BrowserTests; do
  run_tests "$project"
done
finish
