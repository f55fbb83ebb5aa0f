// What the command line needs to know of consumers. Without schemas: it is read before anything else is loaded.

/** From the one that may do least to the one that may do most. */
export const roles = ['figures', 'read', 'switch', 'sub-accounts', 'spend', 'everything'] as const;

/** The longest name of a consumer. */
export const longestConsumerName = 60;

/** The longest that a token of a command is good for (ms). */
export const longestLease = 86_400_000;
