#!/bin/sh
# Makes this checkout ready for `npm start`, `npm test`, `npm run check` or `npm run dev`, and says what it does.
# Usage: sh setup.sh start|test|check|dev
#
# Silent, and done in a few hundredths of a second, when nothing has changed: plain sh, no Node is started for that.
# It contacts package registries only, only to install what the lock files name, and never runs a package's scripts.
set -eu
case $0 in */*) cd "${0%/*}" ;; esac
purpose=${1:-start}
here=$PWD
bin=$here/node_modules/.bin

say() { printf '织格 gridloom · %s\n' "$1"; }
stop() { say "$1" >&2 && exit 1; }

# The folder $1 holds exactly what its lock file names: a copy of that file is kept as the stamp of the last installation.
is_installed() { cmp -s "$1/package-lock.json" "$1/node_modules/.installed"; }
stamp() { cp "$1/package-lock.json" "$1/node_modules/.installed"; }

# Installs the folder $1; $2 and $3 say in English and Chinese what it is; what follows is the npm to do it with.
install() {
  folder=$1 english=$2 chinese=$3 && shift 3
  say "installing $english（正在安装$chinese）…"
  "$@" ci --prefix "$folder" --include=dev --include=optional --ignore-scripts --engine-strict=false \
    --no-audit --no-fund --no-progress --no-update-notifier --loglevel=error >/dev/null ||
    stop "$english could not be installed: see above. Is the npm registry within reach?
$chinese安装失败，原因见上。请检查网络或 npm 镜像设置。"
}

# The machine's own npm, without what it adds to the PATH when it runs a script: it must not run on the Node it replaces.
host_npm() { PATH=$host_path npm "$@"; }
our_npm() { "$(our_node)" "$here/setup/runtime/node_modules/npm/bin/npm-cli.js" "$@"; }

without_npm_folders() {
  rest=$PATH: kept=
  while [ -n "$rest" ]; do
    entry=${rest%%:*} rest=${rest#*:}
    case $entry in */node_modules/.bin | */node-gyp-bin | '') ;; *) kept=${kept:+$kept:}$entry ;; esac
  done
  printf %s "$kept"
}

is_recent() {
  case $("$1" --version 2>/dev/null) in v2[6-9].* | v[3-9][0-9].*) return 0 ;; *) return 1 ;; esac
}

# The Node 26 to use: the one from the npm package for this platform, else the machine's own.
our_node() {
  for candidate in "$here"/setup/runtime/node_modules/node-*/bin/node "$(PATH=$host_path command -v node)"; do
    if is_recent "$candidate"; then
      printf %s "$candidate"
      return
    fi
  done
}

# Node 26 needs libatomic, and a small Debian has none: the one thing that npm cannot bring.
prepare_libatomic() {
  for candidate in setup/runtime/node_modules/node-*/bin/node; do
    "$candidate" --version 2>&1 | grep -q libatomic || continue
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
      stop 'Node 26 needs the system library libatomic: install it (Debian: sudo apt-get install libatomic1) and run this
again. Node 26 需要系统库 libatomic，请先安装（Debian: sudo apt-get install libatomic1），再重新运行本命令。'
    fi
    say 'installing the system library libatomic, which Node 26 needs（正在安装 Node 26 需要的系统库）…'
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends libatomic1; } \
      >/dev/null 2>&1 || stop 'libatomic1 could not be installed with apt-get. 系统库 libatomic1 安装失败。'
  done
}

# Node 26 and one npm for everybody. An old npm on an old Node leaves out, without a word, the optional packages whose
# `engines` ask for a newer Node: the compiled halves of vite and others (seen with npm 9.2 on Node 18).
prepare_runtime() {
  is_installed setup/runtime && is_recent "$bin/node" && return
  host_path=$(without_npm_folders)
  is_installed setup/runtime || install setup/runtime 'Node 26 and npm' ' Node 26 与 npm' host_npm
  prepare_libatomic
  [ -n "$(our_node)" ] || stop "Node 26 is needed, and no build of it runs on this machine ($(uname -sm)): install Node 26.
本机没有可用的 Node 26，请先安装 Node 26，再重新运行本命令。"
  stamp setup/runtime
}

link_node() { mkdir -p "$bin" && ln -sf "$(our_node)" "$bin/node"; }

prepare_dependencies() {
  is_installed . && is_recent "$bin/node" && return
  host_path=$(without_npm_folders)
  is_installed . || install . 'the dependencies' '依赖' our_npm
  link_node
  stamp .
}

studio_is_built() {
  [ -f studio/dist/.built ] && [ -z "$(find studio plugins server/kernel server/http/contract package-lock.json \
    -path studio/dist -prune -o -newer studio/dist/.built -print | head -n 1)" ]
}

# The stamp is as old as the beginning of the build, so that a file saved meanwhile is built next time. A studio that
# cannot be built ends a start; a test goes on, counts it as a failure, and still tells what else is wrong.
prepare_studio() {
  studio_is_built && return
  say 'building the studio（正在构建界面）…'
  mkdir -p studio/dist && : >node_modules/.studio-build
  if vite build studio --logLevel warn; then
    mv node_modules/.studio-build studio/dist/.built
    return
  fi
  rm -rf studio/dist
  [ "$purpose" = test ] || stop 'The studio could not be built: see above. 界面构建失败，原因见上。'
}

# The same browser and fonts on every machine that can run them; elsewhere the tests look for one that is installed.
prepare_browser() {
  [ "$(uname -sm)" = 'Linux x86_64' ] || return 0
  is_installed setup/browser && return
  host_path=$(without_npm_folders)
  install setup/browser 'a browser and Chinese fonts for the tests' '测试用浏览器与中文字体' our_npm
  node setup/browser/unpack.ts
  stamp setup/browser
}

prepare_postgres() {
  is_installed setup/postgres || node setup/postgres/find-postgres.ts >/dev/null 2>&1 && return
  host_path=$(without_npm_folders)
  install setup/postgres 'a PostgreSQL for the tests' '测试用 PostgreSQL ' our_npm
  node setup/postgres/restore-links.ts
  stamp setup/postgres
}

# Two commands started at once in one checkout must not install over each other.
wait_for_others() {
  command -v flock >/dev/null || return 0
  flock -n 9 || { say 'waiting for another set-up in this folder（等待另一个安装完成）…' && flock 9; }
}

case $purpose in
start) needs='studio' ;;
test) needs='studio browser postgres' ;;
check | dev) needs='' ;;
*) stop "Unknown purpose: $purpose. Usage: sh setup.sh start|test|check|dev" ;;
esac
command -v npm >/dev/null || stop 'npm is needed: Node 18 or newer brings it. 需要 npm，请先安装 Node 18 或更新版本。'

PATH=$bin:$PATH
exec 9<package-lock.json
wait_for_others
prepare_runtime
prepare_dependencies
for need in $needs; do "prepare_$need"; done
exec 9<&-
