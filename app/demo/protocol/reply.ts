// What goes over the wire: envelopes and web pages.
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

/** An envelope with a refusal. */
export function errorReply(status: number, message: string, errors: string[] = [message]): Reply {
  return jsonReply(status, { success: false, message, errors });
}

/** A web page where JSON was asked for. Neither text is escaped: they are constants. */
export function pageReply(status: number, title: string, text = ''): Reply {
  const body = `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** The vendor's answer to a key that it does not accept. */
export const permissionDenied = 'Permission denied';
