// What goes over the wire: envelopes, web pages, and their ways to be broken.
// Must not decide which of them a request gets.
import type { Answer, Json } from './answer';

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A JSON answer, never kept by a cache. */
export function jsonReply(status: number, value: Json): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}

/** An operation's answer in the vendor's envelope. */
export function envelope(answer: Answer): Reply {
  if (answer.ok) return jsonReply(200, { success: true, message: answer.message, result: answer.result });
  return errorReply(400, answer.message, answer.errors);
}

/** An envelope that says no. */
export function errorReply(status: number, message: string, errors: string[] = [message]): Reply {
  return jsonReply(status, { success: false, message, errors });
}

/** A web page where JSON was asked for. Neither text is escaped: they are constants. */
export function pageReply(status: number, title: string, text = ''): Reply {
  const body = `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** Elsewhere. */
export function redirectReply(status: 302 | 308, location: string): Reply {
  return { status, headers: { location }, body: '' };
}

/** The same value with every number as text. */
export function withNumbersAsText(value: Json): Json {
  return mapLeaves(value, (leaf) => (typeof leaf === 'number' ? String(leaf) : leaf));
}

/** The same value with null in each place of a value. */
export function withNulls(value: Json): Json {
  return mapLeaves(value, () => null);
}

/** What some servers answer in place of this value when there is nothing in it. */
export function withoutAnything(value: Json, as: 'null' | 'list' | 'parts'): Json {
  if (as === 'null') return null;
  if (as === 'list' || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.fromEntries(Object.keys(value).map((name) => [name, null]));
}

type Leaf = string | number | boolean | null;

function mapLeaves(value: Json, change: (leaf: Leaf) => Leaf): Json {
  if (Array.isArray(value)) return value.map((one) => mapLeaves(one, change));
  if (typeof value !== 'object' || value === null) return change(value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapLeaves(one, change)]));
}
