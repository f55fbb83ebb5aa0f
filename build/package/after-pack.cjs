// Removes what a packaged application does not need, and electron-builder leaves in when it packs an unpacked Electron.
const fs = require('node:fs');
const path = require('node:path');

exports.default = async ({ appOutDir }) => {
  for (const file of ['resources/default_app.asar', 'version']) {
    fs.rmSync(path.join(appOutDir, file), { force: true });
  }
};
