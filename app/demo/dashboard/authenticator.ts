// The demo's authenticator: the code that a phone would show, and the vendor's check of it, which accepts each code
// once.
import { Secret, TOTP } from 'otpauth';
import type { Random } from '../data/random';

export type CodeOutcome = 'accepted' | 'wrong' | 'used';

/** RFC 6238: SHA-1, six digits, 30 s, as phones expect it. */
const period = 30;

export class Authenticator {
  readonly #totp: TOTP;
  /** The newest period whose code was taken. It and all before it are no longer valid. */
  #lastTaken = -1;

  constructor(random: Random) {
    const secret = Secret.fromBase32(random.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 32));
    this.#totp = new TOTP({ issuer: '9Proxy demo', label: 'demo', secret, period });
  }

  /** What the phone shows at `now` (milliseconds): six digits, for how long (seconds), and whether they were taken already. */
  shown(now: number): { code: string; secondsLeft: number; isUsed: boolean } {
    return {
      code: this.#totp.generate({ timestamp: now }),
      secondsLeft: Math.ceil(this.#totp.remaining({ timestamp: now }) / 1000),
      isUsed: this.#totp.counter({ timestamp: now }) <= this.#lastTaken,
    };
  }

  /** Takes a code, of this period or one beside it (clocks differ), and never again. Spaces in it do not matter. */
  take(code: string, now: number): CodeOutcome {
    const token = code.replace(/\s/g, '');
    const delta = /^\d{6}$/.test(token) ? this.#totp.validate({ token, timestamp: now, window: 1 }) : null;
    if (delta === null) return 'wrong';
    const counter = this.#totp.counter({ timestamp: now }) + delta;
    if (counter <= this.#lastTaken) return 'used';
    this.#lastTaken = counter;
    return 'accepted';
  }
}
