// What the dialogs for saving a file say. The names they suggest hold the day in the user's own time zone.
import type { ListId } from '../model/lists/lists';
import { apiCheckFileWords } from '../texts/account/api-check';
import { fileDate } from '../texts/file-date';
import { listWords } from '../texts/account/lists';
import { listFileWords, type SaveWords } from '../texts/account/save';
import { savedWords } from '../texts/account/saved-list';

/** For a list, saved at `now` (ms since 1970). */
export function wordsForList(list: ListId, now: number): SaveWords {
  return listFileWords(listWords(list).title, savedWords(list).title, fileDate(now));
}

/** For the API check, saved at `now` (ms since 1970). */
export function wordsForApiCheck(now: number): SaveWords {
  return apiCheckFileWords(fileDate(now));
}
