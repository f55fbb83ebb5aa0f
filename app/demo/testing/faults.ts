// The faults that tests set: what goes wrong, for which operations, and how many times. fault-replies.ts has their
// replies.
import { z } from 'zod';

/** Which operations (default: all) and how many requests (default: all) a fault is for. */
const scope = {
  operations: z.array(z.string()).optional(),
  times: z.number().int().positive().optional(),
};

export const faultSchema = z.discriminatedUnion('kind', [
  /** Waits before anything else happens. */
  z.strictObject({ kind: z.literal('slow'), ms: z.number().int().positive(), ...scope }),
  /** 429; `as` says how Retry-After is written. */
  z.strictObject({
    kind: z.literal('rateLimited'),
    seconds: z.number().int().nonnegative(),
    as: z.enum(['seconds', 'date', 'none']).default('seconds'),
    ...scope,
  }),
  z.strictObject({ kind: z.literal('serverError'), status: z.number().int().min(500).max(599).default(503), ...scope }),
  /** 308 to the very same URL, as one operator reported. */
  z.strictObject({ kind: z.literal('redirectToSelf'), ...scope }),
  /** 302 to some other URL. */
  z.strictObject({ kind: z.literal('redirect'), to: z.url(), ...scope }),
  /** A web page with status 200 where JSON belongs. */
  z.strictObject({ kind: z.literal('html'), ...scope }),
  z.strictObject({ kind: z.literal('refuseKey'), status: z.literal([401, 403]).default(403), ...scope }),
  /** Something in front of 9Proxy refuses: Cloudflare as text, a company's filter as a page, a gateway that wants a password. */
  z.strictObject({ kind: z.literal('blocked'), as: z.enum(['text', 'html', 'basic']).default('text'), ...scope }),
  /** A key that was replaced keeps working for so long. `operations` and `times` mean nothing here. */
  z.strictObject({ kind: z.literal('oldKeySurvives'), seconds: z.number().int().positive(), ...scope }),
  /** 404 with a web page, as for a path that does not exist. */
  z.strictObject({ kind: z.literal('missing'), ...scope }),
  /** Never answers and does nothing. */
  z.strictObject({ kind: z.literal('hang'), ...scope }),
  /** Does what was asked and cuts the connection without an answer. */
  z.strictObject({ kind: z.literal('lost'), ...scope }),
  /** The key and the whole URL come back in an error message (400) or in an error page (502). */
  z.strictObject({ kind: z.literal('echoKey'), as: z.enum(['json', 'html']).default('json'), ...scope }),
  /** 200 with `success: false`. */
  z.strictObject({ kind: z.literal('successFalse'), message: z.string().default('Something went wrong'), ...scope }),
  /** Does what was asked and answers 200 with nothing in it. */
  z.strictObject({ kind: z.literal('emptyBody'), ...scope }),
  /** Does what was asked and answers with the first half of the JSON. */
  z.strictObject({ kind: z.literal('truncated'), ...scope }),
  /** Every number in the result is written as text. */
  z.strictObject({ kind: z.literal('numbersAsStrings'), ...scope }),
  /** Every value in the result is null; lists keep their length. */
  z.strictObject({ kind: z.literal('nulls'), ...scope }),
  /** As for an account that has nothing yet: `result` itself is null, an empty list, or an object in which every part is null. */
  z.strictObject({ kind: z.literal('none'), as: z.enum(['null', 'list', 'parts']).default('null'), ...scope }),
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultKind = Fault['kind'];
type Of<K extends FaultKind> = Extract<Fault, { kind: K }>;

export class Faults {
  #list: Fault[] = [];

  get list(): readonly Fault[] {
    return this.#list;
  }

  /** Replaces all faults; an empty list ends them. */
  set(faults: readonly Fault[]): void {
    this.#list = faults.map((fault) => ({ ...fault }));
  }

  /** The first fault of one of these kinds that is for this operation; counts the request against its `times`. */
  take<K extends FaultKind>(operation: string, kinds: readonly K[]): Of<K> | undefined {
    const found = this.#list.find(
      (fault): fault is Of<K> =>
        kinds.some((kind) => kind === fault.kind) && (fault.operations?.includes(operation) ?? true),
    );
    if (found?.times !== undefined) {
      found.times -= 1;
      if (found.times === 0) this.#list = this.#list.filter((fault) => fault !== found);
    }
    return found;
  }

  /** For how many seconds a regenerated key still works. */
  get oldKeySurvives(): number {
    return this.#list.find((fault) => fault.kind === 'oldKeySurvives')?.seconds ?? 0;
  }
}
