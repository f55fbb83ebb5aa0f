// What is shown in place of the rows: none, none that match, not read, not offered.
import type { ReactNode } from 'react';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import { type ListId, listOf } from '../../../app/model/lists/lists';
import { listTexts } from '../../../app/texts/account/list-frame';
import type { ListWords } from '../../../app/texts/account/lists';
import { problemText } from '../../../app/texts/problems/problems';
import { sentenceGap, sentences } from '../../../app/texts/sentence';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Icon, type IconName } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  icon: IconName;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  role?: 'alert';
}

function EmptyState({ icon, title, children, actions, role }: EmptyStateProps) {
  return (
    <div className={styles.quiet}>
      <Icon name={icon} className={styles.icon} />
      <div className={styles.words} role={role}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** The account has none of these. */
export function NoneYet({ words }: { words: ListWords }) {
  return (
    <EmptyState icon="box" title={words.empty.title}>
      <p>{words.empty.line}</p>
    </EmptyState>
  );
}

/** Nothing matches the search and the filters. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon="search"
      title={listTexts.noMatch}
      actions={<Button onPress={onClear}>{listTexts.clearFilters}</Button>}
    >
      <p>{listTexts.noMatchLine}</p>
    </EmptyState>
  );
}

interface NotReadProps {
  list: ListId;
  problem: Problem;
  /** null: the key is the problem, and trying again does not help. */
  onRetry: (() => void) | null;
}

/** Nothing could be read. */
export function NotRead({ list, problem, onRetry }: NotReadProps) {
  const text = problemText(problem, locale(), useNow(), useMasked());
  if (onRetry === null) return <NeedsKey />;
  const isLocal = listOf(list).operation === null;
  const noAnswer = isLocal && (problem.kind === 'unreachable' || problem.kind === 'timed-out');
  return (
    <EmptyState
      icon="bad"
      title={noAnswer ? listTexts.localAppTitle : text.title}
      role="alert"
      actions={
        <Button icon="refresh" onPress={onRetry}>
          {listTexts.retry}
        </Button>
      }
    >
      {/* A list is not read again automatically, as the figures are: their next step applies to the local application alone. */}
      <p>{noAnswer ? listTexts.localAppLine : isLocal ? sentences(text.cause, text.next) : text.cause}</p>
    </EmptyState>
  );
}

/** The key is the problem. The banner above the area says which one it is and what to do. */
function NeedsKey() {
  return (
    <EmptyState icon="key" title={listTexts.needsKey}>
      <p>{listTexts.needsKeyLine}</p>
    </EmptyState>
  );
}

/** The vendor does not know the operation: how sure its path is, and where to check it. */
export function NotOffered({ list, state }: { list: ListId; state: AppState }) {
  const { operation } = listOf(list);
  const tried = state.apiCheck.rows.find((row) => row.operation === operation);
  return (
    <EmptyState
      icon="plug"
      title={listTexts.notOffered}
      actions={<Button onPress={() => ask('account.open', { area: 'apiCheck' })}>{listTexts.apiCheck}</Button>}
    >
      <p>{listTexts.notOfferedLine}</p>
      {tried === undefined ? null : (
        <p>
          {listTexts.notOfferedSure[tried.certainty]}
          {sentenceGap()}
          <code className={styles.path}>
            {tried.method} {tried.path}
          </code>
        </p>
      )}
    </EmptyState>
  );
}
