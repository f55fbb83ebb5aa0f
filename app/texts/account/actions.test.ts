import { expect, it } from 'vitest';
import { actionIds } from '../../model/actions/actions';
import { type ActionAbout, actionText } from './actions';
import { fieldText } from './forms';

const about = (input: ActionAbout['input'], more: Partial<ActionAbout> = {}): ActionAbout => ({
  input,
  rows: [],
  packageName: null,
  locale: 'en-US',
  ...more,
});
const row = (name: string, cells: ActionAbout['rows'][number]['cells'] = {}) => ({ name, cells });
const gigabyte = 1e9;

it.each(actionIds)('names %s before its form is sent, without a value that is missing', (action) => {
  const opened = about({}, { rows: [row('berlin-24')] });
  const { label, running, title, button, done } = actionText(action);
  for (const text of [label, running, title(opened), button(opened), done(opened, null)]) {
    expect(text).not.toMatch(/undefined|NaN|\{|^$/);
  }
});

it('says of an edit what moves, in which direction, and what it comes to where it is not known what there was', () => {
  const means = (input: ActionAbout['input'], cells: ActionAbout['rows'][number]['cells']) =>
    actionText('editSubAccount').means(about(input, { rows: [row('berlin-24', cells)] }));
  expect(means({ ips: 13 }, { ips: 12 })[0]).toBe('1 IP moves from your balance to berlin-24.');
  expect(means({ ips: 12 }, { ips: 1_412 })[0]).toBe('1,400 IPs go back from berlin-24 to your balance.');
  expect(means({ ips: 12 }, { ips: null })[0]).toBe('berlin-24 will hold 12 IPs.');
  expect(means({ traffic: 5 * gigabyte }, { traffic: 2 * gigabyte })[0]).toBe(
    '3 GB of traffic moves from your balance to berlin-24.',
  );
  expect(means({ ips: 12 }, { ips: 12 })).toHaveLength(1);
});

it('says of connections and codes how many there are, and names one by its ports', () => {
  const one = about({}, { rows: [row('10001')] });
  const three = about({}, { rows: [row('10001'), row('10002'), row('10003')] });
  const { title, button, done } = actionText('deleteConnections');
  expect([title(one), button(one), done(one, 1)]).toEqual([
    'Delete ports 10001?',
    'Delete 1 connection',
    '1 connection was deleted.',
  ]);
  expect([title(three), button(three), done(three, 2)]).toEqual([
    'Delete 3 connections?',
    'Delete 3 connections',
    '2 connections were deleted.',
  ]);
  const codes = about({ codes: ['A', 'B', 'C'] });
  expect(actionText('redeemCodes').done(codes, 3)).toBe('3 codes were redeemed.');
  expect(actionText('redeemCodes').done(codes, 2)).toBe('2 of 3 codes were redeemed. 9Proxy rejected the others.');
});

it('says of new codes what each is worth only where there are several', () => {
  const means = (codes: number) => actionText('makeIpCodes').means(about({ ips: 100, codes }))[0];
  expect(means(1)).toBe('This creates 1 code. 100 IPs leave your balance now.');
  expect(means(20)).toBe('This creates 20 codes of 100 IPs each. 2,000 IPs leave your balance now.');
});

it('asks for a field as its form does, and marks it optional within its unit', () => {
  expect(fieldText('createSubAccount', 'traffic')).toMatchObject({
    label: 'Traffic to transfer (GB)',
    optional: 'Traffic to transfer (GB, optional)',
  });
  expect(fieldText('createSubAccount', 'note').optional).toBe('Note (optional)');
  expect(fieldText('setAutoRenew', 'on').hint).toBeTruthy();
});
