// The import rules of docs/architecture.md: those of .dependency-cruiser.cjs and those of build/import-rules/own-rules.mjs, over one cruise.
import { createRequire } from 'node:module';
import { cruise } from './import-rules/cruise.mjs';
import { knownExceptions } from './import-rules/known-exceptions.mjs';
import { checkImports, cyclicGroups, ownRules } from './import-rules/own-rules.mjs';

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const reasons = new Map([
  ...forbidden.map(({ name, comment }) => [name, comment]),
  ...Object.entries(ownRules).map(([name, { why }]) => [name, why]),
]);

const { broken, imports } = await cruise();
const problems = [...broken, ...checkImports(imports, knownExceptions)];
for (const { rule, text } of problems) console.log(`${rule}: ${text}`);
for (const rule of new Set(problems.map((problem) => problem.rule))) {
  if (reasons.get(rule)) console.log(`\n${rule}: ${reasons.get(rule)}`);
}
console.log(`${problems.length === 0 ? 'No problems' : `\n${problems.length} problems`} in ${imports.length} imports.`);
for (const [rule, exceptions] of Object.entries(knownExceptions)) {
  const left = Object.values(exceptions).reduce((sum, imported) => sum + imported, 0);
  if (left > 0) console.log(`Known exceptions to ${rule}: ${Object.keys(exceptions).length} arrows, ${left} imports.`);
}
for (const [kind, groups] of Object.entries(cyclicGroups(imports))) {
  const sizes = groups.map((group) => group.length).join(' and ');
  if (groups.length > 0)
    console.log(`${groups.length} groups of ${kind} that reach each other in cycles, of ${sizes}.`);
}
process.exitCode = problems.length === 0 ? 0 : 1;
