import { expect, it } from 'vitest';
import { createPageMessages } from './page-messages';

function deliveries() {
  const delivered: [string, unknown][] = [];
  return { delivered, messages: createPageMessages((...message) => delivered.push(message)) };
}

it('holds messages back until the page has loaded', () => {
  const { delivered, messages } = deliveries();
  messages.send('state', 1);
  expect(delivered).toEqual([]);
  messages.loaded();
  expect(delivered).toEqual([['state', 1]]);
});

it('delivers only the last message of each channel to a page that has just loaded', () => {
  const { delivered, messages } = deliveries();
  messages.send('state', 1);
  messages.send('view', 'home');
  messages.send('state', 2);
  messages.loaded();
  expect(delivered).toEqual([
    ['state', 2],
    ['view', 'home'],
  ]);
});

it('delivers every message of a loaded page at once', () => {
  const { delivered, messages } = deliveries();
  messages.loaded();
  messages.send('state', 1);
  messages.send('state', 2);
  expect(delivered).toEqual([
    ['state', 1],
    ['state', 2],
  ]);
});

it('delivers nothing of an earlier page to the next one', () => {
  const { delivered, messages } = deliveries();
  messages.send('view', 'key');
  messages.reset();
  messages.loaded();
  expect(delivered).toEqual([]);
  messages.reset();
  messages.send('view', 'home');
  expect(delivered).toEqual([]);
});
