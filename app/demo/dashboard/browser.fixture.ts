// For tests: a browser of the simplest kind. It keeps cookies, follows redirects, and sends forms as they are on the
// page. It knows the first address only, and follows links and forms from there.

export interface Seen {
  status: number;
  /** Where the browser ended. */
  path: string;
  text: string;
  headers: Headers;
}

export interface Browser {
  /** Every address that was asked for, redirects included. */
  readonly asked: string[];
  /** The page that is open. */
  seen(): Seen;
  open(path: string): Promise<Seen>;
  reload(): Promise<Seen>;
  /** Follows the link of this name. */
  click(name: string): Promise<Seen>;
  /** Presses the button of this name: sends its form, with these fields filled in. `origin`: where it claims to come from. */
  press(name: string, fields?: Record<string, string>, origin?: string): Promise<Seen>;
}

export function openBrowser(origin: string): Browser {
  const cookies = new Map<string, string>();
  const asked: string[] = [];
  let present: Seen = { status: 0, path: '', text: '', headers: new Headers() };

  async function go(path: string, form?: { fields: URLSearchParams; origin: string }): Promise<Seen> {
    const url = new URL(path, origin);
    asked.push(url.href);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, ...(form ? { origin: form.origin } : {}) },
      ...(form ? { method: 'POST', body: form.fields } : {}),
    });
    const [pair] = response.headers.get('set-cookie')?.split(';') ?? [];
    if (pair) cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    const text = await response.text();
    const location = response.headers.get('location');
    if (location !== null) return go(location);
    present = { status: response.status, path: url.pathname, text, headers: response.headers };
    return present;
  }

  return {
    asked,
    seen: () => present,
    open: (path) => go(path),
    reload: () => go(present.path),
    click(name) {
      const links = [...present.text.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
      const link = links.find(([, , label]) => plain(label ?? '') === name);
      if (!link?.[1]) throw new Error(`No link "${name}" on ${present.path}`);
      return go(plain(link[1]));
    },
    press(name, fields = {}, from = origin) {
      const forms = [...present.text.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)];
      const form = forms.find(
        ([, , inside]) => plain(/<button[^>]*>(.*?)<\/button>/s.exec(inside ?? '')?.[1] ?? '') === name,
      );
      const action = /action="([^"]*)"/.exec(form?.[1] ?? '')?.[1];
      if (!form || action === undefined) throw new Error(`No button "${name}" on ${present.path}`);
      const filled = new URLSearchParams();
      for (const [input] of form[2]?.matchAll(/<input [^>]*>/g) ?? []) {
        const field = /name="([^"]*)"/.exec(input)?.[1] ?? '';
        filled.set(field, plain(/value="([^"]*)"/.exec(input)?.[1] ?? ''));
      }
      for (const [field, value] of Object.entries(fields)) {
        if (!filled.has(field)) throw new Error(`No field "${field}" in the form of "${name}"`);
        filled.set(field, value);
      }
      return go(action, { fields: filled, origin: from });
    },
  };
}

/** The visible text: no tags, no entities. */
export function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** The key on the page that shows one; null on every other. */
export function keyOn({ text }: Seen): string | null {
  return /<code [^>]*>([A-Za-z0-9]{40})<\/code>/.exec(text)?.[1] ?? null;
}
