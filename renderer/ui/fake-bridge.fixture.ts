// A stand-in for main in component tests: answers as it is told, with success where there is nothing to answer, and
// remembers its calls.
import type { Api, CallInput, CallName, CallOutput, Push, PushName } from '../../app/bridge/contract';
import type { Result } from '../../app/model/problem';
import { setFailedAsk } from './failed-ask';

type Answers = {
  [N in CallName]?: (input: CallInput<N>) => Result<CallOutput<N>> | Promise<Result<CallOutput<N>>>;
};

export interface FakeBridge {
  /** What main answers to a call; a test puts its own in. */
  answers: Answers;
  /** All calls so far: name and input, in order. */
  asked: { name: CallName; input: unknown }[];
  /** The inputs of all calls of one name. */
  inputsOf(name: CallName): unknown[];
  push<N extends PushName>(name: N, message: Push<N>): void;
}

const yes = () => ({ ok: true, value: undefined }) as const;

/** Puts a fake `window.ninetray` in place; a later one takes its place. A call with no answer fails as `internal`. */
export function installFakeBridge(): FakeBridge {
  setFailedAsk(null);
  const heard: { [N in PushName]: Set<(message: Push<N>) => void> } = {
    state: new Set(),
    view: new Set(),
    hidden: new Set(),
    area: new Set(),
  };
  const fake: FakeBridge = {
    answers: {
      'account.refresh': yes,
      'key.keep': yes,
      'key.discard': yes,
      'key.retry': yes,
      'key.useHere': yes,
      'key.forget': yes,
      'demo.start': yes,
      'demo.stop': yes,
      'subAccounts.setVisible': yes,
      'subAccounts.switch': yes,
      'subAccounts.undo': yes,
      'subAccounts.dismiss': yes,
      'subAccounts.pin': yes,
      'settings.change': yes,
      'shortcut.record': yes,
      'rotation.begin': yes,
      'rotation.next': yes,
      'rotation.back': yes,
      'rotation.openDashboard': yes,
      'rotation.receive': yes,
      'rotation.receiveClipboard': yes,
      'rotation.discardReceived': yes,
      'rotation.acceptAccount': yes,
      'rotation.proveNow': yes,
      'rotation.copy': yes,
      'rotation.noCopyNeeded': yes,
      'rotation.tick': yes,
      'rotation.finish': yes,
      'rotation.abandon': yes,
      'places.change': yes,
      'places.save': yes,
      'places.remove': yes,
      'places.confirmCommands': yes,
      'places.rehearse': yes,
      'places.tryForReal': yes,
      'places.scan': yes,
      'places.cancelScan': yes,
      'places.openFolder': yes,
      'places.retry': yes,
      'places.skip': yes,
      'places.byHand': yes,
      'places.findRunning': yes,
      'wizard.close': yes,
      'account.open': yes,
      'lists.cancelSave': yes,
      'text.copy': yes,
      'secret.copy': yes,
      'bulk.cancelPreview': yes,
      'bulk.start': yes,
      'bulk.cancel': yes,
      'bulk.resume': yes,
      'bulk.undo': yes,
      'bulk.dismiss': yes,
      'panic.start': yes,
      'panic.restore': yes,
      'apiCheck.run': yes,
      'apiCheck.cancel': yes,
      'endpoints.correct': yes,
      'alerts.test': () => ({ ok: true, value: { shown: true } }),
      'problem.dismiss': yes,
      'updates.openPage': yes,
      'updates.skip': yes,
      'external.open': yes,
      'window.hide': yes,
      'app.quit': yes,
    },
    asked: [],
    inputsOf: (name) => fake.asked.filter((call) => call.name === name).map((call) => call.input),
    push: (name, message) => {
      for (const listener of heard[name]) listener(message);
    },
  };
  const api: Api = {
    call: async (name, input) => {
      fake.asked.push({ name, input });
      const answer = fake.answers[name];
      return answer === undefined ? { ok: false, problem: { kind: 'internal' } } : answer(input);
    },
    on: (name, listener) => {
      heard[name].add(listener);
      return () => heard[name].delete(listener);
    },
  };
  window.ninetray = api;
  return fake;
}

/** A page in which nothing is drawn yet, with the snapshot in it as main inlines it. */
export function emptyPage(latest: Push<'state'>): void {
  document.body.innerHTML = '';
  const snapshot = document.createElement('script');
  snapshot.type = 'application/json';
  snapshot.id = 'snapshot';
  snapshot.textContent = JSON.stringify(latest);
  document.head.replaceChildren(snapshot);
}
