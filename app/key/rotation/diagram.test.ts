// The diagram in docs/rotation-machine.md is made from the machine itself, by walking it; `vitest -u` writes it anew when the machine changed.
import { expect, it } from 'vitest';
import { reduceRotation } from './reducer';
import type { Rotation } from '../../model/rotation';
import { walkStateSpace } from './state-space.fixture';

/** The step that a state stands at, as the diagram names it. */
function at(rotation: Rotation | null): string {
  if (rotation === null) return '[*]';
  return rotation.step;
}

// Walking the machine takes some seconds on a busy computer.
it('is the machine as it is', { timeout: 60_000 }, async () => {
  const between = new Map<string, Set<string>>();
  const draw = (from: Rotation | null, label: string, to: Rotation | null) => {
    if (at(from) === at(to)) return;
    const arrow = `${at(from)} --> ${at(to)}`;
    between.set(arrow, (between.get(arrow) ?? new Set()).add(label));
  };
  for (const { from, to, label, refused } of walkStateSpace()) {
    if (refused) continue;
    draw(from, label.replace(/ \((on-purpose|refused|leak|lost|first|again)\)$/, ''), to);
    const left = reduceRotation(to, { type: 'leave' }, 0);
    if ('rotation' in left) draw(to, 'left from another address', left.rotation);
  }
  const lines = [...between]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([arrow, labels]) => `    ${arrow} : ${[...labels].sort().join(', ')}`);
  const page = `# The machine of a rotation

Made from the code by \`app/key/rotation/diagram.test.ts\`: every step that any order of events leads to from another. What leads from
a step to itself (reads of the old key, ticks, proofs that wait) is left out. [rotation.md](rotation.md) says what it is about.

\`\`\`mermaid
stateDiagram-v2
${lines.join('\n')}
\`\`\`
`;
  await expect(page).toMatchFileSnapshot('../../../docs/rotation-machine.md');
});
