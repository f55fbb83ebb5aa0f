// The fuses of a release, all of them: electron-builder.yml is compared with this list, and so is what was packed.
// @ts-check
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** `Required`, so that a fuse that a new electron-builder knows does not compile until it is decided here. */
/** @type {Required<NonNullable<import('electron-builder').Configuration['electronFuses']>>} */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: true,
};

/**
 * Where a program has each of them. The last one is about the signature on macOS, so no program has it.
 * @type {Record<Exclude<keyof typeof fuses, 'resetAdHocDarwinSignature'>, FuseV1Options>}
 */
const places = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** How a fuse is written in a program. */
const states = new Map([
  [48, 'off'],
  [49, 'on'],
  [114, 'removed'],
]);

/**
 * What differs between the list and the fuses of electron-builder.yml.
 * @param {Record<string, unknown>} configured
 * @returns {string[]}
 */
export function configurationProblems(configured) {
  const names = new Set([...Object.keys(fuses), ...Object.keys(configured)]);
  return [...names]
    .filter((name) => configured[name] !== Reflect.get(fuses, name))
    .map(
      (name) => `electron-builder.yml: ${name} is ${String(configured[name])}, not ${String(Reflect.get(fuses, name))}`,
    );
}

/**
 * What differs between the list and the fuses of a program.
 * @param {Record<string, unknown>} wire as `getCurrentFuseWire` reads it
 * @returns {string[]}
 */
export function wireProblems(wire) {
  return Object.entries(places).flatMap(([name, place]) => {
    const state = states.get(Number(wire[String(place)])) ?? 'unknown';
    const wanted = Reflect.get(fuses, name) === true ? 'on' : 'off';
    return state === wanted ? [] : [`${name} is ${state}, not ${wanted}`];
  });
}

/** The same for a packed program. @param {string} executable */
export async function fuseProblems(executable) {
  return wireProblems(await getCurrentFuseWire(executable));
}
