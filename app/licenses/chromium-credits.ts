// Chromium's own page of its parts and their licences (LICENSES.chromium.html), which comes with Electron. Pure.

export interface Credit {
  name: string;
  /** Made when it is asked for: all of them are 9 MB. */
  text(): string;
}

const title = /class="title"[^>]*>([\s\S]*?)<\/span>/;
const license = /<pre[^>]*>([\s\S]*?)<\/pre>/;

/** The parts in the order of the page. Empty: the page has another form than it had with Chromium 130. */
export function readCredits(page: string): Credit[] {
  return page.split('class="product"').flatMap((part) => {
    const name = title.exec(part)?.[1];
    const text = license.exec(part)?.[1];
    return name === undefined || text === undefined
      ? []
      : [{ name: unescape(name).trim(), text: () => unescape(text) }];
  });
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of HTML as plain text. */
function unescape(html: string): string {
  return html.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name = '') => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[name] ?? whole;
  });
}
