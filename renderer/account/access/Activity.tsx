// What the gateway did lately: read from main when the area is shown, and again when there is more.
import { useEffect, useState } from 'react';
import type { ActivityLine } from '../../../app/model/access/activity';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { formatClock, formatCount, formatMomentShort } from '../../../app/texts/format';
import { call } from '../../ui/bridge';
import { classes } from '../../ui/classes';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import { SectionTitle } from '../../ui/Section';
import table from '../table/Table.module.css';
import { Table } from '../table/Table';
import { shortDuration } from './duration';
import styles from './Consumers.module.css';

/** How many lines are shown; main keeps more. */
const MOST_LINES = 100;

const columns = ['when', 'who', 'operation', 'answer', 'took'] as const;

/** The list, the newest first. `revision` grows when there is more. */
export function Activity({ revision, isOn }: { revision: number; isOn: boolean }) {
  const [read, setRead] = useState<{ revision: number; lines: readonly ActivityLine[] } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void call('access.readActivity', undefined).then((answer) => {
      if (isWanted && answer.ok) setRead({ revision, lines: answer.value.lines });
    });
    return () => {
      isWanted = false;
    };
  }, [revision]);
  const lines = read?.lines ?? null;
  if (lines === null || (lines.length === 0 && !isOn)) return null;
  const shown = lines.slice(0, MOST_LINES);
  return (
    <div className={styles.section}>
      <header className={styles.head}>
        <SectionTitle>{texts.activity}</SectionTitle>
        {lines.length === 0 ? null : (
          <p className={styles.note}>{texts.activityLine({ count: formatCount(shown.length, locale()) })}</p>
        )}
      </header>
      {lines.length === 0 ? (
        <p className={styles.none}>{texts.activityNone}</p>
      ) : (
        <Table
          label={texts.activity}
          className={classes(styles.frame, styles.activity)}
          columns={columns.map((id) => ({ id, title: texts.activityColumns[id], className: styles[id] }))}
        >
          {shown.map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two lines may be equal, and none has a state
            <Line key={at} line={line} />
          ))}
        </Table>
      )}
    </div>
  );
}

function Line({ line: { at, consumer, operation, status, code, milliseconds, held } }: { line: ActivityLine }) {
  const now = useNow();
  const took = shortDuration(milliseconds, locale());
  const answer = code === undefined ? String(status) : texts.codes[code];
  return (
    <tr className={table.row}>
      <td className={styles.when} title={formatMomentShort(at, now, locale())}>
        {formatClock(at, locale())}
      </td>
      <td title={consumer ?? texts.nobody}>{consumer ?? texts.nobody}</td>
      <td className={styles.operation} title={operation ?? undefined}>
        {operation ?? ''}
      </td>
      <td data-tone={code === undefined && status < 400 ? undefined : 'bad'} title={answer}>
        {answer}
      </td>
      <td
        className={styles.took}
        title={held === 0 ? undefined : texts.held({ took, held: shortDuration(held, locale()) })}
      >
        {took}
      </td>
    </tr>
  );
}
