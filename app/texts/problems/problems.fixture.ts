// Problems for tests: every kind, with every reason; and what their texts promise.
import type { Problem } from '../../model/problem';

/** The moment of these problems (ms). */
export const now = Date.UTC(2026, 10, 22, 12);

/** Every problem there is, with every `why`. */
export const problems: Problem[] = [
  { kind: 'key-refused' },
  { kind: 'not-offered' },
  { kind: 'rejected', message: 'Insufficient balance' },
  { kind: 'rejected', message: '' },
  { kind: 'rate-limited', until: null },
  { kind: 'rate-limited', until: now + 5 * 60_000 },
  { kind: 'server-trouble', status: 503 },
  ...(['offline', 'name', 'refused', 'certificate', 'proxy', 'other'] as const).map(
    (why): Problem => ({ kind: 'unreachable', why }),
  ),
  { kind: 'timed-out' },
  { kind: 'blocked-on-the-way' },
  { kind: 'redirect-loop' },
  { kind: 'redirected' },
  ...(['html', 'empty', 'not-json', 'shape'] as const).map((why): Problem => ({ kind: 'unreadable-answer', why })),
  { kind: 'insecure-address' },
  { kind: 'outcome-unknown' },
  ...(['empty', 'spaces', 'address', 'too-long'] as const).map((why): Problem => ({ kind: 'key-shape', why })),
  { kind: 'key-missing' },
  { kind: 'key-check-expired' },
  { kind: 'key-is-the-old-one' },
  { kind: 'keyring-absent' },
  { kind: 'keyring-locked' },
  { kind: 'keyring-changed', was: 'gnome_libsecret', now: 'kwallet6' },
  { kind: 'key-unreadable' },
  { kind: 'key-for-other-address', was: 'https://a.example', now: 'https://b.example' },
  { kind: 'key-address-unconfirmed', address: 'https://b.example' },
  { kind: 'clipboard-failed' },
  ...(['full', 'not-allowed', 'not-private', 'other'] as const).map(
    (why): Problem => ({ kind: 'file-not-written', why }),
  ),
  ...(['gone', 'link', 'unsupported', 'read-only', 'not-yours', 'locked', 'protected-folder'] as const).map(
    (why): Problem => ({ kind: 'file-blocked', why }),
  ),
  ...(['template', 'record', 'no-key', 'longer-text', 'unusual-key', 'not-parsed', 'changed', 'unsure'] as const).map(
    (why): Problem => ({ kind: 'file-blocked', why }),
  ),
  { kind: 'disk-full' },
  { kind: 'profile-read-only' },
  ...(['closed', 'open', 'not-yours'] as const).map((why): Problem => ({ kind: 'profile-exposed', why })),
  { kind: 'store-recovered', store: 'settings' },
  { kind: 'store-unreadable', store: 'history' },
  { kind: 'link-broken', target: '/home/anna/dotfiles/ninetray.json' },
  { kind: 'store-too-new', store: 'settings' },
  { kind: 'edit-unreadable', store: 'settings' },
  { kind: 'edit-set-aside', store: 'settings', copy: 'settings.corrupt-2026-01-02.json' },
  { kind: 'setting-unusable', setting: 'address' },
  { kind: 'setting-unusable', setting: 'proxy' },
  { kind: 'demo-failed' },
  { kind: 'not-in-demo' },
  { kind: 'local-app-absent' },
  { kind: 'port-busy', port: 19_090, why: 'taken' },
  { kind: 'port-busy', port: 19_090, why: 'reserved' },
  ...(['off', 'address', 'token'] as const).map((why): Problem => ({ kind: 'gateway-closed', why })),
  { kind: 'bad-input', field: 'Address' },
  { kind: 'not-allowed' },
  { kind: 'not-now' },
  { kind: 'work-under-way' },
  { kind: 'saving-already' },
  { kind: 'filter-ignored', filter: 'username' },
  ...(['changed-since', 'gone', 'not-known-before', 'on-again', 'not-taken'] as const).map(
    (why): Problem => ({ kind: 'left-alone', why }),
  ),
  ...(
    [
      'program-missing',
      'folder-missing',
      'not-allowed',
      'key-in-arguments',
      'unconfirmed',
      'timed-out',
      'exit',
      'not-proved',
    ] as const
  ).map((why): Problem => ({ kind: 'command-failed', why, program: 'kubectl', exit: why === 'exit' ? 3 : null })),
  { kind: 'cancelled' },
  { kind: 'internal' },
];

/** What only a running application does. */
export const promise =
  /automatically|by itself|from time to time|from now on|until it can|NineTray (?:will|tries|retries|continues|saves again|checks it)/;
