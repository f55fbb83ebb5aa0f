// After a package was made: 7-Zip writes the name and the time of its temporary file into a tar.gz, which differ each time.
import fs from 'node:fs';
import { withoutGzipName } from './gzip.mjs';

/** electron-builder's hook `artifactBuildCompleted`. @param {{ file: string }} artifact */
export default function artifactCompleted({ file }) {
  if (file.endsWith('.tar.gz')) fs.writeFileSync(file, withoutGzipName(fs.readFileSync(file)));
}
