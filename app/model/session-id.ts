/** Names a session: one account over one source. Files and window partitions of a session carry it. */
export type SessionId = string;

/** The session whose files and windows keep the names that they always had. */
export const defaultSession: SessionId = 'default';
