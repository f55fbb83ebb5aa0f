// Which signatures a package gets. A release without its certificates fails, unless it is unsigned on purpose; any other
// package only reports that it is not signed. docs/releasing.md says where the certificates come from.

/** The variables that electron-builder signs with. Linux has none: its packages are checked by their checksums. */
const variables = {
  darwin: ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  win32: ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
};

/**
 * Ad hoc: macOS starts no program for Apple silicon without any signature. A hardened one would need a developer's to load
 * Electron's own libraries.
 */
const withoutCertificate = {
  darwin: ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false', '-c.mac.notarize=false'],
};

/**
 * @typedef {object} Signing
 * @property {string[]} args for electron-builder
 * @property {Record<string, undefined>} env variables to remove, so that nothing is signed by half
 * @property {string} report one line about the signatures
 */

/**
 * How a package is signed. Throws for a release that cannot be signed and is not unsigned on purpose.
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} env
 * @param {{ isRelease: boolean, isUnsigned: boolean }} wanted
 * @returns {Signing}
 */
export function planSigning(platform, env, { isRelease, isUnsigned }) {
  const names = variables[platform] ?? [];
  if (names.length === 0) return { args: [], env: {}, report: 'Packages for Linux have no signature of their own.' };
  const missing = names.filter((name) => (env[name] ?? '') === '');
  if (isUnsigned || (!isRelease && missing.length > 0)) {
    return {
      args: isRelease ? (withoutCertificate[platform] ?? []) : [],
      env: Object.fromEntries(names.map((name) => [name, undefined])),
      report: `Not signed: ${isUnsigned ? 'as asked for' : `${missing.join(', ')} not set`}.`,
    };
  }
  if (missing.length > 0) {
    throw new Error(
      `A release has to be signed, but these are not set: ${missing.join(', ')}. ` +
        'docs/releasing.md says what they hold, and how to release without signatures on purpose.',
    );
  }
  return { args: ['-c.forceCodeSigning=true'], env: {}, report: 'Signed with the certificate that was given.' };
}
