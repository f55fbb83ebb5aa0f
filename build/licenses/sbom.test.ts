// The list of what NineTray contains, against CycloneDX's own schema.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { makeSbom } from './sbom.mjs';

const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json');
const schema = (name: string): object =>
  JSON.parse(readFileSync(join(dirname(library), 'res/schema', `${name}.SNAPSHOT.schema.json`), 'utf8'));

const ajv = new Ajv({
  strict: false,
  // It names them by their files.
  schemas: Object.fromEntries(
    ['spdx', 'jsf-0.82'].map((name) => [`http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`, schema(name)]),
  ),
  formats: {
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    uri: true,
    'iri-reference': (text: string) => URL.canParse(text),
    'idn-email': true,
  },
});
const isValid = ajv.compile(schema('bom-1.5'));

const contents = {
  name: 'NineTray',
  version: '0.1.0',
  licenses: [
    { name: '@tanstack/react-virtual', version: '3.14.26', license: 'MIT', text: 'Its text' },
    { name: 'react', version: '19.3.1', license: 'MIT', text: 'Its text' },
  ],
  electron: { electron: '45.4.1', chrome: '150.0.7871.1', node: '24.11.0' },
};

describe('the SBOM', () => {
  it('is valid CycloneDX 1.5', () => {
    for (const epoch of [undefined, '1796000000']) {
      isValid(makeSbom({ ...contents, epoch }));
      expect(isValid.errors).toBeNull();
    }
    // The schema is the right one: it refuses what is no SPDX id, and a moment that is none.
    const [first] = contents.licenses;
    expect(
      isValid(makeSbom({ ...contents, licenses: [{ ...first, license: 'Free' }] as typeof contents.licenses })),
    ).toBe(false);
    expect(isValid({ ...makeSbom(contents), metadata: { timestamp: 'today' } })).toBe(false);
  });

  it('has every library, Electron, Chromium and Node.js, with the names that scanners know', () => {
    const { components } = makeSbom(contents);
    expect(components.map((one) => ('purl' in one ? one.purl : 'cpe' in one ? one.cpe : ''))).toEqual([
      'pkg:npm/%40tanstack/react-virtual@3.14.26',
      'pkg:npm/react@19.3.1',
      'pkg:npm/electron@45.4.1',
      'cpe:2.3:a:google:chrome:150.0.7871.1:*:*:*:*:*:*:*',
      'cpe:2.3:a:nodejs:node.js:24.11.0:*:*:*:*:*:*:*',
    ]);
  });

  it('depends on nothing that it does not list', () => {
    const { components, dependencies, metadata } = makeSbom(contents);
    const refs = [metadata.component, ...components].map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    for (const { ref, dependsOn } of dependencies) expect(refs).toEqual(expect.arrayContaining([ref, ...dependsOn]));
    const listed = refs.filter((ref) => ref !== metadata.component['bom-ref']);
    expect(new Set(dependencies.flatMap(({ dependsOn }) => dependsOn))).toEqual(new Set(listed));
  });

  it('is the same for the same contents, and has a moment only where one is set', () => {
    expect(JSON.stringify(makeSbom(contents))).toBe(JSON.stringify(makeSbom(contents)));
    expect(makeSbom(contents).metadata).not.toHaveProperty('timestamp');
    expect(makeSbom({ ...contents, epoch: '1796000000' }).metadata).toMatchObject({
      timestamp: '2026-11-30T00:53:20.000Z',
    });
    expect(makeSbom(contents)).not.toHaveProperty('serialNumber');
  });
});
