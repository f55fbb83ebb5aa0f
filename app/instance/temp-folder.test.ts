import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { betterTempFolder, isSocketPath, isWritableFolder } from './temp-folder';

const anyFolder = () => true;

it('keeps a TMPDIR that works, and replaces one that is missing, relative or too long for a socket', () => {
  expect(betterTempFolder(undefined)).toBeNull();
  expect(betterTempFolder('/home/p/tmp', anyFolder)).toBeNull();
  expect(betterTempFolder('tmp', anyFolder)).toBe('/tmp');
  expect(betterTempFolder(`/${'a'.repeat(79)}`, anyFolder)).toBe('/tmp');
  expect(betterTempFolder(`/${'a'.repeat(139)}`, anyFolder)).toBe('/tmp');
  expect(betterTempFolder('/gone', (path) => path === '/var/tmp')).toBe('/var/tmp');
  expect(betterTempFolder('/gone', () => false)).toBeNull();
});

it('counts bytes, not characters, since that is what a socket’s path is measured in', () => {
  expect(isSocketPath(`/${'a'.repeat(102)}`)).toBe(true);
  expect(isSocketPath(`/${'a'.repeat(103)}`)).toBe(false);
  expect(isSocketPath(`/${'ä'.repeat(60)}`)).toBe(false);
});

it('knows a writable folder from a file and from nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ninetray-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), '');
  expect([folder, join(folder, 'file'), join(folder, 'none')].map(isWritableFolder)).toEqual([true, false, false]);
});
