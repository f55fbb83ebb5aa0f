// Reads all figures once and puts each into the state as it arrives. Starts no timer. An answer that an older key asked
// for, or that came after the key was refused, changes nothing.
import type { FigureId } from '../../model/figures/figures';
import type { Problem } from '../../model/problem';
import { Batch, type BatchOptions } from './batch';
import { type AnyFigureRead, figureRequests, withFigureAnswer } from './figure-reads';
import { type ReadRows, type SubAccountReadOptions, SubAccountReads } from './sub-account-reads';

export type ReadBatchOptions = BatchOptions & Pick<SubAccountReadOptions, 'confirmedSince' | 'pinnedRead'>;

/** `void`: cancelled, or of an older key. `refused`: the key is dead, and the other requests are cancelled. */
export type BatchOutcome =
  | { kind: 'void' }
  | { kind: 'refused' }
  | { kind: 'read'; answers: number; problems: Problem[]; sameAccount: boolean; pinnedRead: number; rows: ReadRows };

/** Reads the account, all figures and the sub-accounts. Never rejects. */
export async function readBatch(options: ReadBatchOptions): Promise<BatchOutcome> {
  const batch = new Batch(options);
  const subAccounts = new SubAccountReads(batch, options);
  const accountRead = batch.readAccount();
  const figureReads = [...figureRequests].map(([read, ids]) => readFigures(batch, options, read, ids));
  const others = Promise.all([...figureReads, subAccounts.read()]);
  // A refusal ends the batch at once, whatever else is still on its way.
  await accountRead;
  if (batch.isRefused) return { kind: 'refused' };
  await others;
  if (!batch.isCurrent()) return { kind: 'void' };
  const { answers, problems, sameAccount } = batch;
  const { pinnedRead, rows } = subAccounts;
  return { kind: 'read', answers, problems, sameAccount, pinnedRead, rows };
}

async function readFigures(
  batch: Batch,
  { client, signal, now }: BatchOptions,
  read: AnyFigureRead,
  ids: readonly FigureId[],
): Promise<void> {
  const answer = await batch.inTurn(read(client, { signal }));
  if (answer === null) return;
  batch.show(
    (state) => withFigureAnswer(state, ids, answer, now()),
    (state) => ids.map((id) => state[id]),
  );
}
