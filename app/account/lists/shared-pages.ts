// Which pages of which question are on their way: the same page twice at a time is one request, and another question of the same list
// cancels the one before.
import type { ListQuery } from '../../model/lists/list-description';
import type { ListId } from '../../model/lists/lists';
import { queryText } from './query';

interface Question<T> {
  text: string;
  pages: Map<string, Promise<T>>;
  controller: AbortController;
}

export class SharedPages<T> {
  readonly #questions = new Map<ListId, Question<T>>();

  /** The page that is on its way, or else the one that `ask` asks for. `ask` must not reject. */
  get(list: ListId, query: ListQuery, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const question = this.#questionOf(list, queryText(query, false));
    const page = queryText(query, true);
    const same = question.pages.get(page);
    if (same !== undefined) return same;
    const answer = ask(question.controller.signal).then((read) => {
      question.pages.delete(page);
      if (question.pages.size === 0 && this.#questions.get(list) === question) this.#questions.delete(list);
      return read;
    });
    question.pages.set(page, answer);
    return answer;
  }

  /** From now on each page is asked for again, even if it is on its way. Cancels nothing. */
  invalidate(): void {
    this.#questions.clear();
  }

  /** Cancels what is on its way. */
  cancel(): void {
    for (const { controller } of this.#questions.values()) controller.abort();
    this.#questions.clear();
  }

  #questionOf(list: ListId, text: string): Question<T> {
    const current = this.#questions.get(list);
    if (current?.text === text) return current;
    current?.controller.abort();
    const next: Question<T> = { text, pages: new Map(), controller: new AbortController() };
    this.#questions.set(list, next);
    return next;
  }
}
