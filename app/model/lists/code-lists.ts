// Lists of share codes.
// Pure data. Must not: hold words (app/texts/account/lists.ts), or know how the vendor spells a field.
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
      { id: 'code', kind: 'secret', sorts: true },
      { id: 'status', kind: 'state', states: ['unused', 'used', 'revoked', 'expired', 'unknown'] },
      { id: 'gives', kind: 'state', states: gift },
      { id: 'ips', kind: 'count', sorts: true },
      { id: 'traffic', kind: 'bytes' },
      { id: 'forwardedTo', kind: 'text', grows: true },
      { id: 'usedBy', kind: 'text', grows: true },
      { id: 'at', kind: 'day', sorts: true },
      { id: 'expiresAt', kind: 'day' },
      { id: 'usedAt', kind: 'day' },
    ],
    filters: codeFilters,
    searches: true,
    order: { column: 'at', descending: true },
    pages: true,
  },
  codesRedeemed: {
    operation: 'listUsedCodes',
    columns: [
      { id: 'code', kind: 'secret', sorts: true },
      { id: 'gives', kind: 'state', states: gift },
      { id: 'ips', kind: 'count', sorts: true },
      { id: 'traffic', kind: 'bytes' },
      { id: 'receivedFrom', kind: 'text', grows: true },
      { id: 'usedAt', kind: 'moment', sorts: true },
    ],
    filters: codeFilters,
    searches: true,
    order: { column: 'usedAt', descending: true },
    pages: true,
  },
} as const satisfies Record<string, ListDescription>;
