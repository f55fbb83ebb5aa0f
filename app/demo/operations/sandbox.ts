// Registration of sandbox accounts: the one operation that needs no key, and gives none. The password is not kept.
import { refusal, success } from '../protocol/answer';
import { type Operation, write } from './operation';

export const sandboxOperations: Operation[] = [
  {
    ...write('POST', 'registerSandboxAccount', 'dev/register', (account, body) => {
      body.require('email', 'password');
      const email = body.text('email', { email: true })?.toLowerCase();
      body.text('password', { min: 6, max: 64 });
      if (body.failed || email === undefined) return body.refusal();
      if (account.registered.has(email) || email === account.owner.email) return refusal('This email is registered');
      const id = 900_001 + account.registered.size;
      account.registered.set(email, id);
      return success({
        id,
        email,
        username: email.split('@')[0] ?? email,
        email_verified: false,
        _2fa_enabled: false,
        wallet_balance: 0,
      });
    }),
    open: true,
  },
];
