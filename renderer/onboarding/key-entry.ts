// The course of entering a key, as a window sees it: sent, answered or refused, stored or discarded. Holds no key: the
// text passes through to main, and what comes back is a ticket.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../app/bridge/contract';
import type { Problem, Result } from '../../app/model/problem';
import type { KeyCandidate } from '../../app/model/state/key-candidate';
import { ask, call } from '../ui/bridge';

type Keeping = Pick<CallInput<'key.keep'>, 'storage' | 'consent'>;

export interface KeyEntry {
  busy: 'checking' | 'keeping' | null;
  /** Why the last check or keep failed. */
  problem: Problem | null;
  /** A key that answered and waits in main for a decision. */
  candidate: KeyCandidate | null;
  check: (text: string) => Promise<void>;
  checkClipboard: () => Promise<void>;
  /** Answers whether the key is kept now. */
  keep: (how: Keeping) => Promise<boolean>;
  /** Cancels the running check, or discards the candidate, in main too, so that no unwanted key waits there. */
  abandon: () => void;
}

function discard(candidate: KeyCandidate): void {
  // Whatever main answers, the window no longer needs it: an unknown ticket means that it is gone already.
  ask('key.discard', { ticket: candidate.ticket });
}

/** Runs the calls of entering a key. A candidate that the user did not decide on is discarded when the screen closes. */
export function useKeyEntry(): KeyEntry {
  const [busy, setBusy] = useState<KeyEntry['busy']>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [candidate, setCandidate] = useState<KeyCandidate | null>(null);
  const held = useRef<KeyCandidate | null>(null);
  // Only the answer to the newest attempt counts.
  const attempt = useRef(0);

  const letGo = useCallback(() => {
    attempt.current += 1;
    if (held.current !== null) discard(held.current);
    held.current = null;
  }, []);

  useEffect(() => letGo, [letGo]);

  const run = useCallback(
    async (question: () => Promise<Result<KeyCandidate>>) => {
      letGo();
      const mine = attempt.current;
      setBusy('checking');
      setProblem(null);
      setCandidate(null);
      const answer = await question();
      if (mine !== attempt.current) {
        if (answer.ok) discard(answer.value);
        return;
      }
      setBusy(null);
      if (!answer.ok) {
        setProblem(answer.problem);
        return;
      }
      held.current = answer.value;
      setCandidate(answer.value);
    },
    [letGo],
  );

  return {
    busy,
    problem,
    candidate,
    check: (text) => run(() => call('key.check', { text })),
    checkClipboard: () => run(() => call('key.checkClipboard', undefined)),
    keep: async (how) => {
      const mine = held.current;
      if (mine === null) return false;
      setBusy('keeping');
      setProblem(null);
      // Main has the ticket now: if the screen goes before the answer comes, nothing is given back.
      held.current = null;
      const then = attempt.current;
      const answer = await call('key.keep', { ticket: mine.ticket, ...how });
      if (answer.ok) {
        setBusy(null);
        return true;
      }
      if (then !== attempt.current) {
        discard(mine);
        return false;
      }
      held.current = mine;
      setBusy(null);
      setProblem(answer.problem);
      return false;
    },
    abandon: () => {
      letGo();
      setBusy(null);
      setProblem(null);
      setCandidate(null);
    },
  };
}
