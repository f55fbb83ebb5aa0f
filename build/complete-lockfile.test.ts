// What is added to an incomplete package-lock.json: only what is missing, with the platform its name says.
import { describe, expect, it } from 'vitest';
import { missingEntries, platformOf } from './complete-lockfile.mjs';

describe('platformOf', () => {
  it.each([
    ['@oxlint/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxlint/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
    ['@oxc-parser/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['@oxlint-tsgolint/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['left-pad', null],
  ])('reads %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});

describe('missingEntries', () => {
  const optionalDependencies = { 'tool-linux-x64': '1.0.0', 'tool-darwin-arm64': '1.0.0' };

  it('adds what no folder above holds, and nothing that is there', () => {
    const packages = { 'node_modules/tool': { optionalDependencies, dev: true }, 'node_modules/tool-linux-x64': {} };
    expect(missingEntries(packages)).toEqual({
      'node_modules/tool-darwin-arm64': { version: '1.0.0', dev: true, optional: true, os: ['darwin'], cpu: ['arm64'] },
    });
  });

  it('finds what stands beside a package that is nested', () => {
    const packages = {
      'node_modules/a/node_modules/tool': { optionalDependencies },
      'node_modules/a/node_modules/tool-linux-x64': {},
      'node_modules/tool-darwin-arm64': {},
    };
    expect(missingEntries(packages)).toEqual({});
  });
});
