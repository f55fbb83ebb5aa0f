import { describe, expect, it } from 'vitest';
import { settled } from '../model/clock.fixture';
import { AbortGroup, KeyedSequencer, Sequencer } from './sequencer';

/** Tasks that record when they begin, and end when the test ends them. */
function controlledTasks() {
  const begun: string[] = [];
  const endings = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  const task = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve, reject) => {
      endings.set(name, { resolve: () => resolve(`${name} done`), reject });
    });
  };
  const end = (name: string) => endings.get(name)?.resolve();
  const fail = (name: string) => endings.get(name)?.reject(new Error(`${name} failed`));
  return { begun, task, end, fail };
}

describe('Sequencer', () => {
  it('starts a task at once when no other runs', async () => {
    const { begun, task, end } = controlledTasks();
    const sequencer = new Sequencer();
    const first = sequencer.queue(task('first'));
    expect(begun).toEqual(['first']);
    end('first');
    await first;
    expect(sequencer.isIdle).toBe(true);
    void sequencer.queue(task('second'));
    expect(begun).toEqual(['first', 'second']);
    expect(sequencer.isIdle).toBe(false);
  });

  it('starts a task that another task queues only after the other one has ended', async () => {
    const { begun, task, end } = controlledTasks();
    const sequencer = new Sequencer();
    const outer = sequencer.queue(() => {
      void sequencer.queue(task('inner'));
      return task('outer')();
    });
    await settled();
    expect(begun).toEqual(['outer']);
    end('outer');
    await outer;
    await settled();
    expect(begun).toEqual(['outer', 'inner']);
  });

  it('starts waiting tasks in the order in which they were queued, before one that is queued as the first ends', async () => {
    const { begun, task, end } = controlledTasks();
    const sequencer = new Sequencer();
    const first = sequencer.queue(task('first'));
    void sequencer.queue(task('second'));
    void first.then(() => sequencer.queue(task('third')));
    end('first');
    await settled();
    expect(begun).toEqual(['first', 'second']);
    end('second');
    await settled();
    expect(begun).toEqual(['first', 'second', 'third']);
  });

  it('starts a task only after the one before it has ended', async () => {
    const { begun, task, end } = controlledTasks();
    const sequencer = new Sequencer();
    const first = sequencer.queue(task('first'));
    const second = sequencer.queue(task('second'));
    await settled();
    expect(begun).toEqual(['first']);
    end('first');
    expect(await first).toBe('first done');
    await settled();
    expect(begun).toEqual(['first', 'second']);
    end('second');
    expect(await second).toBe('second done');
  });

  it('runs the next task after one that fails, and rejects for the caller of the failed one alone', async () => {
    const { begun, task, end, fail } = controlledTasks();
    const sequencer = new Sequencer();
    const first = sequencer.queue(task('first'));
    const second = sequencer.queue(task('second'));
    const thrown = sequencer.queue(() => {
      throw new Error('thrown at once');
    });
    await settled();
    fail('first');
    await expect(first).rejects.toThrow('first failed');
    await settled();
    expect(begun).toEqual(['first', 'second']);
    end('second');
    expect(await second).toBe('second done');
    await expect(thrown).rejects.toThrow('thrown at once');
    expect(await sequencer.queue(async () => 'still running')).toBe('still running');
  });
});

describe('KeyedSequencer', () => {
  it('starts the first task of a key at once', () => {
    const { begun, task } = controlledTasks();
    const sequencer = new KeyedSequencer<number>();
    void sequencer.queue(1, task('1a'));
    void sequencer.queue(1, task('1b'));
    void sequencer.queue(2, task('2a'));
    expect(begun).toEqual(['1a', '2a']);
  });

  it('runs tasks of one key one after the other, and tasks of different keys side by side', async () => {
    const { begun, task, end, fail } = controlledTasks();
    const sequencer = new KeyedSequencer<number>();
    const failing = sequencer.queue(1, task('1a'));
    const after = sequencer.queue(1, task('1b'));
    const other = sequencer.queue(2, task('2a'));
    await settled();
    expect(begun).toEqual(['1a', '2a']);
    fail('1a');
    await expect(failing).rejects.toThrow('1a failed');
    await settled();
    expect(begun).toEqual(['1a', '2a', '1b']);
    end('1b');
    end('2a');
    expect(await Promise.all([after, other])).toEqual(['1b done', '2a done']);
  });

  it('holds nothing of a key whose tasks have all ended', async () => {
    const { task, end, fail } = controlledTasks();
    const sequencer = new KeyedSequencer<string>();
    const first = sequencer.queue('key', task('first'));
    const second = sequencer.queue('key', task('second'));
    await settled();
    end('first');
    await first;
    expect(sequencer.size).toBe(1);
    await settled();
    fail('second');
    await expect(second).rejects.toThrow('second failed');
    expect(sequencer.size).toBe(0);
  });
});

describe('AbortGroup', () => {
  it('aborts what has been started, and nothing that is started later', () => {
    const group = new AbortGroup();
    const [before, sameTime] = [group.signal, group.signal];
    group.abort();
    const after = group.signal;
    expect([before.aborted, sameTime.aborted, after.aborted]).toEqual([true, true, false]);
    group.abort();
    expect(after.aborted).toBe(true);
  });
});
