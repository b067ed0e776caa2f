#!/bin/sh
# Makes this checkout ready for `npm start`, `npm test`, `npm run check` or `npm run dev`, and says what it does.
# Usage: sh setup.sh start|test|check|dev
#
# Silent, and done in a few hundredths of a second, when nothing has changed: plain sh, no Node is started for that.
# It contacts the npm registry only, only to install what the lock files name, and never runs a package's scripts.
set -eu
case $0 in */*) cd "${0%/*}" ;; esac
purpose=${1:-start}
bin=$PWD/node_modules/.bin

say() { printf '织格 gridloom · %s\n' "$1"; }
stop() { printf '织格 gridloom · %s\n' "$1" >&2 && exit 1; }

# The folder $1 holds exactly what its lock file names: a copy of that file is kept as the stamp of the last installation.
is_installed() { cmp -s "$1/package-lock.json" "$1/node_modules/.installed"; }

# npm must not run on the Node that it is about to replace, so npm's own additions to the PATH are left out.
host_path() {
  rest=$PATH: kept=
  while [ -n "$rest" ]; do
    entry=${rest%%:*} rest=${rest#*:}
    case $entry in */node_modules/.bin | */node-gyp-bin | '') ;; *) kept=${kept:+$kept:}$entry ;; esac
  done
  printf %s "$kept"
}

# Installs the folder $1; $2 says, in both languages, what it is.
install() {
  say "installing $2 (once; 首次安装,请稍候) …"
  PATH=$(host_path) npm ci --prefix "$1" --include=dev --include=optional --ignore-scripts \
    --no-audit --no-fund --no-progress --loglevel=error >/dev/null ||
    stop "$2 could not be installed: see above; is the npm registry within reach? 安装失败:请检查网络或 npm 镜像设置。"
}

is_recent() {
  case $("$1" --version 2>/dev/null) in v2[6-9].* | v[3-9][0-9].*) return 0 ;; *) return 1 ;; esac
}

# npm up to 10 forgets this link where packages of other platforms were left out; without it the host's old Node would run.
link_node() {
  is_recent "$bin/node" && return
  for candidate in "$PWD"/node_modules/node-*/bin/node "$(PATH=$(host_path) command -v node || true)"; do
    if is_recent "$candidate"; then
      case $candidate in "$PWD"/node_modules/*) candidate=..${candidate#"$PWD/node_modules"} ;; esac
      ln -sf "$candidate" "$bin/node"
    fi
  done
}

prepare_dependencies() {
  is_installed . || install . 'the dependencies and Node 26 (依赖与 Node 26)'
  link_node
  is_recent "$bin/node" || stop "Node 26 is needed, and no build of it runs on this machine ($(uname -sm)). \
本机没有可用的 Node 26:请先安装 Node 26,再重新运行本命令。"
  is_installed . || cp package-lock.json node_modules/.installed
}

studio_is_built() {
  [ -f studio/dist/.built ] && [ -z "$(find studio server/kernel server/http/contract package-lock.json \
    -path studio/dist -prune -o -newer studio/dist/.built -print | head -n 1)" ]
}

# The stamp is as old as the beginning of the build, so that a file saved meanwhile is built next time.
prepare_studio() {
  studio_is_built && return
  say 'building the studio (正在构建界面) …'
  mkdir -p studio/dist && : >node_modules/.studio-build
  vite build studio --logLevel warn || stop 'The studio could not be built: see above. 界面构建失败,原因见上。'
  mv node_modules/.studio-build studio/dist/.built
}

# The same browser and fonts on every machine that can run them; elsewhere the tests look for one that is installed.
prepare_browser() {
  [ "$(uname -sm)" = 'Linux x86_64' ] || return 0
  is_installed setup/browser && return
  install setup/browser 'a browser and Chinese fonts for the tests (测试用浏览器与中文字体)'
  node setup/browser/unpack.ts
  cp setup/browser/package-lock.json setup/browser/node_modules/.installed
}

prepare_postgres() {
  is_installed setup/postgres || node setup/postgres/find-postgres.ts >/dev/null && return
  install setup/postgres 'a PostgreSQL for the tests (测试用 PostgreSQL)'
  node setup/postgres/restore-links.ts
  cp setup/postgres/package-lock.json setup/postgres/node_modules/.installed
}

prepare() {
  prepare_dependencies
  case $purpose in start | test) prepare_studio ;; esac
  case $purpose in test) prepare_browser ;; esac
  case $purpose in test) prepare_postgres ;; esac
}

case $purpose in start | test | check | dev) ;; *) stop "Unknown purpose: $purpose. Usage: sh setup.sh start|test|check|dev" ;; esac
command -v npm >/dev/null || stop 'npm is needed (Node 18 or newer brings it). 需要 npm:请先安装 Node 18 或更新版本。'

# Two commands started at once in one checkout must not install over each other.
wait_for_others() {
  command -v flock >/dev/null || return 0
  flock -n 9 || { say 'waiting for another set-up in this folder (等待另一个安装完成) …' && flock 9; }
}

PATH=$bin:$PATH
exec 9<package-lock.json
wait_for_others
prepare
exec 9<&-
