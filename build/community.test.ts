// What people who report something are asked for: the log, and never a key.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './paths.mjs';

interface Field {
  type: string;
  id?: string;
  attributes: {
    label?: string;
    description?: string;
    value?: string;
    options?: { label: string; required?: boolean }[];
  };
  validations?: { required?: boolean };
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const form = (file: string) => parse(read(`.github/ISSUE_TEMPLATE/${file}`)) as { body: Field[] };

describe.each(['bug.yml', 'feature.yml'])('the form %s', (file) => {
  const { body } = form(file);

  it('says first that a key is never posted, and wants that confirmed', () => {
    expect(body[0]?.attributes.value).toMatch(/^\*\*Never post an API key/);
    const confirmed = body.find(({ id }) => id === 'secrets');
    expect(confirmed?.type).toBe('checkboxes');
    expect(confirmed?.attributes.options).toEqual([{ label: expect.stringContaining('no API key'), required: true }]);
  });

  it('has a name of its own for each field, and a label', () => {
    const fields = body.filter(({ type }) => type !== 'markdown');
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { attributes } of fields) expect(attributes.label).toMatch(/\S/);
  });
});

it('the form for faults requires the log, and has the path of it on each system', () => {
  const log = form('bug.yml').body.find(({ id }) => id === 'log');
  expect(log?.validations?.required).toBe(true);
  const [, settings = ''] = read('README.md').split('## Settings and files');
  const folders = [...settings.matchAll(/^\| (?:Linux|macOS|Windows) \| `([^`]+)`/gm)].map(([, path = '']) => path);
  expect(folders).toHaveLength(3);
  // As one types them in a shell: without the quotes around a space, and a variable as PowerShell has it.
  const text = (log?.attributes.description ?? '').replaceAll('"', '').replace('$env:APPDATA', '%APPDATA%');
  for (const folder of folders) expect(text).toContain(folder);
  expect(read('app/log/log.electron.ts')).toContain("'logs', 'main.log'");
});

it('an issue without a form is not possible, and weaknesses have another way', () => {
  const { blank_issues_enabled: blank, contact_links: links } = parse(read('.github/ISSUE_TEMPLATE/config.yml'));
  expect(blank).toBe(false);
  expect(JSON.stringify(links)).toContain('in private');
  expect(read('SECURITY.md')).toMatch(/^## Never send a key$/m);
});
