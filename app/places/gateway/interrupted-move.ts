// What the file of a move is after NineTray was killed, or a write failed: as before the move, as after it, or neither.
// A file that was partly written is finished.
import type { Problem, Result } from '../../model/problem';
import type { PendingMove } from '../documents/pending-move';
import type { KnownChange } from '../files/content/file-change';
import type { FileWay, PlacesPorts } from '../ports';
import { anyToken, ownToken, SAMPLE_TOKEN, wayOfMove } from './move-file';

type Ports = Pick<PlacesPorts, 'files' | 'gateway'>;

/** `problem`: why the file is neither as before nor as after. `isTokenLost`: the token of the move is not in it, and known to nobody. */
export type MoveState = { is: 'before' } | { is: 'after' } | { is: 'unsure'; problem: Problem; isTokenLost: boolean };

const before: MoveState = { is: 'before' };
const after: MoveState = { is: 'after' };
const unsure = {
  is: 'unsure',
  problem: { kind: 'file-blocked', why: 'unsure' },
  isTokenLost: false,
} satisfies MoveState;

/** Finds out, and finishes what was partly written. `key`: the account's. */
export async function settleFile(ports: Ports, move: PendingMove, key: string): Promise<MoveState> {
  const way = wayOfMove(move);
  const found = await ports.files.tokens(way);
  if (!found.ok) return { is: 'unsure', problem: found.problem, isTokenLost: false };
  const tokenIn = move.kind === 'use' ? ownToken : anyToken;
  const token = tokenIn(found.value, move.consumerId, ports.gateway);
  const file = { ports, move, way, salt: Buffer.from(move.salt, 'hex') };
  switch (move.kind) {
    case 'use':
      return token === null ? await notYetMoved(file, key) : await withToken(file, token, key);
    case 'leave':
      return token === null ? await withoutToken(file, key) : await withToken(file, token, key);
    case 'address':
      return token === null ? unsure : await withToken(file, token, key);
    default:
      return move.kind satisfies never;
  }
}

interface MovedFile {
  ports: Ports;
  move: PendingMove;
  way: FileWay;
  salt: Buffer;
}

/** The change that the move is about, with this token. */
export function changeOf(
  { kind, address }: Pick<PendingMove, 'kind' | 'address'>,
  token: string,
  key: string,
): KnownChange {
  return { old: kind === 'use' ? key : token, next: kind === 'leave' ? key : token, address };
}

/** The place's token is in the file. */
async function withToken(file: MovedFile, token: string, key: string): Promise<MoveState> {
  const { kind } = file.move;
  const mended = await mend(file, changeOf(file.move, token, key));
  if (mended.ok) return mended.value === 'old' ? before : after;
  // It was edited since: then it is whole if it has the token and not the key.
  if (kind === 'address' || (await keysIn(file, key)) > 0) return unsure;
  return kind === 'use' ? after : before;
}

/** The file of a place that is to get a token has none. */
async function notYetMoved(file: MovedFile, key: string): Promise<MoveState> {
  const { ports, move, way, salt } = file;
  const digest = await ports.files.digest(way, salt);
  if (digest.ok && digest.value === move.plan.digest) {
    // Nothing was written: removes what may be left beside it.
    await mend(file, changeOf(move, SAMPLE_TOKEN, key));
    return before;
  }
  // A token that was partly written is known to nobody any more.
  return (await hasAllKeys(file, key)) ? before : { ...unsure, isTokenLost: true };
}

/** The file of a place that is to get the key has no token any more. */
async function withoutToken(file: MovedFile, key: string): Promise<MoveState> {
  return (await hasAllKeys(file, key)) ? after : unsure;
}

/** The key is in the file as often as it was planned, or more. */
async function hasAllKeys(file: MovedFile, key: string): Promise<boolean> {
  const planned = file.move.plan.ranges.filter(({ what }) => what === 'key').length;
  return (await keysIn(file, key)) >= planned;
}

function mend({ ports, move, way, salt }: MovedFile, change: KnownChange): Promise<Result<'old' | 'new' | 'mended'>> {
  return ports.files.mend(way, move.plan, change, salt);
}

/** How often the key is in the file. */
async function keysIn({ ports, way, salt }: MovedFile, key: string): Promise<number> {
  const plan = await ports.files.plan(way, { old: key, next: null }, salt);
  return plan.ok ? plan.value.ranges.length : 0;
}
