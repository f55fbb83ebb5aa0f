// The local gateway of one account, and who may use it: what the user asks of it, and what it shows. Loads and runs nothing of the server
// while it is switched off.
import type { AccessView } from '../model/access/access-view';
import { noAccess } from '../model/access/access-view';
import type { ActivityLine } from '../model/access/activity';
import type { ConsumerChoices } from '../model/access/consumer';
import type { GatewayTest } from '../model/access/gateway-test';
import { failed, type Problem, type Result } from '../model/problem';

/** A token for one program, in memory only: it ends with NineTray, at its time, or when `endLease` is called. */
export interface Lease {
  token: string;
  url: string;
  expiresAt: number;
}

const later: Problem = { kind: 'not-now' };

export class AccessService {
  view(): AccessView {
    return noAccess;
  }

  setOn(_on: boolean): Promise<Result<void>> {
    return Promise.resolve(failed(later));
  }

  setPaused(_isPaused: boolean): Result<void> {
    return failed(later);
  }

  choosePort(_port: number): Promise<Result<void>> {
    return Promise.resolve(failed(later));
  }

  tryAgain(): Promise<Result<void>> {
    return Promise.resolve(failed(later));
  }

  /** Where programs ask it, such as http://127.0.0.1:19090. Null while it does not listen. */
  url(): string | null {
    return null;
  }

  test(): Promise<Result<GatewayTest>> {
    return Promise.resolve(failed(later));
  }

  /** Adds a consumer, and returns its token, once. Fails with bad-input (`name` is taken, `consumers`: too many). */
  add(_choices: ConsumerChoices): Result<{ id: string; token: string }> {
    return failed(later);
  }

  change(_id: string, _choices: ConsumerChoices): Result<void> {
    return failed(later);
  }

  renewToken(_id: string): Result<{ id: string; token: string }> {
    return failed(later);
  }

  copyToken(_token: string): Promise<Result<void>> {
    return Promise.resolve(failed(later));
  }

  revoke(_id: string): Result<void> {
    return failed(later);
  }

  revokeAll(): Result<void> {
    return failed(later);
  }

  readActivity(): ActivityLine[] {
    return [];
  }

  dismissSightings(): void {
    // Nothing was seen yet.
  }

  /** A token with the rights and limits of the consumer with this name, for so long (ms). */
  lease(_name: string, _lasts: number): Result<Lease> {
    return failed(later);
  }

  endLease(_token: string): void {
    // There are none yet.
  }
}
