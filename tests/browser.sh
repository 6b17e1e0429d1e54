# Makes sure that there is a Chromium for the tests of the site: finds one, or installs Debian's, without its windows
# where there is such a package: it takes half of the time.
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
echo "The tests of the site need Chromium; installing it ..."
if command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  $as_root apt-get update -qq >/dev/null 2>&1
  for name in chromium-headless-shell chromium; do
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$name" >/dev/null 2>&1 && exit 0
  done
fi
echo "Chromium could not be installed: the tests in a browser are left out."
