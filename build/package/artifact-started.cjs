// Before a package is made: gives all that goes into it the time of the sources, since tar and squashfs write the times
// of files. electron-builder has no other hook after the fuses are set.
const fs = require('node:fs');
const path = require('node:path');

function setTimes(folder, time) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) setTimes(full, time);
    else fs.lutimesSync(full, time, time);
  }
  fs.utimesSync(folder, time, time);
}

exports.default = ({ file }) => {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (!epoch) return;
  const output = path.dirname(file);
  for (const name of fs.readdirSync(output)) {
    if (/^linux(-\w+)?-unpacked$/.test(name)) setTimes(path.join(output, name), Number(epoch));
  }
};
