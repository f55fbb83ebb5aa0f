import { describe, expect, it, vi } from 'vitest';
import type { AppState } from '../model/state/app-state';
import { appStateSchema } from '../model/state/app-state';
import { exampleState } from '../model/state/app-state.fixture';
import { createStateStore, type Snapshot } from './state-store';

const flip = (state: AppState): AppState => ({ ...state, online: !state.online });

describe('createStateStore', () => {
  it('holds what it was given, as revision 1', () => {
    const initial = exampleState();
    expect(createStateStore(initial).read()).toEqual({ rev: 1, state: initial });
  });

  it('counts a revision for each change, and keeps older snapshots as they were', () => {
    const store = createStateStore(exampleState());
    const before = store.read();
    store.update(flip);
    store.update(flip);
    expect(store.read().rev).toBe(3);
    expect(before.rev).toBe(1);
    expect(before.state).toEqual(exampleState());
  });

  it('a change that changes nothing counts no revision and notifies no listener', async () => {
    const store = createStateStore(exampleState());
    const heard = vi.fn<(snapshot: Snapshot) => void>();
    store.subscribe(heard);
    store.update((state) => state);
    await Promise.resolve();
    expect(store.read().rev).toBe(1);
    expect(heard).not.toHaveBeenCalled();
  });

  it('tells listeners of several updates in one turn once, with the newest', async () => {
    const store = createStateStore(exampleState());
    const heard = vi.fn<(snapshot: Snapshot) => void>();
    store.subscribe(heard);
    store.update(flip);
    store.update(flip);
    store.update(flip);
    expect(heard).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(heard).toHaveBeenCalledWith(store.read());
    store.update(flip);
    await Promise.resolve();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('tells of an update that a listener makes', async () => {
    const store = createStateStore(exampleState());
    const revs: number[] = [];
    store.subscribe(({ rev, state }) => {
      revs.push(rev);
      if (!state.online) store.update(flip);
    });
    store.update(flip);
    await Promise.resolve();
    await Promise.resolve();
    expect(revs).toEqual([2, 3]);
  });

  it('tells a listener nothing after it left', async () => {
    const store = createStateStore(exampleState());
    const left = vi.fn<(snapshot: Snapshot) => void>();
    const stayed = vi.fn<(snapshot: Snapshot) => void>();
    const leave = store.subscribe(left);
    store.subscribe(stayed);
    leave();
    store.update(flip);
    await Promise.resolve();
    expect(left).not.toHaveBeenCalled();
    expect(stayed).toHaveBeenCalledTimes(1);
  });

  it('tells of an update that can wait together with the next one', async () => {
    const store = createStateStore(exampleState());
    const heard = vi.fn<(snapshot: Snapshot) => void>();
    store.subscribe(heard);
    store.update(flip, 'later');
    await Promise.resolve();
    expect(store.read().state.online).toBe(false);
    expect(heard).not.toHaveBeenCalled();
    store.update((state) => state);
    await Promise.resolve();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(heard).toHaveBeenCalledWith(store.read());
  });

  it('changes are published together at the moment that the schedule chooses', () => {
    const later: (() => void)[] = [];
    const store = createStateStore(exampleState(), { schedule: (run) => later.push(run) });
    const heard = vi.fn<(snapshot: Snapshot) => void>();
    store.subscribe(heard);
    store.update(flip);
    store.update(flip);
    expect(later).toHaveLength(1);
    later[0]?.();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('fills in what follows from the rest, at the start and at each change', () => {
    const derive = (state: AppState): AppState => ({
      ...state,
      refresh: { ...state.refresh, reason: state.online ? 'idle' : 'offline' },
    });
    const store = createStateStore(exampleState({ online: false }), { derive });
    expect(store.read().state.refresh.reason).toBe('offline');
    store.update(flip);
    expect(store.read().state.refresh.reason).toBe('idle');
  });
});

describe('appStateSchema', () => {
  it('accepts the example of a state, and nothing that lacks a part', () => {
    const state = exampleState();
    expect(appStateSchema.parse(state)).toEqual(state);
    expect(appStateSchema.safeParse({ ...state, key: undefined }).success).toBe(false);
    expect(appStateSchema.safeParse({ ...state, ips: { ...state.ips, status: 'good' } }).success).toBe(false);
  });
});
