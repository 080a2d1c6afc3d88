#!/bin/sh
# Fetches the SPARQL editor named in package.json from npm into assets/vendor/ and checks what came. Without npm the
# page has its plain form.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
vendor="$here/assets/vendor"
package="@zazuko/yasqe"
version=$(sed -n "s|.*\"$package\": \"\(.*\)\".*|\1|p" "$here/package.json")

if ! command -v npm >/dev/null 2>&1; then
  echo "npm is not installed: the SPARQL page will have its plain form." >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
if ! npm pack --silent "$package@$version" >/dev/null; then
  echo "npm could not fetch $package: the SPARQL page will have its plain form." >&2
  exit 0
fi
tar xzf ./*.tgz
cd package/build
sha256sum --check --quiet "$here/editor.sha256"
mkdir -p "$vendor"
for file in yasqe.min.js yasqe.min.css; do
  sed 's|^//# sourceMappingURL=.*||' "$file" >"$vendor/$file"
done
