// The file of a place that moves to the gateway or back, and the token in it.
import type { PendingMove } from '../documents/pending-move';
import type { FileWay, GatewayPort } from '../ports';

/** As long as a token, and none: for a plan without one. */
export const SAMPLE_TOKEN = `ntk${'0'.repeat(40)}`;

/** The way to this file. `plain`: it may be changed where no parser can read it. */
export function fileWay(path: string, plain: boolean | undefined): FileWay {
  return plain === undefined ? { by: 'file', path } : { by: 'file', path, plain };
}

/** The way to the file that a move changes. */
export function wayOfMove({ before }: Pick<PendingMove, 'before'>): FileWay {
  return 'path' in before ? fileWay(before.path ?? '', before.plain) : fileWay('', undefined);
}

/** Of the tokens in a file that of this consumer; null: it has none. */
export function ownToken(tokens: readonly string[], consumerId: string | null, gateway: GatewayPort): string | null {
  return tokens.find((token) => consumerId !== null && gateway.ownerOf(token) === consumerId) ?? null;
}

/** The same; where the consumer is gone, the only token there. */
export function anyToken(tokens: readonly string[], consumerId: string | null, gateway: GatewayPort): string | null {
  const [first, ...more] = tokens;
  return ownToken(tokens, consumerId, gateway) ?? (more.length === 0 ? (first ?? null) : null);
}
