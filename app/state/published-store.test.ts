import { describe, expect, it } from 'vitest';
import { exampleState } from '../model/state/app-state.fixture';
import type { AppState } from '../model/state/app-state';
import { createPublishedStore } from './published-store';
import { createStateStore } from './state-store';

const flip = (state: AppState): AppState => ({ ...state, online: !state.online });

function setUp() {
  const first = createStateStore(exampleState());
  const second = createStateStore(exampleState({ generation: 9 }));
  const published = createPublishedStore(first);
  const heard: [number, number][] = [];
  published.subscribe(({ rev, state }) => heard.push([rev, state.generation]));
  return { first, second, published, heard };
}

describe('the published store', () => {
  it('shows the state of the store that is shown, as soon as it changes', async () => {
    const { first, published, heard } = setUp();
    expect(published.read()).toEqual(first.read());
    first.update(flip);
    expect(published.read()).toEqual(first.read());
    await Promise.resolve();
    expect(heard).toEqual([[2, 1]]);
  });

  it('has listeners hear of another store once, and of the one before no more', async () => {
    const { first, second, published, heard } = setUp();
    published.show(second);
    expect(published.read().state).toBe(second.read().state);
    await Promise.resolve();
    expect(heard).toEqual([[2, 9]]);
    first.update(flip);
    await Promise.resolve();
    expect(heard).toHaveLength(1);
    second.update(flip);
    await Promise.resolve();
    expect(heard.at(-1)).toEqual([3, 9]);
  });

  it('counts revisions upwards, whichever store is shown', () => {
    const { first, second, published } = setUp();
    for (let n = 0; n < 5; n += 1) first.update(flip);
    const revisions = [published.read().rev];
    published.show(second);
    revisions.push(published.read().rev);
    second.update(flip);
    revisions.push(published.read().rev);
    published.show(first);
    revisions.push(published.read().rev);
    expect(revisions).toEqual([6, 7, 8, 9]);
  });

  it('does nothing where the store is shown already', async () => {
    const { first, published, heard } = setUp();
    published.show(first);
    await Promise.resolve();
    expect(heard).toEqual([]);
    expect(published.read().rev).toBe(1);
  });
});
