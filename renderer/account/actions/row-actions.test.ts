import { expect, test } from 'vitest';
import { actionIds, actionOf } from '../../../app/model/actions/actions';
import type { Row } from '../../../app/model/lists/list-description';
import { listIds } from '../../../app/model/lists/lists';
import { actionTexts } from '../../../app/texts/account/actions';
import { actionsFor, createActionsFor, nameOfRow, selectionActionsFor } from './row-actions';
import { codeRows, connectionRow, subAccountRow, subUserRow, whitelistRow } from './action-states.fixture';

const labels = (offered: readonly { label: string }[]) => offered.map(({ label }) => label);
const withStatus = (row: Row, status: string | null): Row => ({ ...row, cells: { ...row.cells, status } });

test('a row offers what fits its state', () => {
  expect(labels(actionsFor('subAccounts', subAccountRow))).toEqual(['Edit…', 'Delete…']);
  expect(labels(actionsFor('subUsers', subUserRow))).toEqual(['Edit…', 'Disable', 'Delete…']);
  expect(labels(actionsFor('whitelist', whitelistRow))).toEqual(['Edit…', 'Enable', 'Delete…']);
  expect(labels(actionsFor('whitelist', withStatus(whitelistRow, null)))).toEqual([
    'Edit…',
    'Enable',
    'Disable',
    'Delete…',
  ]);
  expect(labels(actionsFor('connections', connectionRow))).toEqual(['Edit…', 'Delete…']);
  expect(actionsFor('purchases', subAccountRow)).toEqual([]);
});

test('only unused codes can be revoked', () => {
  const [one, other] = codeRows;
  if (one === undefined || other === undefined) throw new Error('no codes');
  expect(labels(actionsFor('codesMade', one))).toEqual(['Revoke…']);
  expect(actionsFor('codesMade', withStatus(one, 'used'))).toEqual([]);
  const selected = selectionActionsFor('codesMade', [withStatus(one, 'used'), other]);
  expect(selected.map(({ action, rows }) => [action, rows.map(({ key }) => key)])).toEqual([
    ['revokeCodes', [other.key]],
  ]);
  expect(selectionActionsFor('codesMade', [withStatus(one, 'expired')])).toEqual([]);
});

test('an action that removes something is marked as such', () => {
  expect(actionsFor('subAccounts', subAccountRow).map(({ dangerous }) => dangerous)).toEqual([false, true]);
});

test('every action is offered somewhere, and only where it belongs', () => {
  const rows = [subAccountRow, subUserRow, whitelistRow, connectionRow, ...codeRows].flatMap((row) =>
    ['enabled', 'disabled', 'unused'].map((status) => withStatus(row, status)),
  );
  const offered = listIds.flatMap((list) => [
    ...createActionsFor(list).map(({ action }) => {
      expect(actionOf(action).on).toBeNull();
      return action;
    }),
    ...rows
      .flatMap((row) => actionsFor(list, row))
      .map(({ action }) => {
        expect(actionOf(action).on?.list).toBe(list);
        return action;
      }),
  ]);
  // Auto renew belongs to no list.
  expect(new Set([...offered, 'setAutoRenew'])).toEqual(new Set(actionIds));
});

test('a row is called by what people know it by, and a code by nothing', () => {
  expect([subAccountRow, whitelistRow, connectionRow, ...codeRows.slice(0, 1)].map(nameOfRow)).toEqual([
    'berlin-24',
    '203.0.113.7',
    '10001-10010',
    actionTexts.unnamed,
  ]);
});
