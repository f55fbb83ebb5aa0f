// Runs dependency-cruiser once over app/ and renderer/: its own rules, and the imports that our rules check.
// @ts-check
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../paths.mjs';
import { runTool } from '../run.mjs';
import { ownImports } from './imports.mjs';

/** @typedef {{ rule: string, text: string }} Problem */

/**
 * @param {string} [folder] with app/, renderer/ and the configuration
 * @returns {Promise<{ broken: Problem[], imports: import('./imports.mjs').Import[] }>} `broken`: what breaks the rules of .dependency-cruiser.cjs
 */
export async function cruise(folder = root) {
  const results = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-cruise-'));
  try {
    const file = path.join(results, 'cruise.json');
    const args = ['--no-progress', '--output-type', 'json', '--output-to', file, 'app', 'renderer'];
    const { code, out } = await runTool('dependency-cruiser', args, { command: 'depcruise', cwd: folder });
    if (code !== 0) throw new Error(`dependency-cruiser failed: ${out}`);
    const result = JSON.parse(fs.readFileSync(file, 'utf8'));
    /** @type {Map<string, Problem>} */
    const broken = new Map();
    for (const { rule, from, to } of result.summary.violations) {
      const problem = { rule: rule.name, text: `${from} → ${to}` };
      broken.set(`${problem.rule} ${problem.text}`, problem);
    }
    return { broken: [...broken.values()], imports: ownImports(result) };
  } finally {
    fs.rmSync(results, { recursive: true, force: true });
  }
}
