import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Row } from '../../model/lists/list-description';
import { listIds, listOf } from '../../model/lists/lists';
import { listWords } from '../../texts/account/lists';
import { setTextLanguage } from '../../texts/texts';
import { csvOf } from './csv';

/** Reads RFC 4180, as a spreadsheet does. */
function parse(csv: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let field = '';
  let inQuotes = false;
  for (let i = 0; i < csv.length; i += 1) {
    const one = csv[i] ?? '';
    if (inQuotes) {
      if (one !== '"') field += one;
      else if (csv[i + 1] === '"') {
        field += '"';
        i += 1;
      } else inQuotes = false;
    } else if (one === '"') inQuotes = true;
    else if (one === ',') {
      line.push(field);
      field = '';
    } else if (one === '\r' && csv[i + 1] === '\n') {
      lines.push([...line, field]);
      line = [];
      field = '';
      i += 1;
    } else field += one;
  }
  expect({ field, line, inQuotes }).toEqual({ field: '', line: [], inQuotes: false });
  return lines;
}

const user = (cells: Row['cells']): Row => ({
  key: '1',
  cells: {
    username: null,
    password: null,
    traffic: null,
    trafficCap: null,
    ips: null,
    ipCap: null,
    note: null,
    at: null,
    status: null,
    ...cells,
  },
});
/** The position of a column. */
const place = (id: string) => listOf('subUsers').columns.findIndex((column) => column.id === id);
const body = (rows: Row[]) => parse(csvOf('subUsers', rows).slice(1)).slice(1);

afterEach(() => setTextLanguage('en-US'));

describe('a list as CSV', () => {
  it('has English names and states in every language', () => {
    const inEnglish = csvOf('subUsers', [user({ username: 'anna', status: 'enabled' })]);
    setTextLanguage('de-DE', {
      lists: { 'subUsers.columns.username': 'Name', 'subUsers.states.status.enabled': 'An' },
    });
    expect(listWords('subUsers').columns['username']).toBe('Name');
    expect(listWords('subUsers').states['status']?.['enabled']?.text).toBe('An');
    expect(csvOf('subUsers', [user({ username: 'anna', status: 'enabled' })])).toBe(inEnglish);
  });

  it('starts with the mark by which spreadsheets recognise UTF-8, and with the column names', () => {
    const csv = csvOf('subUsers', []);
    expect(csv).toBe(
      '\uFEFFUsername,Status,Password,Traffic used (bytes),Traffic limit (bytes),IPs used,IP limit,Note,Created\r\n',
    );
  });

  it.each(listIds)('has as many fields in a line as %s has columns', (list) => {
    const { columns } = listOf(list);
    const cells = Object.fromEntries(columns.map(({ id }) => [id, null]));
    expect(parse(csvOf(list, [{ key: 'a', cells }]).slice(1)).map((line) => line.length)).toEqual([
      columns.length,
      columns.length,
    ]);
    expect(parse(csvOf(list, []).slice(1))[0]?.[0]).toContain(listWords(list).columns[columns[0]?.id ?? '']);
  });

  it('has amounts as plain numbers, moments as ISO 8601, states in the words shown, and empty fields for values that are not reported', () => {
    const rows = [
      user({ username: 'anna', traffic: 1_500_000_000, ips: 3, at: Date.UTC(2026, 0, 2, 3), status: 'enabled' }),
    ];
    expect(body(rows)).toEqual([['anna', 'On', '', '1500000000', '', '3', '', '', '2026-01-02T03:00:00.000Z']]);
  });

  it('names the currency of amounts', () => {
    expect(parse(csvOf('deposits', []).slice(1))[0]).toEqual(['Number', 'When', 'Amount (USD)', 'Status']);
  });

  it('shows an unknown state as the vendor wrote it', () => {
    expect(body([user({ status: 'constructor' })])[0]?.[place('status')]).toBe('constructor');
  });

  it('has dots for a secret, and does not contain its reference either', () => {
    const csv = csvOf('subUsers', [user({ password: 'ref-17' })]);
    expect(csv).toContain('••••••••');
    expect(csv).not.toContain('ref-17');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '|calc', '＝1', '"=1', "'=1", '%0'])(
    'prevents a spreadsheet from computing %j',
    (note) => {
      expect(body([user({ note })])[0]?.[place('note')]).toBe(`'${note}`);
    },
  );

  it('keeps a negative number a number, except the one that means no limit', () => {
    expect(
      body([user({ ipCap: -1, trafficCap: -1, ips: -2 })])[0]?.slice(place('trafficCap'), place('ipCap') + 1),
    ).toEqual(['No limit', '-2', 'No limit']);
    const [, line] = parse(csvOf('deposits', [{ key: '1', cells: { amount: -1 } }]).slice(1));
    expect(line?.[2]).toBe('-1');
  });

  it('starts no formula in a part of a text, at whichever separator a spreadsheet splits it', () => {
    expect(body([user({ note: 'a\t=1+1' })])[0]?.[place('note')]).toBe("'a\t'=1+1");
    expect(body([user({ note: '\t=1' })])[0]?.[place('note')]).toBe("'\t'=1");
    expect(body([user({ note: 'a;=1+1,@b\r\n-c' })])[0]?.[place('note')]).toBe("'a;'=1+1,'@b\r'\n'-c");
    const csv = csvOf('subUsers', [user({ note: 'a\t=1+1' })]);
    expect(csv.split(/[\t;,\r\n]/).filter((part) => /^[\s"]*[=+\-@]/.test(part))).toEqual([]);
  });

  it.each([
    '0012345',
    '1E5',
    'MAR1',
    '12345678901234567890',
    '1/2',
    '3-4',
    '1,5',
    '12:30',
    '2 Mar 2026',
    'TRUE',
    '50%',
  ])('writes %s as a text that no spreadsheet converts', (note) => {
    expect(body([user({ note })])[0]?.[place('note')]).toBe(`'${note}`);
  });

  it.each([
    'user12',
    '10001',
    '10001-10010',
    '203.0.113.7',
    'INV-2026-001',
    'Mary',
    'march',
    'a, b',
    'March of 12 users',
  ])('leaves %s as it is', (note) => {
    expect(body([user({ note })])[0]?.[place('note')]).toBe(note);
  });

  it('can be read back by the documented rule, whatever a text contains', () => {
    const readBack = (field: string) =>
      field.startsWith("'") ? field.slice(1).replaceAll(/([\t,;\r\n])'/g, '$1') : field;
    const awkward = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", '"', '\t', ',', ';', '\r', '\n', ' ', 'a', '1', 'E'),
      maxLength: 12,
    });
    const texts = fc.oneof(fc.string({ unit: 'binary' }), awkward);
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, fc.integer()), { maxLength: 20 }), (all) => {
        const rows = body(all.map(([note, ips]) => user({ note, ips })));
        const found = rows.map((row) => [row[place('note')] ?? '', row[place('ips')]] as const);
        expect(found.map(([note, ips]) => [readBack(note), ips])).toEqual(
          all.map(([note, ips]) => [note, ips === -1 ? 'No limit' : String(ips)]),
        );
        expect(found.filter(([note]) => /(?:^|[\t,;\r\n])[\s"]*[=+\-@]/.test(note))).toEqual([]);
      }),
    );
  });
});
