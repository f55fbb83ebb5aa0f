// A release is never unsigned by accident.
import { describe, expect, it } from 'vitest';
import { planSigning } from './signing.mjs';

const mac = {
  CSC_LINK: 'certificate',
  CSC_KEY_PASSWORD: 'password',
  APPLE_API_KEY: '/key.p8',
  APPLE_API_KEY_ID: 'id',
  APPLE_API_ISSUER: 'issuer',
};
const windows = { WIN_CSC_LINK: 'certificate', WIN_CSC_KEY_PASSWORD: 'password' };
const release = { isRelease: true, isUnsigned: false };
const trial = { isRelease: false, isUnsigned: false };

describe('planSigning', () => {
  it.each([
    ['darwin', mac],
    ['win32', windows],
  ] as const)('a release for %s with all its variables fails if electron-builder does not sign', (platform, env) => {
    expect(planSigning(platform, env, release)).toEqual({
      args: ['-c.forceCodeSigning=true'],
      env: {},
      report: 'Signed with the certificate that was given.',
    });
  });

  it.each([
    ...Object.keys(mac).map((name) => ['darwin', name, mac] as const),
    ...Object.keys(windows).map((name) => ['win32', name, windows] as const),
  ])('a release for %s fails when %s is missing or, as a missing secret is, empty', (platform, name, env) => {
    for (const value of [undefined, '']) {
      expect(() => planSigning(platform, { ...env, [name]: value }, release)).toThrow(`are not set: ${name}. `);
    }
  });

  it('a release that is unsigned on purpose uses no certificate, and macOS gets the signature without which nothing starts', () => {
    const wanted = { isRelease: true, isUnsigned: true };
    expect(planSigning('win32', windows, wanted)).toEqual({
      args: [],
      env: { WIN_CSC_LINK: undefined, WIN_CSC_KEY_PASSWORD: undefined },
      report: 'Not signed: as asked for.',
    });
    const { args, env } = planSigning('darwin', mac, wanted);
    expect(args).toContain('-c.mac.identity=-');
    expect(Object.keys(env)).toEqual(Object.keys(mac));
  });

  it('any other package is made without a certificate, and the report names what is missing', () => {
    expect(planSigning('win32', { WIN_CSC_LINK: 'certificate' }, trial)).toEqual({
      args: [],
      env: { WIN_CSC_LINK: undefined, WIN_CSC_KEY_PASSWORD: undefined },
      report: 'Not signed: WIN_CSC_KEY_PASSWORD not set.',
    });
  });

  it('packages for Linux need no certificate, in a release neither', () => {
    expect(planSigning('linux', {}, release)).toMatchObject({ args: [], env: {} });
  });
});
