// Which browser is which: a session for each, known by a cookie, with the token that its forms must carry. Sessions end
// with the process, and only the cookie has a session's name.
import { randomBytes } from 'node:crypto';

export interface Session {
  readonly id: string;
  /** In every form of this session; a page of another origin cannot know it. */
  readonly token: string;
  /** The e-mail that signed in; null before. */
  email: string | null;
  /** A key that was made just now, until a page has shown it. */
  once: string | null;
  /** A sentence for the next page. */
  notice: string | null;
}

/** More browsers than this and the oldest has to sign in again. */
const mostSessions = 100;

export class Sessions {
  readonly #byId = new Map<string, Session>();

  find(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  begin(email: string | null): Session {
    const session: Session = { id: secret(), token: secret(), email, once: null, notice: null };
    this.#byId.set(session.id, session);
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > mostSessions && oldest !== undefined) this.#byId.delete(oldest);
    return session;
  }

  end(session: Session): void {
    this.#byId.delete(session.id);
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}
