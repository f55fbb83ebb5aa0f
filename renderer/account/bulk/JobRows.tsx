// The outcome of each sub-account of a job, failures first: as many as there are, a window of them at a time.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../app/model/problem';
import type { BulkRow } from '../../../app/model/bulk/bulk';
import { actionProblemText } from '../../../app/texts/account/actions';
import type { ProblemText } from '../../../app/texts/problems/problem-text';
import { problemText } from '../../../app/texts/problems/problems';
import { bulkTexts as texts } from '../../../app/texts/account/bulk';
import { sentences } from '../../../app/texts/sentence';
import { call } from '../../ui/bridge';
import { classes } from '../../ui/classes';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import styles from './Rows.module.css';

interface JobRowsProps {
  slot: 'bulk' | 'panic';
  total: number;
  /** Grows or changes with the job: the rows in view are read again. */
  revision: string;
}

const windowSize = 100;
/** While a job runs its rows change all the time; they are read at most this often (ms). */
const calmMs = 1_000;
const rowHeight = 32;

/** The list. */
export function JobRows({ slot, total, revision }: JobRowsProps) {
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    initialRect: { width: 0, height: 200 },
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const rowAt = useJobRows(slot, revision, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
    <div ref={scroller} className={styles.rows} tabIndex={0} role="region" aria-label={texts.rows}>
      <ul className={styles.virtual} style={{ blockSize: `${virtual.getTotalSize()}px` }}>
        {items.map(({ index, start }) => (
          <li
            key={index}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={total}
            aria-posinset={index + 1}
            className={classes(styles.row, styles.placed)}
            style={{ transform: `translateY(${start}px)` }}
          >
            <OneRow row={rowAt(index)} now={now} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneRow({ row, now }: { row: BulkRow | undefined; now: number }) {
  const masked = useMasked();
  if (row === undefined) return <span className={styles.name}>…</span>;
  const why = row.problem === undefined ? null : rowProblemText(row.problem, now, masked);
  return (
    <>
      <span className={styles.name}>{row.username}</span>
      <span className={styles.outcome} data-outcome={row.outcome}>
        {texts.outcomes[row.outcome]}
      </span>
      {why === null ? null : <span className={styles.why}>{sentences(why.title, why.cause)}</span>}
    </>
  );
}

/** Here the job left the row alone, so the words differ from those in a form. */
function rowProblemText(problem: Problem, now: number, hidden: boolean): ProblemText {
  const textOf = problem.kind === 'left-alone' ? problemText : actionProblemText;
  return textOf(problem, locale(), now, hidden);
}

/** The rows around those in view, read again when the job progresses. */
function useJobRows(slot: 'bulk' | 'panic', revision: string, first: number, last: number) {
  const [windows, setWindows] = useState<ReadonlyMap<number, readonly BulkRow[]>>(new Map());
  const from = Math.floor(first / windowSize);
  const to = Math.floor(Math.max(first, last) / windowSize);
  const latest = useRef({ at: Number.NEGATIVE_INFINITY, span: '', revision: '' });
  useEffect(() => {
    let isWanted = true;
    async function read(window: number): Promise<void> {
      const answer = await call('bulk.rows', { job: slot, offset: window * windowSize, limit: windowSize });
      if (isWanted && answer.ok) setWindows((known) => new Map(known).set(window, answer.value.rows));
    }
    // What scrolls into view is read at once, what changes in view a little later.
    const span = `${from} ${to}`;
    const isOldView = latest.current.span === span && latest.current.revision !== revision;
    const wait = isOldView ? Math.max(0, latest.current.at + calmMs - performance.now()) : 0;
    const timer = setTimeout(() => {
      latest.current = { at: performance.now(), span, revision };
      for (let window = from; window <= to; window += 1) void read(window);
    }, wait);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [slot, revision, from, to]);
  return (index: number) => windows.get(Math.floor(index / windowSize))?.[index % windowSize];
}
