// The vendor's own application on this computer: its local API, from which the addresses used today are read. Only
// /api/today_list is ever requested, because proxy, forward, port_free and set_port_range change something, by GET.
// Requests must not go through a proxy, and carry no key.
import { z } from 'zod';
import { receive } from '../nineproxy/transport/body';
import { type Page, readPage } from '../nineproxy/resources/page';
import { readProxyAddress } from '../nineproxy/resources/proxies';
import { distinct, type VendorRow } from '../nineproxy/resources/record-mapping';
import { failed, ok, type Problem, type Result } from '../model/problem';

export interface LocalAppOptions {
  fetch: typeof globalThis.fetch;
  /** Runs `run` after `ms`; returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

export interface LocalApp {
  /**
   * The addresses used in the last day, from the local API at `port` of 127.0.0.1. `not-offered` without one (the setting is off);
   * `local-app-absent` where nothing fitting answers.
   */
  readToday(port: number | null, signal?: AbortSignal): Promise<Result<Page<VendorRow>>>;
}

/** It answers from its own memory, or not at all (ms). */
const PATIENCE = 5000;
/** Rows asked for; more than are used in a day of one computer. */
const MOST = 1000;

/** `{error, message, data}`: noted by users of version 2.0.4; `data` is the list, or holds it. */
const itemsSchema = z.array(z.unknown()).nullable();
const answerSchema = z.object({
  error: z.boolean().optional(),
  data: z.union([itemsSchema, z.object({ items: itemsSchema })]),
});

const absent: Problem = { kind: 'local-app-absent' };

/** A reader of the local API. */
export function createLocalApp({ fetch, after }: LocalAppOptions): LocalApp {
  async function ask(at: number, signal: AbortSignal): Promise<Result<Page<VendorRow>>> {
    const response = await fetch(`http://127.0.0.1:${at}/api/today_list?t=2&limit=${MOST}`, {
      redirect: 'error',
      credentials: 'omit',
      headers: { accept: 'application/json' },
      signal,
    });
    const { status, body, json } = await receive(response, signal);
    // This means that there are none.
    const items = status === 404 && body.trimStart().startsWith('{') ? [] : itemsOf(status === 200 ? json : null);
    const page = items === null ? null : readPage({ items }, { page: 1, limit: MOST }, readProxyAddress);
    if (items === null || page === null || (page.items.length === 0 && page.skipped > 0)) return failed(absent);
    return ok({ ...page, items: distinct(page.items), totalItems: items.length, totalPages: 1 });
  }

  return {
    async readToday(port, signal) {
      if (port === null) return failed({ kind: 'not-offered' });
      const stop = new AbortController();
      const giveUp = () => stop.abort();
      signal?.addEventListener('abort', giveUp, { once: true });
      const cancel = after(PATIENCE, giveUp);
      try {
        return await ask(port, stop.signal);
      } catch {
        // Nothing listens there, or something else does: either way it is not that application.
        return failed(signal?.aborted === true ? { kind: 'cancelled' } : absent);
      } finally {
        cancel();
        signal?.removeEventListener('abort', giveUp);
      }
    },
  };
}

/** The items of an answer; null where it is not one of that application. A null in their place is none, if it says that all went well. */
function itemsOf(answer: unknown): readonly unknown[] | null {
  const read = answerSchema.safeParse(answer);
  if (!read.success || read.data.error === true) return null;
  const { data, error } = read.data;
  const items = data === null || Array.isArray(data) ? data : data.items;
  return items ?? (error === false ? [] : null);
}
