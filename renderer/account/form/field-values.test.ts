import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf } from '../../../app/model/actions/form-fields';
import { actionIds, actionOf } from '../../../app/model/actions/actions';
import { fieldText } from '../../../app/texts/account/forms';
import { countries, countryCode, countryLabel } from './countries';
import { dayOf, endOfDay, gigabytes, readCodes, readCount, readGigabytes, valuesOf } from './field-values';
import { makePassword } from './make-password';
import { correctedNames } from '../../../app/model/api/field-names';
import { fieldOfProblem } from './place-problem';

test.each([
  ['2000', 2000],
  ['2,000', 2000],
  ['2.000', 2000],
  ['1 234 567', 1_234_567],
  ['1’000', 1000],
  ['-1', -1],
  ['−1', -1],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['۱٬۲۳۴', 1234],
  ['১২৩', 123],
  ['१,२३,४५६', 123_456],
  ['1,00,000', 100_000],
])('%s is the number %s', (text, value) => {
  expect(readCount(text)).toBe(value);
});

test.each(['', 'x', '1,2,3', '12 34', '1e3', '1.000,000', '--1', 'NaN'])('“%s” is no number', (text) => {
  expect(readCount(text)).toBeNaN();
});

test.each([
  ['1.5', 'en', 1_500_000_000],
  ['1,5', 'en', 1_500_000_000],
  ['1,5', 'de', 1_500_000_000],
  ['0.001', 'en', 1_000_000],
  ['0,001', 'en', 1_000_000],
  ['1.234', 'en', 1_234_000_000],
  ['1,234', 'de', 1_234_000_000],
  ['.5', 'en', 500_000_000],
  ['۵', 'fa-IR', 5_000_000_000],
  ['۱٫۵', 'fa-IR', 1_500_000_000],
  ['৫', 'bn-BD', 5_000_000_000],
  ['१.५', 'mr-IN', 1_500_000_000],
])('“%s” GB (%s) are %s bytes', (text, locale, bytes) => {
  expect(readGigabytes(text, locale)).toBe(bytes);
});

test.each([
  ['1,234', 'en'],
  ['1.234', 'de'],
  ['1,234.5', 'en'],
  ['1 000', 'en'],
  ['-1', 'en'],
  ['1e3', 'en'],
])('“%s” (%s) could mean two things, or nothing, and is not guessed', (text, locale) => {
  expect(readGigabytes(text, locale)).toBeNaN();
});

test('what is written as gigabytes is read back to the byte', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e15 }),
      fc.constantFrom('en', 'de', 'fr', 'de-CH', 'hi', 'en-IN', 'fa-IR', 'bn-BD', 'mr-IN', 'ar-EG', 'my', 'ne'),
      (bytes, locale) => {
        expect(readGigabytes(gigabytes(bytes, locale), locale)).toBe(bytes);
      },
    ),
  );
});

test('codes are found between spaces, commas, lines and quotes, each once', () => {
  expect(readCodes(' "AAA-1", \'BBB-2\';\n\nCCC-3\tAAA-1 “DDD-4” ["EEE-5"] ')).toEqual([
    'AAA-1',
    'BBB-2',
    'CCC-3',
    'DDD-4',
    'EEE-5',
  ]);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/), { maxLength: 30 }),
      fc.constantFrom(' ', ',', '\n', '", "', '; ', '\r\n'),
      (codes, between) => {
        expect(readCodes(codes.join(between))).toEqual(codes);
      },
    ),
  );
});

test('a day is its end in local time, also where clocks change', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(2000, 0, 1), max: new Date(2090, 0, 1), noInvalidDate: true }), (date) => {
      const day = dayOf(date.getTime());
      expect(dayOf(endOfDay(day))).toBe(day);
      expect(dayOf(endOfDay(day) + 1)).not.toBe(day);
    }),
  );
  expect(endOfDay('soon')).toBeNaN();
});

test('countries are found by code, by name in the language, and by label', () => {
  expect(countryCode(' de ', 'en')).toBe('DE');
  expect(countryCode('germany', 'en')).toBe('DE');
  expect(countryCode('Deutschland', 'de')).toBe('DE');
  expect(countryCode(countryLabel('BR', 'fr'), 'fr')).toBe('BR');
  expect(countryCode('Atlantis', 'en')).toBeNull();
  const codes = countries('en').map(({ code }) => code);
  expect(codes).toContain('XK');
  for (const none of ['EU', 'UN', 'ZZ', 'DD', 'UK']) expect(codes).not.toContain(none);
  expect(codes.length).toBeGreaterThan(240);
});

test('a text that was taken away is empty, one that never was is not there', () => {
  const fields = fieldsOf(actionOf('editSubAccount').form);
  const shown = { password: '', note: '', topUpIps: false, topUpIpsBelow: '50', topUpTraffic: false };
  expect(valuesOf(fields, shown, { note: 'old' }, 'en')).toEqual({ note: '', topUpIps: false, topUpTraffic: false });
  expect(valuesOf(fields, shown, {}, 'en')).toEqual({ topUpIps: false, topUpTraffic: false });
});

test('every field of every form has words of its own', () => {
  const asked = actionIds.flatMap((action) =>
    fieldsOf(actionOf(action).form).map((field) => ({ ...field, text: fieldText(action, field.name) })),
  );
  expect(asked.filter(({ name, text }) => text.label === name)).toEqual([]);
  expect(asked.filter(({ kind, text }) => kind === 'bytes' && !text.label.includes('GB'))).toEqual([]);
  const optional = asked.filter((field) => field.optional && field.when === undefined);
  expect(optional.filter(({ text }) => text.optional.includes(') ('))).toEqual([]);
  const unnamed = asked.flatMap(({ choices = [], text }) =>
    choices.filter((each) => text.choices?.[each] === undefined),
  );
  expect(unnamed).toEqual([]);
});

test('passwords have their length, fair letters, and are never alike', () => {
  const made = Array.from({ length: 200 }, () => makePassword());
  expect(new Set(made).size).toBe(200);
  for (const one of made) expect(one).toMatch(/^[a-km-zA-HJ-NP-Z2-9]{20}$/);
});

const none = new Map<string, string>();

test.each([
  ['createSubAccount', 'auto_add_when_number_ips is required when auto_add_ips is 1', 'topUpIpsBelow'],
  ['createSubAccount', 'auto_add_when_traffic_bellow must not be less than 1', 'topUpTrafficBelow'],
  ['createSubAccount', 'amount_traffic_auto_add must be an integer', 'topUpTrafficBy'],
  ['createSubAccount', 'amount_traffic must be an integer', 'traffic'],
  ['createSubAccount', 'Insufficient IP balance', 'ips'],
  ['createSubAccount', 'traffic_plan_id is required', 'packageId'],
  ['createSubAccount', 'auto_disable_at must not be less than 1', 'disableAt'],
  ['createSubAccount', 'password must have at least 6 characters', 'password'],
  ['createSubUser', 'Bad request · user_name exists already', 'username'],
  ['createSubUser', 'ip_usage_cap must not be less than -1', 'ipCap'],
  ['createSubUser', 'usage_cap must be an integer', 'trafficCap'],
  ['makeIpCodes', 'number_of_ips must not be less than 1', 'ips'],
  ['makeIpCodes', 'number_of_codes must not be greater than 500', 'codes'],
  ['makeIpCodes', 'forward_to must be an email', 'forwardTo'],
  ['makeTrafficCodes', 'Insufficient traffic balance', 'traffic'],
  ['makeTrafficCodes', 'Traffic plan not found', 'packageId'],
  ['createWhitelistEntry', 'This IP address is in use', 'ip'],
  ['createConnection', 'country_code must be one of DE, FR', 'country'],
  ['createConnection', 'session_time must not be less than 1', 'sessionMinutes'],
  ['redeemCodes', 'No code could be applied', 'codes'],
  ['redeemCodes', 'Something else', null],
] as const)('%s: “%s” is about %s', (action, message, field) => {
  const asked = fieldsOf(actionOf(action).form).map(({ name }) => name);
  expect(fieldOfProblem({ kind: 'rejected', message }, asked, none)).toBe(field);
});

test('a refused value of main is about its field, where that is asked for', () => {
  expect(fieldOfProblem({ kind: 'bad-input', field: 'ips' }, ['ips'], none)).toBe('ips');
  expect(fieldOfProblem({ kind: 'bad-input', field: 'rows' }, ['ips'], none)).toBeNull();
  expect(fieldOfProblem({ kind: 'timed-out' }, ['ips'], none)).toBeNull();
});

test.each([
  ['createSubAccount', { amount_traffic_auto_add: 'gb_each_time' }, 'gb_each_time is required', 'topUpTrafficBy'],
  ['editSubAccount', { number_of_ips: 'balance' }, 'balance must not be less than 0', 'ips'],
  ['editSubAccount', { 'updateSubAccount.number_of_ips': 'total_quota' }, 'Total_quota is too large', 'ips'],
  // One name for another field's: a whole name counts, and not what it contains.
  ['editSubAccount', { auto_disable_at: 'traffic_until' }, 'traffic_until is in the past', 'disableAt'],
  ['editSubAccount', { number_of_ips: 'quota' }, 'quotas are not set', null],
  // An ordinary word means what it says, where that fits.
  ['editSubAccount', { number_of_ips: 'limit' }, 'The note is over the limit', 'note'],
  // Of another operation only.
  ['editSubAccount', { 'createSubAccount.amount_traffic_auto_add': 'gb_each_time' }, 'gb_each_time is wrong', null],
] as const)('%s with %j corrected: “%s” is about %s', (action, fields, message, field) => {
  const { form, operation } = actionOf(action);
  const asked = fieldsOf(form).map(({ name }) => name);
  expect(fieldOfProblem({ kind: 'rejected', message }, asked, correctedNames(fields, operation))).toBe(field);
});
