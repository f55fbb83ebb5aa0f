// What stands in for the tools that electron-builder downloads, where it cannot: the system's own, and only the targets
// that they can make.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';

const here = import.meta.dirname;

/** The first of these programs that is installed, or null. */
function firstOf(...programs) {
  return programs.find((program) => fs.existsSync(program)) ?? null;
}

const sevenZip = firstOf('/usr/bin/7za', '/usr/bin/7zz');
const mksquashfs = firstOf('/usr/bin/mksquashfs');
const validate = firstOf('/usr/bin/desktop-file-validate');

/** The size of the stand-in for the AppImage runtime: squashfs begins after it. */
const runtimeSize = 4096;

/**
 * Makes the folder that `APPIMAGE_TOOLS_PATH` names: electron-builder's layout, with the system's tools and our runtime.
 * It is in this tree: another one, which packs at the same time, may have another runtime.
 */
function appImageTools() {
  const folder = path.join(root, 'out/appimage-stand-in');
  const runtimes = path.join(folder, 'runtimes');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'lib/x64'), { recursive: true });
  fs.mkdirSync(runtimes);
  // Fast rather than small: such an AppImage is for trying out.
  const fast = `#!/bin/sh\nexec ${mksquashfs} "$@" -Xcompression-level 1\n`;
  fs.writeFileSync(path.join(folder, 'mksquashfs'), fast, { mode: 0o755 });
  fs.symlinkSync(validate, path.join(folder, 'desktop-file-validate'));
  const script = fs.readFileSync(path.join(here, 'appimage-stand-in-runtime.sh'));
  if (script.length > runtimeSize) throw new Error('The stand-in for the AppImage runtime is too long.');
  // The rest of its block is a comment that ends with the line that the shell never reads beyond.
  const block = Buffer.alloc(runtimeSize, '#');
  script.copy(block);
  block.write('\n', runtimeSize - 1);
  fs.writeFileSync(path.join(runtimes, 'runtime-x64'), block);
  return folder;
}

/**
 * How electron-builder is called with the system's tools.
 * @returns {{ targets: string[], args: string[], env: Record<string, string> }} `targets`: those for Linux that can be made here
 */
export function localTools() {
  const has = {
    'tar.gz': sevenZip !== null,
    deb: fs.existsSync('/usr/bin/dpkg-deb'),
    rpm: fs.existsSync('/usr/bin/rpmbuild'),
    AppImage: mksquashfs !== null && validate !== null && process.arch === 'x64',
  };
  return {
    targets: ['dir', ...Object.keys(has).filter((target) => has[target])],
    // Nobody should take such an AppImage for one that runs without unsquashfs.
    args: has.AppImage
      ? ['-c.appImage.artifactName=${productName}-${version}-${os}-${arch}-stand-in-runtime.${ext}']
      : [],
    env: {
      ...(sevenZip === null ? {} : { ELECTRON_BUILDER_7ZIP_PATH: sevenZip }),
      ...(has.AppImage ? { APPIMAGE_TOOLS_PATH: appImageTools() } : {}),
      ELECTRON_BUILDER_COMPRESSION_LEVEL: '3',
      CUSTOM_FPM_PATH: path.join(root, 'build/package/fpm/fpm.mjs'),
    },
  };
}
