// Calls about the local gateway and its consumers. A token crosses once, towards the window that asked for it.
import { z } from 'zod';
import { gatewayPortSchema } from '../../model/access/access-view';
import { activityLineSchema, mostActivityLines } from '../../model/access/activity';
import { consumerChoicesSchema } from '../../model/access/consumer';
import { gatewayTestSchema } from '../../model/access/gateway-test';
import { type Calls, done, nothing } from './call-shape';

const consumerId = z.string().min(1).max(40);
/** A new token; it is shown once and cannot be read again. */
const newToken = z.object({ id: consumerId, token: z.string().max(60) });

export const accessCalls = {
  /** Switches the gateway on or off. Off: nothing listens, and nothing of it runs. */
  'access.setOn': { windows: ['account'], input: z.object({ on: z.boolean() }), output: done },
  /** Paused, it refuses every request and sends none. */
  'access.setPaused': { windows: ['account'], input: z.object({ paused: z.boolean() }), output: done },
  'access.choosePort': { windows: ['account'], input: z.object({ port: gatewayPortSchema }), output: done },
  /** Tries to listen again, after a port was taken. */
  'access.tryAgain': { windows: ['account'], input: nothing, output: done },
  'access.copyAddress': { windows: ['account'], input: nothing, output: done },
  /** The value of NO_PROXY for programs that would ask the gateway through a proxy. */
  'access.copyNoProxy': { windows: ['account'], input: nothing, output: done },
  /** Asks the gateway from outside, as a program would: each address, and the account through it. */
  'access.test': { windows: ['account'], input: nothing, output: gatewayTestSchema },
  'access.addConsumer': { windows: ['account'], input: consumerChoicesSchema, output: newToken },
  'access.changeConsumer': {
    windows: ['account'],
    input: z.object({ id: consumerId, choices: consumerChoicesSchema }),
    output: done,
  },
  /** A new token for the same consumer; the one before stops working at once. */
  'access.renewToken': { windows: ['account'], input: z.object({ id: consumerId }), output: newToken },
  /** Copies a token that was just made, like a secret: the clipboard is cleared later. */
  'access.copyToken': {
    windows: ['account'],
    input: z.object({ token: z.string().regex(/^ntk[A-Za-z0-9]{40}$/) }),
    output: done,
  },
  'access.revoke': { windows: ['account'], input: z.object({ id: consumerId }), output: done },
  'access.revokeAll': { windows: ['account'], input: nothing, output: done },
  /** The newest first. */
  'access.readActivity': {
    windows: ['account'],
    input: nothing,
    output: z.object({ lines: z.array(activityLineSchema).max(mostActivityLines) }),
  },
  'access.dismissSightings': { windows: ['account'], input: nothing, output: done },
} as const satisfies Calls;
