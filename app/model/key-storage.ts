/** How a key is stored: encrypted by the system's keyring, in memory until NineTray quits, or as plain text on disk after the user's consent. */
export const keyStorages = ['protected', 'session', 'unprotected'] as const;

export type KeyStorage = (typeof keyStorages)[number];
