// The checks that read the code without running the application: types, lint, format, import rules, unused code. They
// change no file.
import { run, runTool } from './run.mjs';

/** The compiler stores its results, so that the second run takes a fraction of the first. */
function typesArgs(project) {
  const memory = `node_modules/.cache/types-${project.replaceAll('/', '-')}`;
  return ['-p', project, '--incremental', '--tsBuildInfoFile', memory];
}

const checks = [
  { name: 'types (app)', tool: 'typescript-7', options: { command: 'tsc' }, args: typesArgs('tsconfig.json') },
  {
    name: 'types (renderer)',
    tool: 'typescript-7',
    options: { command: 'tsc' },
    args: typesArgs('renderer/tsconfig.json'),
  },
  { name: 'lint', tool: 'oxlint', args: ['--type-aware', '.'] },
  { name: 'format', tool: '@biomejs/biome', options: { command: 'biome' }, args: ['format', '.'] },
  { name: 'import rules', script: 'build/check-import-rules.mjs' },
  { name: 'texts', script: 'build/texts/check-texts.mjs' },
  { name: 'version and changelog', script: 'build/release/check-version.mjs' },
  { name: 'unused code', tool: 'knip', args: ['--no-progress'] },
];

/**
 * Runs all checks, two at a time.
 * @returns {Promise<{ name: string, passed: boolean, seconds: number, out: string }[]>}
 */
export async function runChecks() {
  const results = [];
  const queue = checks.entries();
  async function worker() {
    for (const [index, { name, script, tool, args, options }] of queue) {
      const started = Date.now();
      const { code, out } = await (script ? run(process.execPath, [script]) : runTool(tool, args, options));
      results[index] = { name, passed: code === 0, seconds: (Date.now() - started) / 1000, out };
    }
  }
  await Promise.all([worker(), worker()]);
  return results;
}
