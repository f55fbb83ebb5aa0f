// Saving a list as CSV: main asks where, reads all pages and writes the file.
import { useState } from 'react';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import type { ListId } from '../../../app/model/lists/lists';
import { savedText } from '../../../app/texts/account/list-frame';
import { call } from '../../ui/bridge';
import { locale } from '../../ui/locale';
import type { ListFilter } from './selection/selection';

export interface Saving {
  /** null: a list is being saved. */
  save: (() => void) | null;
  message: string | null;
  problem: Problem | null;
}

/** Saving of this list as it is filtered; `under`: main's progress of a save that is under way. */
export function useSaving(list: ListId, filter: ListFilter, under: AppState['saving']): Saving {
  const [saved, setSaved] = useState<{ message: string | null; problem: Problem | null } | null>(null);

  async function save(): Promise<void> {
    setSaved(null);
    const answer = await call('lists.save', { list, ...filter });
    if (answer.ok) {
      const { value } = answer;
      setSaved({ message: value.saved ? savedText(value, locale()) : null, problem: null });
    } else {
      setSaved({ message: null, problem: answer.problem.kind === 'cancelled' ? null : answer.problem });
    }
  }

  return {
    save: under === null ? () => void save() : null,
    message: saved?.message ?? null,
    problem: saved?.problem ?? null,
  };
}
