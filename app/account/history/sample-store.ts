// Where the record of an account's balances is kept: history.json, or memory.
import type { Problem } from '../../model/problem';
import type { StoredDocument } from '../../settings/document/document';
import { type History, record, type Sample } from './history';

export interface SampleStore {
  /** What was recorded of this account (account-id.ts), oldest first. */
  of(owner: string): readonly Sample[];
  /** Records one more, and returns all. */
  add(owner: string, sample: Sample): readonly Sample[];
  problems(): Problem[];
}

/** The record in this document; it thins with age. */
export function createSampleStore(document: StoredDocument<History>, now: () => number): SampleStore {
  const of = (owner: string): readonly Sample[] => document.read().accounts[owner] ?? [];
  return {
    of,
    add(owner, sample) {
      const samples = record(of(owner), sample, now());
      document.write({ accounts: { ...document.read().accounts, [owner]: samples } });
      return samples;
    },
    problems: () => document.problems(),
  };
}

/** Samples that are kept in memory of what was read. */
const MOST_IN_MEMORY = 500;

/** A record in memory, for an account that has this past. It is seen for minutes only, so each sample stays. */
export function createMemorySampleStore(past: readonly Sample[]): SampleStore {
  const read = new Map<string, readonly Sample[]>();
  const of = (owner: string): readonly Sample[] => [...past, ...(read.get(owner) ?? [])];
  return {
    of,
    add(owner, sample) {
      read.set(owner, [...(read.get(owner) ?? []), sample].slice(-MOST_IN_MEMORY));
      return of(owner);
    },
    problems: () => [],
  };
}
