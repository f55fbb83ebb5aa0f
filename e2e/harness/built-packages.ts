// The packages that the tests of packages are about: those that `npm run check:package` built, by its variables.
import type { TestProject } from 'vitest/node';
import { nextVersion } from '../../build/package/check/build-packages.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The AppImage, and one of a next version. */
    appImages: { present: string; next: string; nextVersion: string };
  }
}

export default function builtPackages(project: TestProject): void {
  const { NINETRAY_APP_IMAGE: present, NINETRAY_NEXT_APP_IMAGE: next } = process.env;
  if (present === undefined || next === undefined)
    throw new Error('npm run check:package runs these tests, on the packages that it has built.');
  project.provide('appImages', { present, next, nextVersion });
}
