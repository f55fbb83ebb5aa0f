// Every state of a list, looked at by axe. Colours need a real browser; the pictures' run checks those.
import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { showList } from './render-list.fixture';
import { nothingSelected } from './grid/selection';
import { listExamples } from './list-states.fixture';

afterEach(cleanup);

test.each(Object.entries(listExamples))('%s', async (_name, example) => {
  await showList(example, {
    rowActions: () => [{ id: 'edit', label: 'Edit…', run: () => undefined }],
    selection: { value: nothingSelected, onChange: () => undefined, canMatch: true },
  });
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});
