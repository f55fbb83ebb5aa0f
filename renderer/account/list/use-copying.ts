// Copying one value of a row: main copies a secret as it copies the key; anything else is copied as it is shown.
import { useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import type { Column, Row } from '../../../app/model/lists/list-description';
import { cellText } from '../../../app/texts/account/cells';
import { clearedAtText, listTexts } from '../../../app/texts/account/list-frame';
import type { ListWords } from '../../../app/texts/account/lists';
import { problemText } from '../../../app/texts/problems/problems';
import { sentences } from '../../../app/texts/sentence';
import { call } from '../../ui/bridge';
import { locale } from '../../ui/locale';

export interface Copying {
  copy: (row: Row, column: Column, words: ListWords) => void;
  /** What became of the last copy; null before one. */
  message: string | null;
}

type Said = { of: 'text'; text: string } | { of: 'secret' } | null;

/** `clipboard`: what main knows of a secret's copy, and when it is cleared. */
export function useCopying(clipboard: AppState['rotation']['clipboard']): Copying {
  const [said, setSaid] = useState<Said>(null);

  async function copyCell(row: Row, column: Column, words: ListWords): Promise<void> {
    const cell = row.cells[column.id] ?? null;
    const isSecret = column.kind === 'secret' && cell !== null && cell !== '';
    const text = cellText(cell, column.kind, words.states[column.id], locale());
    if (!isSecret && text === '') {
      setSaid({ of: 'text', text: listTexts.nothingToCopy });
      return;
    }
    setSaid(null);
    const answer = isSecret
      ? await call('secret.copy', { refs: [String(cell)] })
      : await call('text.copy', { text: column.kind === 'link' ? String(cell) : text });
    if (!answer.ok) {
      const why = problemText(answer.problem, locale(), Date.now()).cause;
      setSaid({ of: 'text', text: sentences(listTexts.notCopied, why) });
      return;
    }
    setSaid(isSecret ? { of: 'secret' } : { of: 'text', text: listTexts.copied });
  }

  return {
    copy: (row, column, words) => void copyCell(row, column, words),
    message: said === null ? null : said.of === 'text' ? said.text : secretText(clipboard),
  };
}

function secretText({ outcome, clearsAt }: AppState['rotation']['clipboard']): string | null {
  switch (outcome) {
    case 'copied':
      return clearsAt === null ? listTexts.secretCopied : clearedAtText(clearsAt, locale());
    case 'cleared':
      return listTexts.secretCleared;
    case 'left-alone':
    case 'none':
      return null;
    case 'failed':
      return listTexts.secretNotCleared;
    default:
      return outcome satisfies never;
  }
}
