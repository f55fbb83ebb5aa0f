// Actions on proxy connections: creating, editing and deleting port ranges. Pure.
import { z } from 'zod';
import type { ActionDescription } from './action-description';
import { choiceField, countField, countryField, textField } from './form-fields';
import { noForm } from './shared-fields';

const targeting = {
  country: countryField().optional(),
  region: textField({ max: 64 }).optional(),
  city: textField({ max: 64 }).optional(),
  isp: textField({ max: 64 }).optional(),
  session: choiceField(['rotating', 'sticky']),
  sessionMinutes: countField({ min: 1, max: 1440, when: { field: 'session', is: 'sticky' } }).optional(),
};
const wholeSession = (value: { session: string; sessionMinutes?: number | undefined }) =>
  value.session === 'sticky' && value.sessionMinutes === undefined ? ['sessionMinutes'] : [];

/** What can be done to proxy connections. */
export const connectionActions = {
  createConnection: {
    operation: 'createProxyConnection',
    form: z.object({ quantity: countField({ min: 1, max: 10_000 }), ...targeting }),
    missing: wholeSession,
    on: null,
    deliberate: null,
    changes: ['connections'],
  },
  editConnection: {
    operation: 'updateProxyConnection',
    form: z.object(targeting),
    missing: wholeSession,
    edits: true,
    on: { list: 'connections', rows: 'one' },
    deliberate: null,
    changes: ['connections'],
  },
  deleteConnections: {
    operation: 'deleteProxyConnections',
    form: noForm,
    on: { list: 'connections', rows: 'several' },
    deliberate: 'final',
    changes: ['connections'],
  },
} as const satisfies Record<string, ActionDescription>;
