// What the wizard announces: each change once, in words, and nothing where nothing is new.
import { problemText } from '../../../app/texts/problems/problems';
import { copyTexts } from '../../../app/texts/wizard/wizard-after';
import { proveTexts, regenerateTexts } from '../../../app/texts/wizard/wizard';
import { sentences } from '../../../app/texts/sentence';
import { describe, expect, test } from 'vitest';
import type { Rotation, RotationView } from '../../../app/model/rotation/rotation';
import { named } from '../../ui/example-state.fixture';
import { announcementsBetween } from './announcements';
import { picturedAt, stateAt, wizardStates } from '../wizard-states.fixture';

const locale = 'en-GB';
const view = (name: string): RotationView => named(wizardStates, name).rotation;
const news = (before: RotationView, after: RotationView) => announcementsBetween(before, after, locale, picturedAt);

/** The same view with a part of its rotation changed. */
function having(of: RotationView, change: (rotation: Rotation) => Partial<Rotation>): RotationView {
  if (of.current === null) throw new Error('No rotation is under way.');
  return { ...of, current: { ...of.current, ...change(of.current) } };
}

describe('nothing is announced', () => {
  test.each(Object.keys(wizardStates))('of %s, when it stays or begins', (name) => {
    expect(news(view(name), structuredClone(view(name)))).toEqual([]);
    expect(news(view('idle'), view(name))).toEqual([]);
    expect(news(view(name), view('idle'))).toEqual([]);
  });

  test('of another look that finds the same', () => {
    const seen = view('regenerate-watching');
    const again = having(seen, ({ oldKey }) => ({ oldKey: { ...oldKey, lastAcceptedAt: picturedAt, watched: 40 } }));
    expect(news(seen, again)).toEqual([]);
  });

  test('of another try that fails in the same way', () => {
    const waits = view('prove-offline');
    const again = having(waits, ({ proof }) => ({
      proof: { ...proof, waitingFor: { kind: 'unreachable', why: 'offline' } },
    }));
    expect(news(waits, again)).toEqual([]);
  });
});

describe('a change is announced once', () => {
  const regenerate = stateAt('regenerate').rotation;

  test('that the dashboard was opened, and how the old key does', () => {
    const watched = view('regenerate-watching');
    expect(news(regenerate, watched)).toEqual([
      expect.stringMatching(/^Opened in your browser at \d\d:\d\d:\d\d\.$/),
      `${regenerateTexts.watchTitle}: ${regenerateTexts.alive}`,
    ]);
    const dead = having(watched, ({ oldKey }) => ({
      oldKey: { ...oldKey, status: 'dead', diedAt: picturedAt },
      step: 'receive',
    }));
    expect(news(watched, dead)).toEqual([`${regenerateTexts.watchTitle}: ${regenerateTexts.dead}`]);
  });

  test('what is proved, and what is not', () => {
    const prove = stateAt('prove').rotation;
    const proved = having(prove, ({ proof }) => ({
      proof: { ...proof, answers: 'proved', sameAccount: 'proved' },
    }));
    expect(news(prove, proved)).toEqual([proveTexts.answers.proved, proveTexts.sameAccount.proved]);
    const dead = having(proved, ({ proof }) => ({ proof: { ...proof, oldDead: 'proved' } }));
    expect(news(proved, dead)).toEqual([proveTexts.oldDead.proved]);
    expect(news(prove, view('prove-refused-once'))).toEqual([proveTexts.refusedOnce]);
    expect(news(view('regenerate-watching'), view('regenerate-refused-once'))).toEqual(['The old key: Refused once']);
    expect(news(prove, view('prove-refused'))).toContain(proveTexts.answers.failed);
    expect(news(prove, view('prove-other-account'))).toContain(proveTexts.sameAccount.failed);
  });

  test('why the proof waits, and that NineTray retries', () => {
    const { title, cause } = problemText({ kind: 'unreadable-answer', why: 'html' }, locale, picturedAt);
    expect(news(stateAt('prove').rotation, view('prove-html'))).toContainEqual(
      sentences(title, cause, proveTexts.waiting),
    );
  });

  test('it says for each try again that the old key was still accepted', () => {
    const alive = view('copy-old-alive');
    const [said] = news(
      having(alive, ({ oldKey }) => ({ oldKey: { ...oldKey, checks: [] } })),
      alive,
    );
    expect(said).toMatch(/^The old key was still accepted at /);
    const again = having(alive, ({ oldKey }) => ({
      oldKey: { ...oldKey, checks: [...oldKey.checks, { at: picturedAt + 60_000, outcome: 'accepted' }] },
    }));
    expect(news(alive, again)).toHaveLength(1);
    expect(news(alive, again)).not.toEqual([said]);
  });

  test('what became of the copy', () => {
    const copy = stateAt('copy').rotation;
    const copied = view('copy-copied');
    expect(news(copy, copied)).toEqual([copyTexts.copied]);
    const twice = { ...copied, clipboard: { ...copied.clipboard, clearsAt: picturedAt + 60_000 } };
    expect(news(copied, twice)).toEqual([copyTexts.copied]);
    expect(news(copied, view('copy-cleared'))).toEqual([copyTexts.cleared]);
    expect(news(copied, view('copy-left-alone'))).toEqual([expect.stringContaining('left the clipboard as it is')]);
    expect(news(copy, view('copy-saved'))).toEqual([copyTexts.saved]);
  });
});
