// Lists of share codes. Pure data.
import type { ListDescription } from './list-description';

const gift = ['ips', 'traffic'] as const;
const codeFilters = [
  { id: 'status', kind: 'choice', choices: ['unused', 'used', 'revoked', 'expired'] },
  { id: 'gives', kind: 'choice', choices: gift },
  { id: 'enterprise', kind: 'choice', choices: ['yes', 'no'] },
  { id: 'email', kind: 'text' },
] as const;

/** Lists of share codes, by id. */
export const codeLists = {
  codesMade: {
    operation: 'listShareCodes',
    columns: [
      { id: 'code', kind: 'secret', sorts: true, width: 12.25 },
      { id: 'status', kind: 'state', states: ['unused', 'used', 'revoked', 'expired', 'unknown'], width: 5.5 },
      { id: 'gives', kind: 'state', states: gift, width: 5.5, yields: 8 },
      { id: 'ips', kind: 'count', sorts: true, width: 4.25, yields: 1 },
      { id: 'traffic', kind: 'bytes', width: 5.5, yields: 2 },
      { id: 'forwardedTo', kind: 'text', grows: true, width: 8, yields: 4 },
      { id: 'usedBy', kind: 'text', grows: true, yields: 6 },
      { id: 'at', kind: 'day', sorts: true, yields: 5 },
      { id: 'expiresAt', kind: 'day', yields: 3 },
      { id: 'usedAt', kind: 'day', yields: 7 },
    ],
    filters: codeFilters,
    searches: true,
    order: { column: 'at', descending: true },
    pages: true,
  },
  codesRedeemed: {
    operation: 'listUsedCodes',
    columns: [
      { id: 'code', kind: 'secret', sorts: true, width: 12.25 },
      { id: 'gives', kind: 'state', states: gift, width: 5.5, yields: 5 },
      { id: 'ips', kind: 'count', sorts: true, width: 4.25, yields: 1 },
      { id: 'traffic', kind: 'bytes', width: 5.5, yields: 2 },
      { id: 'receivedFrom', kind: 'text', grows: true, yields: 4 },
      { id: 'usedAt', kind: 'moment', sorts: true, yields: 3 },
    ],
    filters: codeFilters,
    searches: true,
    order: { column: 'usedAt', descending: true },
    pages: true,
  },
} as const satisfies Record<string, ListDescription>;
