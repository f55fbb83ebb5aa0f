// Rebuilds 9Proxy's answer from its status and its body alone: no header of it, no redirect, and no key in it.
import type { Answer } from '../../nineproxy/transport/response';
import type { Redactor } from '../../nineproxy/transport/redact';
import { type GatewayAnswer, refusal } from './refusal';

/** The answer as a program gets it. `retryAfter`: what 9Proxy asked to wait (ms). */
export function cleanAnswer(answer: Answer, redactor: Redactor, retryAfter: number | null): GatewayAnswer {
  const { status } = answer;
  if (status >= 300 && status <= 399) return refusal('redirected');
  if (status < 200 || status > 599) return refusal('unreadable');
  const seconds = retryAfter === null ? null : Math.ceil(retryAfter / 1000);
  const isJson = answer.json !== undefined;
  const body = isJson ? cleanJson(answer, redactor) : redactor.value(answer.body);
  return { status, code: null, isJson, body, retryAfter: seconds };
}

/** The text of a JSON answer. Untouched where there was nothing to remove: numbers keep their digits. */
function cleanJson({ body, json }: Answer, redactor: Redactor): string {
  // Without a backslash its texts are written as they are: nothing is in them that is not in the whole, which is searched faster.
  if (!body.includes('\\') && redactor.value(body) === body) return body;
  const clean = cleanNames(redactor.value(json), redactor);
  return clean === json ? body : JSON.stringify(clean);
}

/** The same value with clean names of members; the same object where all were. */
function cleanNames(value: unknown, redactor: Redactor): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => cleanNames(item, redactor));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const entries = Object.entries(value);
  const clean = entries.map(([name, item]) => [redactor.value(name), cleanNames(item, redactor)] as const);
  const isSame = entries.every(([name, item], at) => name === clean[at]?.[0] && item === clean[at]?.[1]);
  return isSame ? value : Object.fromEntries(clean);
}
