import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { manualClock, settled } from '../../model/clock.fixture';
import { fakeClipboard } from './clipboard.fixture';
import { SecretClipboard } from './secret-clipboard';

const start = Date.UTC(2026, 10, 22, 12);
const key = 'newkey-1111';

function setUp(seconds?: number) {
  const clipboard = fakeClipboard();
  const clock = manualClock(start);
  const copyOnce = new SecretClipboard({ clipboard, clock, ...(seconds === undefined ? {} : { seconds }) });
  const changed = vi.fn<() => void>();
  copyOnce.subscribe(changed);
  return { clipboard, clock, copyOnce, changed };
}

describe('copying', () => {
  it('says that it copied when the text can be read back, and when it will be cleared', async () => {
    const { clipboard, copyOnce, changed } = setUp();
    expect(await copyOnce.copy(key)).toEqual({ ok: true, value: { clearsAt: start + 60_000, concealed: true } });
    expect(clipboard.text).toBe(key);
    expect(copyOnce.state()).toEqual({ clearsAt: start + 60_000, outcome: 'copied' });
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('says nothing before it has read back', async () => {
    const { clipboard, copyOnce, changed } = setUp();
    clipboard.hold();
    const copying = copyOnce.copy(key);
    await settled();
    expect(changed).not.toHaveBeenCalled();
    expect(copyOnce.state().outcome).toBe('none');
    clipboard.release();
    expect((await copying).ok).toBe(true);
  });

  it.each(['silent', 'write'] as const)(
    'fails when the text did not arrive (%s), and touches nothing',
    async (fault) => {
      const { clipboard, clock, copyOnce } = setUp();
      clipboard.text = 'theirs';
      clipboard.fails.add(fault);
      expect(await copyOnce.copy(key)).toEqual({ ok: false, problem: { kind: 'clipboard-failed' } });
      expect(copyOnce.state()).toEqual({ clearsAt: null, outcome: 'none' });
      expect(clock.waiting()).toBe(0);
      expect(clipboard.text).toBe('theirs');
      expect(await copyOnce.clearIfOurs()).toBe('none');
    },
  );

  it('copies several secrets, one a line, though Windows ends lines its own way', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    const { writeSecret } = clipboard;
    clipboard.writeSecret = (text) => writeSecret(text.replaceAll('\n', '\r\n'));
    expect(await copyOnce.copy('CODE-1\nCODE 2\nπ')).toMatchObject({ ok: true });
    expect(clipboard.text).toBe('CODE-1\r\nCODE 2\r\nπ');
    await clock.advance(60_000);
    expect(clipboard.text).toBe('');
    expect(copyOnce.state()).toEqual({ clearsAt: null, outcome: 'cleared' });
  });

  it('says of a list’s secrets that they are no key, from the copy to its end', async () => {
    const { clock, copyOnce, changed } = setUp();
    await copyOnce.copy(key);
    await copyOnce.copy('CODE-1', 'list');
    expect(copyOnce.state()).toEqual({ clearsAt: start + 60_000, outcome: 'copied', of: 'list' });
    expect(changed).toHaveBeenCalledTimes(2);
    await clock.advance(60_000);
    expect(copyOnce.state()).toEqual({ clearsAt: null, outcome: 'cleared', of: 'list' });
    await copyOnce.copy(key);
    expect(copyOnce.state().of).toBeUndefined();
  });

  it('leaves alone what only begins as what it copied', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy('CODE-1\nCODE-2');
    clipboard.text = 'CODE-1';
    await clock.advance(60_000);
    expect(clipboard.text).toBe('CODE-1');
    expect(copyOnce.state().outcome).toBe('left-alone');
  });

  it('believes what it reads, not what the write said', async () => {
    const { clipboard, copyOnce } = setUp();
    const { writeSecret } = clipboard;
    clipboard.writeSecret = async (text) => {
      await writeSecret(text);
      throw new Error('after the fact');
    };
    expect(await copyOnce.copy(key)).toMatchObject({ ok: true, value: { concealed: false } });
  });

  it('tries to clear a text when it is unknown whether it arrived', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    clipboard.fails.add('read');
    expect(await copyOnce.copy(key)).toEqual({ ok: false, problem: { kind: 'clipboard-failed' } });
    expect(copyOnce.state()).toEqual({ clearsAt: null, outcome: 'failed' });
    clipboard.fails.clear();
    await clock.advance(5000);
    expect(clipboard.text).toBe('');
    expect(copyOnce.state().outcome).toBe('cleared');
  });

  it('keeps an earlier copy’s countdown when the next does not arrive', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    await clock.advance(30_000);
    clipboard.fails.add('silent');
    expect((await copyOnce.copy('other-key-22')).ok).toBe(false);
    expect(copyOnce.state()).toEqual({ clearsAt: start + 60_000, outcome: 'copied' });
    await clock.advance(30_000);
    expect(clipboard.text).toBe('');
  });

  it('has nothing to copy in an empty text', async () => {
    const { clipboard, copyOnce } = setUp();
    clipboard.text = 'theirs';
    expect(await copyOnce.copy('')).toEqual({ ok: false, problem: { kind: 'key-missing' } });
    expect(clipboard.text).toBe('theirs');
  });
});

describe('the countdown', () => {
  it('clears the clipboard at its end, not before', async () => {
    const { clipboard, clock, copyOnce, changed } = setUp();
    await copyOnce.copy(key);
    await clock.advance(59_999);
    expect(clipboard.text).toBe(key);
    await clock.advance(1);
    expect(clipboard.text).toBe('');
    expect(copyOnce.state()).toEqual({ clearsAt: null, outcome: 'cleared' });
    expect(changed).toHaveBeenCalledTimes(2);
    expect(clock.waiting()).toBe(0);
  });

  it('lasts as long as its option says', async () => {
    const { clipboard, clock, copyOnce } = setUp(15);
    expect(await copyOnce.copy(key)).toMatchObject({ ok: true, value: { clearsAt: start + 15_000 } });
    await clock.advance(15_000);
    expect(clipboard.text).toBe('');
  });

  it('leaves alone what another application has copied meanwhile', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    clipboard.text = 'theirs';
    await clock.advance(60_000);
    expect(clipboard.text).toBe('theirs');
    expect(copyOnce.state()).toEqual({ clearsAt: null, outcome: 'left-alone' });
  });

  it('restarts with a copy over a copy', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    await clock.advance(40_000);
    expect(await copyOnce.copy(key)).toMatchObject({ ok: true, value: { clearsAt: start + 100_000 } });
    await clock.advance(59_999);
    expect(clipboard.text).toBe(key);
    await clock.advance(1);
    expect(clipboard.text).toBe('');
  });

  it('that ends during a copy gives way to the new one', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    await clock.advance(59_000);
    clipboard.hold();
    const copying = copyOnce.copy(key);
    await clock.advance(1000);
    clipboard.release();
    await copying;
    await settled();
    expect(clipboard.text).toBe(key);
    await clock.advance(60_000);
    expect(clipboard.text).toBe('');
  });

  it.each(['read', 'clear'] as const)('tries again while the clipboard is held by another (%s)', async (fault) => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    clipboard.fails.add(fault);
    await clock.advance(60_000);
    expect(copyOnce.state()).toEqual({ clearsAt: null, outcome: 'failed' });
    await clock.advance(10_000);
    clipboard.fails.clear();
    await clock.advance(5000);
    expect(clipboard.text).toBe('');
    expect(copyOnce.state().outcome).toBe('cleared');
  });

  it('gives up after two minutes, and still clears when it is asked to', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    clipboard.fails.add('clear');
    await clock.advance(600_000);
    expect(clock.waiting()).toBe(0);
    clipboard.fails.clear();
    expect(await copyOnce.clearIfOurs()).toBe('cleared');
  });

  it('does not call it cleared when it is still there', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    clipboard.clear = async () => undefined;
    await clock.advance(60_000);
    expect(copyOnce.state().outcome).toBe('failed');
  });
});

describe('at lock, suspend and quit', () => {
  it('clears at once, and ends the countdown', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    expect(await copyOnce.clearIfOurs()).toBe('cleared');
    expect(clipboard.text).toBe('');
    expect(copyOnce.state()).toEqual({ clearsAt: null, outcome: 'cleared' });
    expect(clock.waiting()).toBe(0);
    expect(await copyOnce.clearIfOurs()).toBe('none');
  });

  it('touches nothing when nothing was copied', async () => {
    const { clipboard, copyOnce, changed } = setUp();
    clipboard.text = 'theirs';
    expect(await copyOnce.clearIfOurs()).toBe('none');
    expect(clipboard.text).toBe('theirs');
    expect(changed).not.toHaveBeenCalled();
  });

  it('waits for a copy that is being made, and clears it', async () => {
    const { clipboard, copyOnce } = setUp();
    clipboard.hold();
    const copying = copyOnce.copy(key);
    await settled();
    copyOnce.stop();
    const clearing = copyOnce.clearIfOurs(1000);
    await settled();
    clipboard.release();
    expect((await copying).ok).toBe(true);
    expect(await clearing).toBe('cleared');
    expect(clipboard.text).toBe('');
  });

  it('does not wait longer than its patience', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    clipboard.hold();
    const clearing = copyOnce.clearIfOurs(1000);
    await clock.advance(1000);
    expect(await clearing).toBe('failed');
  });

  it('leaves no timer of its patience behind', async () => {
    const { clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    expect(await copyOnce.clearIfOurs(1000)).toBe('cleared');
    expect(clock.waiting()).toBe(0);
  });

  it('copies nothing more once stopped, and sets no timer', async () => {
    const { clipboard, clock, copyOnce } = setUp();
    await copyOnce.copy(key);
    copyOnce.stop();
    expect(clock.waiting()).toBe(0);
    expect(await copyOnce.copy(key)).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    clipboard.fails.add('clear');
    expect(await copyOnce.clearIfOurs()).toBe('failed');
    expect(clock.waiting()).toBe(0);
    clipboard.fails.clear();
    expect(await copyOnce.clearIfOurs()).toBe('cleared');
  });
});

describe('the clipboard that brought the key', () => {
  it.each([
    ['itself', key],
    ['with white space', `  ${key}\n`],
    ['as an assignment', `api-key="${key}"`],
    ['in an address', `https://example.test/v1/info?api_key=${key}&x=1`],
  ])('is cleared when it still holds the key %s', async (_how, text) => {
    const { clipboard, copyOnce } = setUp();
    clipboard.text = text;
    expect(await copyOnce.clearIfHolds(key)).toBe(true);
    expect(clipboard.text).toBe('');
  });

  it('is cleared when it holds the very text that was pasted, whatever that was', async () => {
    const { clipboard, copyOnce } = setUp();
    clipboard.text = 'no key at all';
    expect(await copyOnce.clearIfHolds('no key at all')).toBe(true);
  });

  it.each(['something else', 'another-key-33', ''])('is left alone when it holds %j', async (text) => {
    const { clipboard, copyOnce } = setUp();
    clipboard.text = text;
    expect(await copyOnce.clearIfHolds(key)).toBeNull();
    expect(await copyOnce.clearIfHolds('')).toBeNull();
    expect(clipboard.text).toBe(text);
  });

  it.each(['read', 'clear'] as const)(
    'the clipboard is reported as not cleared when clearing it failed (%s)',
    async (fault) => {
      const { clipboard, copyOnce } = setUp();
      clipboard.text = key;
      clipboard.fails.add(fault);
      expect(await copyOnce.clearIfHolds(key)).toBe(false);
    },
  );
});

it('calls no listener that has unsubscribed', async () => {
  const { copyOnce, changed } = setUp();
  const leave = vi.fn<() => void>();
  copyOnce.subscribe(leave)();
  await copyOnce.copy(key);
  expect(changed).toHaveBeenCalled();
  expect(leave).not.toHaveBeenCalled();
});

describe('whatever happens in whatever order', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('copy' as const), text: fc.constantFrom('our-key-0001', 'our-key-0002') }),
    fc.record({ do: fc.constant('theirs' as const), text: fc.constantFrom('theirs 1', 'theirs 2') }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 90_000 }) }),
    fc.record({ do: fc.constant('lock' as const) }),
    fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom('read' as const, 'write' as const, 'silent' as const, 'clear' as const),
    }),
    fc.record({ do: fc.constant('well' as const) }),
  );

  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
  type World = ReturnType<typeof setUp>;

  async function take({ clipboard, clock, copyOnce }: World, now: Step): Promise<string> {
    switch (now.do) {
      case 'copy': {
        const copied = await copyOnce.copy(now.text);
        return copied.ok && clipboard.text !== now.text ? 'said that it copied, and did not' : '';
      }
      case 'theirs':
        clipboard.text = now.text;
        return '';
      case 'wait':
        await clock.advance(now.ms);
        return '';
      case 'lock':
        await copyOnce.clearIfOurs();
        return '';
      case 'fault':
        clipboard.fails.add(now.fault);
        return '';
      default:
        clipboard.fails.clear();
        return '';
    }
  }

  /** What is wrong after a step; empty when nothing is. */
  function wrong({ clipboard, copyOnce }: World, before: string, now: Step): string {
    const { clearsAt, outcome } = copyOnce.state();
    const wasTheirs = before.startsWith('theirs') && now.do !== 'copy' && now.do !== 'theirs';
    if (wasTheirs && clipboard.text !== before) return 'took away what was not ours';
    if (outcome === 'cleared' && clipboard.text.startsWith('our-key')) return 'said that it cleared, and did not';
    if (clearsAt !== null && outcome !== 'copied') return 'counts down for nothing';
    return '';
  }

  it('never clears what another application wrote, and never leaves the key behind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.nat(200_000), async (steps, rest) => {
        const world = setUp();
        const { clipboard, clock, copyOnce } = world;
        for (const now of steps) {
          const before = clipboard.text;
          expect(await take(world, now)).toBe('');
          expect(wrong(world, before, now)).toBe('');
        }
        clipboard.fails.clear();
        await clock.advance(rest);
        const last = clipboard.text;
        copyOnce.stop();
        await copyOnce.clearIfOurs(1000);
        expect(clipboard.text).toBe(last.startsWith('theirs') ? last : '');
        expect(clock.waiting()).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('has the clipboard clean after the countdown alone, where nothing fails', async () => {
    const calm = step.filter((now) => now.do !== 'fault');
    await fc.assert(
      fc.asyncProperty(fc.array(calm, { maxLength: 15 }), async (steps) => {
        const world = setUp();
        for (const now of steps) await take(world, now);
        const last = world.clipboard.text;
        await world.clock.advance(60_000);
        expect(world.clipboard.text).toBe(last.startsWith('theirs') ? last : '');
      }),
      { numRuns: 300 },
    );
  });
});
