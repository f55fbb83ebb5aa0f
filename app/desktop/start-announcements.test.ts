import { expect, it } from 'vitest';
import { startAnnouncements } from './start-announcements';

function announced(...announcements: unknown[]): { demo: boolean }[] {
  const starts: { demo: boolean }[] = [];
  const announce = startAnnouncements((start) => starts.push(start));
  for (const announcement of announcements) announce(announcement);
  return starts;
}

it('reports a start once that is announced twice', () => {
  expect(announced({ id: 'a', demo: true }, { id: 'a', demo: true })).toEqual([{ demo: true }]);
});

it('reports every start with an id of its own', () => {
  expect(announced({ id: 'a', demo: false }, { id: 'b', demo: true })).toEqual([{ demo: false }, { demo: true }]);
});

it('reports each announcement without an id, without the demo', () => {
  const announcements = [null, undefined, 'text', { demo: 'yes' }];
  expect(announced(...announcements)).toEqual(announcements.map(() => ({ demo: false })));
});
