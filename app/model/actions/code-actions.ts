// Actions on share codes: making, redeeming and revoking them. Pure.
import { z } from 'zod';
import type { ActionDescription } from './action-description';
import { bytesField, codesField, countField, emailField, packageField } from './form-fields';
import { largestCount, noForm } from './shared-fields';

/** The vendor makes no code for fewer IPs (documented). */
const leastIpsInCode = 5;

/** What can be done to share codes. */
export const codeActions = {
  makeIpCodes: {
    operation: 'generateIpShareCodes',
    form: z.object({
      ips: countField({ min: leastIpsInCode, max: largestCount }),
      codes: countField({ min: 1, max: 500 }),
      forwardTo: emailField().optional(),
    }),
    on: null,
    deliberate: 'spends',
    changes: ['codesMade'],
  },
  makeTrafficCodes: {
    operation: 'generateTrafficShareCodes',
    form: z.object({
      packageId: packageField(),
      traffic: bytesField({ min: 1_000_000_000 }),
      codes: countField({ min: 1, max: 500 }),
    }),
    on: null,
    deliberate: 'spends',
    changes: ['codesMade'],
  },
  redeemCodes: {
    operation: 'useShareCodes',
    form: z.object({ codes: codesField() }),
    on: null,
    deliberate: 'final',
    changes: ['codesRedeemed'],
  },
  revokeCodes: {
    operation: 'revokeShareCodes',
    form: noForm,
    on: { list: 'codesMade', rows: 'several' },
    deliberate: 'final',
    changes: ['codesMade'],
  },
} as const satisfies Record<string, ActionDescription>;
