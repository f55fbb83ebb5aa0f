// The API check: which operations answer, and the way to correct a path.
import { useState } from 'react';
import type { CallOutput } from '../../../app/bridge/contract';
import type { Result } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import type { ApiCheckRow } from '../../../app/model/api-check';
import { apiCheckSummary, apiCheckTexts as texts, outcomeOf, timeOf } from '../../../app/texts/account/api-check';
import { areaTexts } from '../../../app/texts/account/areas';
import { ask, call } from '../../ui/bridge';
import { Banner } from '../../ui/Banner';
import { Button, IconButton } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { useNow } from '../../ui/hooks/use-now';
import { AreaFrame } from '../frame/AreaFrame';
import { Refused } from '../form/Refused';
import styles from './ApiCheck.module.css';
import { CorrectDialog } from './CorrectDialog';

/** The page of the API check, which the settings lead to. */
export function ApiCheck({ state }: { state: AppState }) {
  const { apiCheck } = state;
  const now = useNow();
  const [corrects, setCorrects] = useState<ApiCheckRow | null>(null);
  const [saved, setSaved] = useState<Result<CallOutput<'apiCheck.save'>> | null>(null);
  const save = async () => {
    setSaved(null);
    setSaved(await call('apiCheck.save', undefined));
  };
  const running = apiCheck.phase === 'running';
  return (
    <AreaFrame
      area="apiCheck"
      buttons={
        <>
          <Button icon="chevronStart" onPress={() => ask('account.open', { area: 'settings', section: 'advanced' })}>
            {areaTexts.toSettings}
          </Button>
          {apiCheck.phase === 'done' || apiCheck.phase === 'cancelled' ? (
            <Button icon="file" onPress={() => void save()}>
              {texts.save}
            </Button>
          ) : null}
          {running ? (
            <Button onPress={() => ask('apiCheck.cancel', undefined)}>{texts.cancel}</Button>
          ) : (
            <Button kind="primary" icon="play" onPress={() => ask('apiCheck.run', undefined)}>
              {apiCheck.phase === 'never' ? texts.run : texts.again}
            </Button>
          )}
        </>
      }
    >
      {/* Progress is shown; only the end is announced. */}
      <p className={styles.summary} role="status" aria-live={running ? 'off' : 'polite'}>
        {apiCheckSummary(apiCheck, now, locale())}
      </p>
      <div role="status">{saved?.ok && saved.value.saved ? <Banner tone="good">{texts.saved}</Banner> : null}</div>
      {saved === null || saved.ok ? null : <Refused problem={saved.problem} />}
      <Operations
        title={texts.reads}
        rows={apiCheck.rows.filter(({ outcome }) => outcome !== 'writes')}
        onCorrect={setCorrects}
      />
      <Operations
        title={texts.writes}
        rows={apiCheck.rows.filter(({ outcome }) => outcome === 'writes')}
        onCorrect={setCorrects}
      />
      {corrects === null ? null : <CorrectDialog row={corrects} onClose={() => setCorrects(null)} />}
    </AreaFrame>
  );
}

interface OperationsProps {
  title: string;
  rows: readonly ApiCheckRow[];
  onCorrect: (row: ApiCheckRow) => void;
}

function Operations({ title, rows, onCorrect }: OperationsProps) {
  const now = useNow();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead className="only-spoken">
            <tr>
              <th scope="col">{texts.columns.operation}</th>
              <th scope="col">{texts.columns.outcome}</th>
              <th scope="col">{texts.columns.time}</th>
              <th scope="col">{texts.path}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.operation}>
                <th scope="row">
                  <span className={styles.operation}>{row.operation}</span>{' '}
                  {row.corrected ? <span className={styles.corrected}>{texts.corrected}</span> : null}
                  <span className={styles.path}>
                    {row.method} {row.path}
                  </span>
                  <span className={styles.certainty}>{texts.certainties[row.certainty]}</span>
                </th>
                <td>
                  {row.outcome === 'writes' ? null : (
                    <span className={styles.outcome} data-outcome={row.outcome}>
                      {outcomeOf(row, now, locale())}
                    </span>
                  )}
                </td>
                <td className={styles.time}>{timeOf(row.ms)}</td>
                <td className={styles.tools}>
                  <IconButton
                    icon="edit"
                    label={texts.correct({ operation: row.operation })}
                    onPress={() => onCorrect(row)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
