// Actions on sub-accounts: creating, editing and deleting them. Pure.
import { z } from 'zod';
import type { ActionDescription } from './action-description';
import { bytesField, countField, momentField, packageField, passwordField, switchField } from './form-fields';
import { largestCount, noForm, noteField } from './shared-fields';

const topUp = {
  topUpIps: switchField(),
  topUpIpsBelow: countField({ min: 1, max: largestCount, when: { field: 'topUpIps', is: true } }).optional(),
  topUpIpsBy: countField({ min: 1, max: largestCount, when: { field: 'topUpIps', is: true } }).optional(),
  topUpTraffic: switchField(),
  topUpTrafficBelow: bytesField({ min: 1, when: { field: 'topUpTraffic', is: true } }).optional(),
  topUpTrafficBy: bytesField({ min: 1, when: { field: 'topUpTraffic', is: true } }).optional(),
};

/** Once automatic top-up is on, it needs both amounts. */
function wholeTopUp(value: {
  topUpIps: boolean;
  topUpIpsBelow?: number | undefined;
  topUpIpsBy?: number | undefined;
  topUpTraffic: boolean;
  topUpTrafficBelow?: number | undefined;
  topUpTrafficBy?: number | undefined;
}): string[] {
  const needed = [
    ...(value.topUpIps ? (['topUpIpsBelow', 'topUpIpsBy'] as const) : []),
    ...(value.topUpTraffic ? (['topUpTrafficBelow', 'topUpTrafficBy'] as const) : []),
  ];
  return needed.filter((name) => value[name] === undefined);
}

/** What can be done to sub-accounts. */
export const subAccountActions = {
  createSubAccount: {
    operation: 'createSubAccount',
    form: z.object({
      password: passwordField({ min: 6, max: 64 }),
      note: noteField,
      ips: countField({ min: 0, max: largestCount }).optional(),
      traffic: bytesField({ min: 0 }).optional(),
      packageId: packageField().optional(),
      disableAt: momentField().optional(),
      ...topUp,
    }),
    missing: wholeTopUp,
    on: null,
    deliberate: 'spends',
    changes: ['subAccounts'],
  },
  editSubAccount: {
    operation: 'updateSubAccount',
    form: z.object({
      password: passwordField({ min: 6, max: 64 }).optional(),
      note: noteField,
      // These four are in the dashboard's form; that the API takes them is unconfirmed.
      ips: countField({ min: 0, max: largestCount }),
      traffic: bytesField({ min: 0 }),
      packageId: packageField().optional(),
      disableAt: momentField().optional(),
      ...topUp,
    }),
    missing: wholeTopUp,
    edits: true,
    on: { list: 'subAccounts', rows: 'one' },
    deliberate: null,
    changes: ['subAccounts'],
  },
  deleteSubAccount: {
    operation: 'deleteSubAccount',
    form: noForm,
    on: { list: 'subAccounts', rows: 'one' },
    deliberate: 'final',
    changes: ['subAccounts'],
  },
} as const satisfies Record<string, ActionDescription>;
