import { expect, it } from 'vitest';
import { apiCheckText, apiCheckTexts } from './api-check';

it('writes the table as text, with nothing but operations, paths, outcomes and times', () => {
  const row = { method: 'GET', certainty: 'inferred', corrected: false } as const;
  const text = apiCheckText(
    {
      phase: 'done',
      at: Date.UTC(2026, 10, 22, 12),
      rows: [
        {
          ...row,
          operation: 'getAutoRenew',
          path: '/a',
          outcome: 'fails',
          problem: { kind: 'not-offered' },
          ms: 12,
          items: null,
        },
        { ...row, operation: 'listBillings', path: '/b/c', corrected: true, outcome: 'answers', ms: 1034, items: 2500 },
        { ...row, operation: 'listSubUsers', path: '/d', outcome: 'not-tried', ms: null, items: null },
      ],
    },
    Date.UTC(2026, 10, 22, 12),
    'en-US',
  );
  const lines = text.split('\n');
  expect(lines[0]).toMatch(/^NineTray: API check, Nov 22, 2026/);
  expect(lines[2]).toMatch(new RegExp(`^${Object.values(apiCheckTexts.columns).join(' +')}$`));
  expect(lines[3]).toMatch(new RegExp(`^getAutoRenew {2}GET /a +${apiCheckTexts.certainties.inferred} +\\S.* +12 ms$`));
  expect(lines[4]).toMatch(/GET \/b\/c \(corrected\) +.*Answered, 2,500 items +1,034 ms$/);
  expect(lines[5]).toMatch(/Not checked$/);
});
