// Tokens that are in memory only: of one run of a program, with the rights of its consumer, and of NineTray's own test.
import { type Consumer, usualConsumerChoices } from '../../model/access/consumer';
import { hashToken, newToken } from './token';

interface Entry {
  /** Null: NineTray itself, for a test. */
  consumerId: string | null;
  expiresAt: number;
}

/** Who NineTray is to its own gateway: it may read the figures. */
export const ownConsumer: Consumer = {
  ...usualConsumerChoices,
  id: 'test',
  name: 'NineTray',
  role: 'figures',
  holdSeconds: 0,
  createdAt: 0,
  lastUse: null,
  today: { reads: 0, writes: 0, ips: 0, refused: 0 },
};

export class Leases {
  readonly #random: (bytes: number) => Uint8Array;
  readonly #entries = new Map<string, Entry>();

  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
  }

  /** A new token that is good until `expiresAt` (ms). `consumerId`: whose rights it has; null: it is NineTray's own. */
  add(entry: Entry): string {
    const token = newToken(this.#random);
    this.#entries.set(hashToken(token), entry);
    return token;
  }

  /** By a token's hash; `undefined`: it is of no lease. */
  find(hash: string): Entry | undefined {
    return this.#entries.get(hash);
  }

  end(token: string): void {
    this.#entries.delete(hashToken(token));
  }

  /** Ends all of a consumer. */
  endOf(consumerId: string): void {
    for (const [hash, entry] of this.#entries) if (entry.consumerId === consumerId) this.#entries.delete(hash);
  }
}
