// What an operation answers with, before it becomes an envelope on the wire.

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export type Answer =
  | { ok: true; message: string; result: Json }
  /** A 400: `message` for the whole, `errors` for each thing that is wrong. */
  | { ok: false; message: string; errors: string[] };

/** A 200. */
export function success(result: Json, message = 'Success'): Answer {
  return { ok: true, message, result };
}

/** A 400; without `errors` the message is the only one. */
export function refusal(message: string, errors: string[] = [message]): Answer {
  return { ok: false, message, errors };
}
