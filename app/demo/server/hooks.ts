// What tests put between a request and its answer (testing/). The product's demo has no hooks.
import type { Answer } from '../protocol/answer';
import type { Reply } from '../protocol/reply';

/** What to do with a connection: answer, cut it, or leave it waiting. */
export type Outcome = Reply | 'cut' | 'wait';

export interface ServerHooks {
  /** Answers a path of its own; null: the path is none of these. */
  route(method: string, url: URL, body: string | null): Reply | null;
  /** Called when a request begins; the result is called once with the status of its answer (null: the connection was cut). */
  begin(operation: string): (status: number | null) => void;
  unknownPath(): void;
  /** Called before an operation, for as long as it likes; null: the operation happens. */
  before(operation: string, url: URL): Promise<Outcome | null>;
  /** Called after an operation, with its answer; null: the answer is sent as it is. */
  after(operation: string, answer: Answer): Outcome | null;
}
