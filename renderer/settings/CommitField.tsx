// A text setting: typed freely, sent with Enter or on leaving the field, reset with Esc. A refused text stays in the
// field to be corrected, with the reason and the value still in use beside it.
import { useState } from 'react';
import type { Problem } from '../../app/model/problem';
import { problemText } from '../../app/texts/problems/problems';
import { settingsTexts } from '../../app/texts/settings';
import { sentences } from '../../app/texts/sentence';
import { TextField } from '../ui/fields/TextField';
import { useNow } from '../ui/hooks/use-now';
import { locale } from '../ui/locale';

interface CommitFieldProps {
  label: string;
  hint?: string;
  /** What is in use now, as text. */
  value: string;
  /** Why that value cannot be used, where it cannot: shown until another text is typed. */
  valueProblem?: Problem | string | null;
  inputMode?: 'text' | 'url' | 'numeric' | 'decimal';
  mono?: boolean;
  className?: string | undefined;
  /** Takes the text: answers a sentence or a problem when it cannot be used, or null when it is in use now. */
  commit: (text: string) => Promise<Problem | string | null>;
}

function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** A text field that commits. */
export function CommitField({
  label,
  hint,
  value,
  valueProblem = null,
  inputMode = 'text',
  mono,
  className,
  commit,
}: CommitFieldProps) {
  const now = useNow();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Problem | string | null>(null);

  const revert = () => {
    setDraft(null);
    setWrong(null);
  };

  const send = async () => {
    if (draft === null) return;
    if (draft.trim() === value) {
      revert();
      return;
    }
    const answer = await commit(draft.trim());
    if (answer === null) revert();
    else setWrong(answer);
  };

  const reason = (refused: Problem | string) => {
    if (typeof refused === 'string') return refused;
    const text = problemText(refused, locale(), now);
    return sentences(text.title, text.cause, text.next);
  };

  const shown = wrong ?? (draft === null ? valueProblem : null);
  const isInUse = wrong !== null && valueProblem === null && value !== '';

  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      error={
        shown === null ? null : (
          <span role="alert" ref={bringIntoView}>
            {sentences(reason(shown), isInUse ? settingsTexts.stillInUse({ value }) : null)}
          </span>
        )
      }
      mono={mono ?? false}
      className={className}
      inputMode={inputMode}
      autoComplete="off"
      value={draft ?? value}
      onChange={(text) => {
        setDraft(text);
        setWrong(null);
      }}
      onBlur={() => void send()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          void send();
        } else if (event.key === 'Escape' && draft !== null) {
          revert();
        } else {
          event.continuePropagation();
        }
      }}
    />
  );
}
