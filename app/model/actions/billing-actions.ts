// Actions on billing: auto renew. Pure.
import { z } from 'zod';
import type { ActionDescription } from './action-description';
import { switchField } from './form-fields';

/** What can be done to the billing. */
export const billingActions = {
  setAutoRenew: {
    operation: 'updateAutoRenew',
    form: z.object({ on: switchField() }),
    on: null,
    deliberate: 'spends',
    changes: [],
  },
} as const satisfies Record<string, ActionDescription>;
