import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manualClock, settled } from '../model/clock.fixture';
import { failed, ok, type Problem, type Result } from '../model/problem';
import type { Settings } from '../model/settings';
import { noUpdates, type UpdateFailure, type UpdatesView } from '../model/updates';
import { exampleFeed, feedNow, testSigner } from './feed.fixture';
import type { FeedAnswer } from './request-feed';
import { UpdateChecks, type UpdateChecksOptions } from './update-checks';
import { nothingRemembered, type UpdatesContent } from './updates-document';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const signer = testSigner();
const feed = (changes: Partial<typeof exampleFeed> = {}): FeedAnswer => ({
  ok: true,
  bytes: signer.sign({ ...exampleFeed, ...changes }),
});

/** Checks over a clock, a file and a network of the test, switched on, started at `feedNow`. */
function checking({
  content = {},
  ...others
}: Partial<UpdateChecksOptions> & { content?: Partial<UpdatesContent> } = {}) {
  const clock = manualClock(feedNow);
  const world = {
    content: { ...nothingRemembered, ...content },
    diskProblem: null as Problem | null,
    setting: 'on' as Settings['updateCheck'],
    isBusy: false,
    isOnline: true,
    answer: async (_signal: AbortSignal): Promise<FeedAnswer> => feed(),
    requests: [] as number[],
    view: noUpdates,
    views: 0,
    log: [] as string[],
  };
  const start = () =>
    new UpdateChecks({
      clock,
      random: () => 0,
      startedAt: clock.now(),
      firstCheckAfter: 5 * minute,
      version: '0.1.0',
      builtAt: feedNow - day,
      isOfSystem: false,
      keys: [signer.key],
      document: {
        read: () => world.content,
        write(next): Result<UpdatesContent | void> {
          world.content = next;
          return world.diskProblem === null ? ok(undefined) : failed(world.diskProblem);
        },
      } as UpdateChecksOptions['document'],
      setting: () => world.setting,
      isBusy: () => world.isBusy,
      isOnline: () => world.isOnline,
      request(signal) {
        world.requests.push(clock.now() - feedNow);
        return world.answer(signal);
      },
      publish(view: UpdatesView) {
        world.view = view;
        world.views += 1;
      },
      log: (event, { outcome }) => world.log.push(`${event}: ${outcome}`),
      ...others,
    });
  const run = { checks: start() };
  /** Ticks every 20 s for so long. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 20_000) {
      await clock.advance(20_000);
      void run.checks.tick();
      await settled();
    }
  };
  /** Advances at once, as after a sleep, and ticks. */
  const jump = async (ms: number) => {
    await clock.advance(ms);
    await run.checks.tick();
  };
  return { clock, world, run, pass, jump, restart: () => (run.checks = start()) };
}

describe('a check', () => {
  it('is made no sooner than five minutes after the start, then once a day', async () => {
    const { world, pass, jump } = checking();
    await pass(5 * minute - 20_000);
    expect(world.requests).toEqual([]);
    await pass(20_000);
    expect(world.requests).toEqual([5 * minute]);
    await pass(hour);
    for (let hours = 0; hours < 48; hours += 1) await jump(hour);
    expect(world.requests).toEqual([5 * minute, day + 5 * minute, 2 * day + 5 * minute]);
  });

  it('is made at most once in 24 hours, whatever comes in between: starts, failures, switches', async () => {
    const step = fc.oneof(
      fc.record({ wait: fc.integer({ min: 1, max: 9 * hour }) }),
      fc.constantFrom('restart' as const, 'off' as const, 'on' as const, 'fail' as const, 'answer' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.nat(1000), async (steps, seed) => {
        const { world, jump, run, restart } = checking({ random: () => seed / 1001 });
        for (const one of steps) {
          if (typeof one === 'object') await jump(one.wait);
          else if (one === 'restart') restart();
          else if (one === 'fail') world.answer = async () => ({ ok: false, why: 'unreachable' });
          else if (one === 'answer') world.answer = async () => feed();
          else world.setting = one;
          await run.checks.tick();
        }
        for (const [i, at] of world.requests.slice(1).entries())
          expect(at - (world.requests[i] ?? 0)).toBeGreaterThanOrEqual(day);
      }),
    );
  });

  it('comes at a random moment: up to ten minutes later at the start, up to four hours later each day', async () => {
    const { world, pass, jump } = checking({ random: () => 0.999 });
    await pass(15 * minute);
    expect(world.requests).toHaveLength(1);
    expect(world.requests[0]).toBeGreaterThan(14 * minute);
    expect(world.content.nextAt ?? 0).toBeGreaterThan(feedNow + 27 * hour);
    await jump(27 * hour);
    expect(world.requests).toHaveLength(1);
    await jump(hour + minute);
    expect(world.requests).toHaveLength(2);
  });

  it.each(['ask', 'off'] as const)('is not made while the setting is %s', async (setting) => {
    const { world, jump } = checking();
    world.setting = setting;
    for (let days = 0; days < 10; days += 1) await jump(day);
    expect(world.requests).toEqual([]);
  });

  it('waits while a rotation, an emergency stop or a job is under way, and while there is no network', async () => {
    const { world, jump } = checking();
    world.isBusy = true;
    await jump(2 * day);
    world.isBusy = false;
    world.isOnline = false;
    await jump(20_000);
    expect(world.requests).toEqual([]);
    world.isOnline = true;
    await jump(20_000);
    expect(world.requests).toHaveLength(1);
  });

  it.each([
    ['a rotation begins', { isBusy: true }],
    ['it is switched off', { setting: 'off' as const }],
  ])('is ended when %s', async (_, change) => {
    const { world, run, pass } = checking();
    let signal: AbortSignal | undefined;
    world.answer = (given) =>
      new Promise((resolve) => {
        signal = given;
        given.addEventListener('abort', () => resolve({ ok: false, why: 'cancelled' }));
      });
    await pass(6 * minute);
    run.checks.stateChanged();
    expect(signal?.aborted).toBe(false);
    Object.assign(world, change);
    run.checks.stateChanged();
    expect(signal?.aborted).toBe(true);
    await settled();
    expect(world.content.failure).toBe('cancelled');
  });

  it('is one at a time', async () => {
    const { world, pass } = checking();
    world.answer = () => new Promise(() => undefined);
    await pass(20 * minute);
    expect(world.requests).toHaveLength(1);
  });

  it('asks nobody while the clock shows a time before NineTray was built', async () => {
    const { world, jump } = checking({ builtAt: feedNow + day });
    await jump(hour);
    expect([world.requests, world.view.failure]).toEqual([[], 'clock']);
    await jump(day);
    expect(world.requests).toHaveLength(1);
    expect(world.view.failure).toBeNull();
  });

  it('asks nobody where it could not remember what it is told', async () => {
    const { world, jump } = checking();
    world.diskProblem = { kind: 'profile-read-only' };
    await jump(hour);
    expect([world.requests, world.view.failure]).toEqual([[], 'not-saved']);
  });

  it('is made again soon after a clock that was a year ahead is set back', async () => {
    const { clock, world, jump } = checking();
    clock.set(feedNow + 365 * day);
    await jump(hour);
    expect([world.requests.length, world.content.failure]).toEqual([1, 'expired']);
    clock.set(feedNow + hour);
    await jump(20_000);
    expect([world.requests.length, world.content.failure]).toEqual([2, null]);
  });

  it('logs its outcome, and no address', async () => {
    const { world, jump } = checking();
    await jump(hour);
    world.answer = async () => ({ ok: false, why: 'redirected' });
    await jump(day);
    expect(world.log).toEqual(['update check: accepted', 'update check: redirected']);
  });
});

describe('a feed', () => {
  it('with a newer version is told of, until that version runs', async () => {
    const { world, run, jump, restart } = checking();
    await jump(hour);
    const newer = { version: '0.2.0', released: Date.UTC(2026, 10, 20, 8), isSkipped: false };
    expect(world.view).toEqual({ ...noUpdates, newer, checkedAt: feedNow + hour });
    expect(run.checks.releasePage()).toBe(exampleFeed.notes);
    restart();
    expect(world.view.newer).toEqual(newer);
    const updated = checking({ version: '0.2.0', content: world.content });
    expect([updated.world.view.newer, updated.run.checks.releasePage()]).toEqual([null, null]);
  });

  it.each(['0.1.0', '0.0.9', '0.1.0-beta.1'])('with version %s tells nothing, and is remembered', async (version) => {
    const { world, jump } = checking();
    world.answer = async () => feed({ version });
    await jump(hour);
    expect(world.view).toMatchObject({ newer: null, failure: null });
    expect(world.content.counter).toBe(5);
  });

  it('that takes a release back is believed', async () => {
    const { world, jump } = checking();
    await jump(hour);
    world.answer = async () => feed({ version: '0.1.0', counter: 6 });
    await jump(day);
    expect(world.view.newer).toBeNull();
  });

  it('with a lower counter than one before is refused, also after a restart', async () => {
    const { world, jump, restart } = checking();
    await jump(hour);
    restart();
    world.answer = async () => feed({ version: '0.3.0', counter: 4 });
    await jump(day);
    expect(world.view).toMatchObject({ newer: { version: '0.2.0' }, failure: 'replayed' });
    expect(world.content.counter).toBe(5);
  });

  it.each<[UpdateFailure, FeedAnswer]>([
    ['bad-signature', { ok: true, bytes: Buffer.concat([signer.sign(exampleFeed), Buffer.from(' ')]) }],
    ['unknown-key', { ok: true, bytes: testSigner().sign(exampleFeed) }],
    ['not-signed', { ok: true, bytes: Buffer.from(JSON.stringify(exampleFeed)) }],
    ['unreadable', { ok: true, bytes: signer.sign('{}') }],
    ['redirected', { ok: false, why: 'redirected' }],
  ])('that is refused changes nothing of what is known: %s', async (why, answer) => {
    const { world, jump } = checking();
    await jump(hour);
    const { newer } = world.view;
    world.answer = async () => answer;
    await jump(day);
    expect([world.view.failure, world.view.newer, world.content.counter]).toEqual([why, newer, 5]);
  });

  it('leads to no page of another site, even where its file was edited', () => {
    const newer = { version: '0.2.0', released: feedNow, notes: 'https://evil.example/' };
    expect(checking({ content: { newer } }).run.checks.releasePage()).toBeNull();
  });
});

describe('a version', () => {
  it('can be skipped, and the next one is told of', async () => {
    const { world, run, jump } = checking();
    await jump(hour);
    expect(run.checks.skip('0.9.9')).toEqual(failed({ kind: 'bad-input', field: 'version' }));
    expect(run.checks.skip('0.2.0')).toEqual(ok(undefined));
    expect(world.view.newer?.isSkipped).toBe(true);
    world.answer = async () => feed({ version: '0.3.0', counter: 6 });
    await jump(day);
    expect(world.view.newer).toMatchObject({ version: '0.3.0', isSkipped: false });
  });
});

describe('the question', () => {
  it('is due after a week of use, over restarts', async () => {
    const { world, jump, restart } = checking();
    world.setting = 'ask';
    await jump(20_000);
    await jump(7 * day - 1);
    expect(world.view.isQuestionDue).toBe(false);
    restart();
    await jump(1);
    expect(world.view.isQuestionDue).toBe(true);
  });

  it('comes a week later where the clock was ahead at the first start', async () => {
    const { clock, world, jump } = checking();
    world.setting = 'ask';
    clock.set(feedNow + 365 * day);
    await jump(0);
    clock.set(feedNow);
    await jump(0);
    expect(world.content.firstUsedAt).toBe(feedNow);
  });
});

it('nothing is published twice', async () => {
  const { world, pass } = checking();
  await pass(hour);
  // What is known at the start, and after the check.
  expect(world.views).toBe(2);
});
