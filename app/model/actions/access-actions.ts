// Actions on who may use the account: sub-users and the whitelist. Pure.
import { z } from 'zod';
import type { ActionDescription } from './action-description';
import { bytesField, countField, ipField, passwordField, switchField, textField } from './form-fields';
import { largestCount, noForm, noteField } from './shared-fields';

const subUserFields = {
  username: textField({ min: 3, max: 64 }),
  trafficCap: bytesField({ min: 0 }).optional(),
  ipCap: countField({ min: -1, max: largestCount }).optional(),
  note: noteField,
};

/** What can be done to sub-users and entries of the whitelist. */
export const accessActions = {
  createSubUser: {
    operation: 'createSubUser',
    form: z.object({ ...subUserFields, password: passwordField({ min: 4, max: 64 }), enabled: switchField() }),
    on: null,
    deliberate: null,
    changes: ['subUsers'],
  },
  editSubUser: {
    operation: 'updateSubUser',
    form: z.object({
      ...subUserFields,
      password: passwordField({ min: 4, max: 64 }).optional(),
      enabled: switchField(),
    }),
    edits: true,
    on: { list: 'subUsers', rows: 'one' },
    deliberate: null,
    changes: ['subUsers'],
  },
  enableSubUser: {
    operation: 'updateSubUser',
    form: noForm,
    on: { list: 'subUsers', rows: 'one' },
    deliberate: null,
    changes: ['subUsers'],
  },
  disableSubUser: {
    operation: 'updateSubUser',
    form: noForm,
    on: { list: 'subUsers', rows: 'one' },
    deliberate: null,
    changes: ['subUsers'],
  },
  deleteSubUser: {
    operation: 'deleteSubUser',
    form: noForm,
    on: { list: 'subUsers', rows: 'one' },
    deliberate: 'final',
    changes: ['subUsers'],
  },
  createWhitelistEntry: {
    operation: 'createWhitelist',
    form: z.object({
      ip: ipField(),
      description: noteField,
      enabled: switchField(),
    }),
    on: null,
    deliberate: null,
    changes: ['whitelist'],
  },
  editWhitelistEntry: {
    operation: 'updateWhitelist',
    form: z.object({
      ip: ipField(),
      description: noteField,
      enabled: switchField(),
    }),
    edits: true,
    on: { list: 'whitelist', rows: 'one' },
    deliberate: null,
    changes: ['whitelist'],
  },
  enableWhitelistEntry: {
    operation: 'updateWhitelist',
    form: noForm,
    on: { list: 'whitelist', rows: 'one' },
    deliberate: null,
    changes: ['whitelist'],
  },
  disableWhitelistEntry: {
    operation: 'updateWhitelist',
    form: noForm,
    on: { list: 'whitelist', rows: 'one' },
    deliberate: null,
    changes: ['whitelist'],
  },
  deleteWhitelistEntry: {
    operation: 'deleteWhitelist',
    form: noForm,
    on: { list: 'whitelist', rows: 'one' },
    deliberate: 'final',
    changes: ['whitelist'],
  },
} as const satisfies Record<string, ActionDescription>;
