// Removes what a packaged application does not need, and electron-builder leaves in when it packs an unpacked Electron;
// and on Linux gives libraries their usual mode.
const fs = require('node:fs');
const path = require('node:path');

exports.default = async ({ appOutDir, electronPlatformName }) => {
  for (const file of ['resources/default_app.asar', 'version']) {
    fs.rmSync(path.join(appOutDir, file), { force: true });
  }
  if (electronPlatformName !== 'linux') return;
  // Libraries are loaded, not run: Debian's policy 10.1.
  for (const file of fs.readdirSync(appOutDir)) {
    if (/\.so(\.\d+)*$/.test(file)) fs.chmodSync(path.join(appOutDir, file), 0o644);
  }
};
