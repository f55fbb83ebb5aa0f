// The names that may be corrected, against openapi.yaml, and which corrections are usable.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { correctedNames, fieldNames, unusableCorrections } from './field-names';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  'x-source'?: string;
}
interface Content {
  content?: Record<string, { schema: Schema }>;
}
interface Described {
  operationId?: string;
  requestBody?: Content;
  responses: Record<string, object>;
}

const around = ['success', 'message', 'result', 'errors', 'items', 'total_items', 'total_pages'];
const document: { paths: Record<string, Record<string, Described>> } = parse(
  readFileSync(new URL('../../nineproxy/operations/openapi.yaml', import.meta.url), 'utf8'),
);

function resolve<T extends object>(schema: T & { $ref?: string }): T {
  if (schema.$ref === undefined) return schema;
  const found: unknown = schema.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => Reflect.get(Object(at), step), document);
  return resolve(Object(found));
}

/** Names below a schema; what is below the envelope has its own `x-source`, not the envelope's. */
function collect(
  given: Schema,
  inherited: boolean,
  into: { ours: Set<string>; theirs: Set<string> },
  isEnvelope: boolean,
) {
  const schema = resolve<Schema>(given);
  const isOurs = !isEnvelope && (inherited || schema['x-source'] === 'inferred');
  for (const part of schema.allOf ?? []) collect(part, isOurs, into, isEnvelope);
  if (schema.items !== undefined) collect(schema.items, isOurs, into, false);
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const isFieldOurs = isOurs || field['x-source'] === 'inferred';
    if (!around.includes(name)) (isFieldOurs ? into.ours : into.theirs).add(name);
    collect(field, isFieldOurs, into, isEnvelope && name !== 'result');
  }
}

function described(): Record<string, { ours: string[]; theirs: string[] }> {
  const operations = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ operationId }) => operationId !== undefined);
  const all = operations.map(({ operationId = '', requestBody, responses }) => {
    const names = { ours: new Set<string>(), theirs: new Set<string>() };
    const body = requestBody?.content?.['application/json']?.schema;
    if (body !== undefined) collect(body, false, names, false);
    const answer = resolve<Content>(responses['200'] ?? {}).content?.['application/json']?.schema;
    if (answer !== undefined) collect(answer, false, names, true);
    const ours = [...names.ours].filter((name) => !names.theirs.has(name));
    return [operationId, { ours: ours.sort(), theirs: [...names.theirs].sort() }] as const;
  });
  return Object.fromEntries(all.filter(([, { ours }]) => ours.length > 0));
}

const words = (text: string) =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .sort();

describe('the names that may be corrected', () => {
  it('are those that openapi.yaml marks as inferred, with the published ones beside them', () => {
    const table = Object.entries(fieldNames).map(([id, { ours, theirs }]) => [
      id,
      { ours: words(ours), theirs: words(theirs) },
    ]);
    expect(Object.fromEntries(table)).toEqual(described());
  });

  it('are for every operation that has the name as ours; a correction for one operation goes first', () => {
    const corrections = {
      amount_traffic_auto_add: 'traffic_add',
      number_of_ips: 'ips',
      'updateSubAccount.number_of_ips': 'allocated_ips',
    };
    expect(unusableCorrections(corrections)).toEqual([]);
    expect([...correctedNames(corrections, 'createSubAccount')]).toEqual([['amount_traffic_auto_add', 'traffic_add']]);
    expect([...correctedNames(corrections, 'listSubAccounts')]).toEqual([['amount_traffic_auto_add', 'traffic_add']]);
    expect([...correctedNames(corrections, 'updateSubAccount')]).toEqual([
      ['amount_traffic_auto_add', 'traffic_add'],
      ['number_of_ips', 'allocated_ips'],
    ]);
    expect([...correctedNames(corrections, 'listSubUsers'), ...correctedNames(corrections, 'toString')]).toEqual([]);
  });

  it.each([
    ['a field that is not ours', { note: 'remark' }],
    ['a field that is ours elsewhere only', { 'createSubAccount.number_of_ips': 'ips' }],
    ['an operation that does not exist', { 'nobody.number_of_ips': 'ips' }],
    ['an inherited name', { constructor: 'ips' }],
    ['an inherited operation', { 'toString.length': 'ips' }],
    ['a name with a second point', { 'updateSubAccount.number_of_ips.x': 'ips' }],
    ['the API key', { amount_traffic_auto_add: 'api-key' }],
    ['the API key in another spelling', { amount_traffic_auto_add: 'API_KEY' }],
    ['no name', { amount_traffic_auto_add: '' }],
    ['a name with a space', { amount_traffic_auto_add: 'a b' }],
    ['a name that is too long', { amount_traffic_auto_add: `a${'b'.repeat(61)}` }],
    ['a published field', { amount_traffic_auto_add: 'password' }],
    ['another field of ours', { amount_traffic_auto_add: 'auto_add_traffic' }],
    ['what holds the fields', { amount_traffic_auto_add: 'items' }],
  ])('leave out %s', (_, corrections) => {
    expect(unusableCorrections(corrections)).toEqual(Object.keys(corrections));
  });

  it('leave out two that lead to the same name', () => {
    const both = { amount_traffic_auto_add: 'same', auto_disable_at: 'same' };
    expect(unusableCorrections(both)).toEqual(['amount_traffic_auto_add', 'auto_disable_at']);
  });

  it('never send two fields of an operation under one name, nor any as the key, whatever is corrected', () => {
    const ours = Object.entries(fieldNames).flatMap(([id, names]) =>
      words(names.ours).flatMap((name) => [name, `${id}.${name}`]),
    );
    const known = Object.values(fieldNames).flatMap(({ ours: own, theirs }) => [...words(own), ...words(theirs)]);
    const name = fc.oneof(fc.constantFrom(...known, 'api-key', 'api_key', 'x', 'y', '__proto__'), fc.string());
    const corrections = fc.dictionary(fc.oneof(fc.constantFrom(...ours), fc.string()), name, { maxKeys: 6 });
    fc.assert(
      fc.property(corrections, (wanted) => {
        const unusable = new Set(unusableCorrections(wanted));
        const used = Object.fromEntries(Object.entries(wanted).filter(([one]) => !unusable.has(one)));
        for (const [id, names] of Object.entries(fieldNames)) {
          const to = correctedNames(used, id);
          const sent = [...words(names.ours).map((one) => to.get(one) ?? one), ...words(names.theirs)];
          expect(new Set(sent).size).toBe(sent.length);
          for (const one of to.values()) expect(one).toMatch(/^(?!api[-_]?key$)[a-z_][a-z0-9_]{0,60}$/i);
        }
      }),
    );
  });
});
