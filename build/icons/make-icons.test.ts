import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { severities } from '../../app/model/severity';
import { type TrayMark, type TrayPlatform, trayIcon, trayIconFile } from '../../app/tray/icon';

const marks: TrayMark[] = [...severities, 'waiting'];
const platforms: [TrayPlatform, number][] = [
  ['linux', 1],
  ['linux', 2],
  ['win32', 1],
  ['darwin', 1],
];
let folder = '';
const read = (file: string) => readFileSync(join(folder, file));
const widthOf = (png: Buffer) => png.readUInt32BE(16);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninetray-icons-'));
  execFileSync(process.execPath, [resolve(import.meta.dirname, 'make-icons.mjs'), folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the icons', () => {
  it('are there for every mark, platform and panel that the tray asks for, and all differ', () => {
    const seen = new Set<string>();
    let asked = 0;
    for (const mark of marks)
      for (const [platform, scale] of platforms)
        for (const dark of platform === 'darwin' ? [false] : [false, true]) {
          const png = read(trayIconFile(trayIcon(mark, platform, dark), platform, scale));
          expect(png.toString('latin1', 1, 4)).toBe('PNG');
          expect(widthOf(png)).toBe(platform === 'linux' ? 22 * scale : 16);
          seen.add(png.toString('base64'));
          asked += 1;
        }
    expect(asked).toBe(35);
    expect(seen.size).toBe(asked);
  });

  it('have their larger twins where the system looks for them', () => {
    expect(widthOf(read('tray/darwin/fine-Template@2x.png'))).toBe(32);
    expect(widthOf(read('tray/win32/fine-dark@1.25x.png'))).toBe(20);
    expect(widthOf(read('tray/win32/fine-dark@1.5x.png'))).toBe(24);
    expect(widthOf(read('tray/win32/fine-dark@2x.png'))).toBe(32);
  });

  it('make an .ico whose entries are whole images of the size they claim', () => {
    const ico = read('app/icon.ico');
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const offset = ico.readUInt32LE(entry + 12);
      const png = ico.subarray(offset, offset + ico.readUInt32LE(entry + 8));
      expect(widthOf(png) % 256).toBe(ico.readUInt8(entry));
      expect(png.toString('latin1', png.length - 8, png.length - 4)).toBe('IEND');
      return widthOf(png);
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('make an .icns that ends where it says, with every size macOS wants', () => {
    const icns = read('app/icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const widths = new Map<string, number>();
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      widths.set(icns.toString('latin1', at, at + 4), widthOf(icns.subarray(at + 8)));
    expect(widths.get('ic07')).toBe(128);
    expect(widths.get('ic10')).toBe(1024);
    expect(widths.size).toBe(10);
  });
});
