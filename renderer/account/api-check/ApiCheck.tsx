// The API check: the table of operations, what answers, and the way to correct a path. Must not try anything itself.
import { useState } from 'react';
import type { CallOutput } from '../../../app/bridge/contract';
import type { Result } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import type { ApiCheckRow } from '../../../app/model/api-check';
import { apiCheckTexts as texts, certaintyNames, outcomeOf, timeOf } from '../../../app/texts/account/api-check';
import { formatAge, formatCount } from '../../../app/texts/format';
import { ask, call } from '../../ui/bridge';
import { Banner } from '../../ui/Banner';
import { Button, IconButton } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { useNow } from '../../ui/hooks/use-now';
import { AreaFrame } from '../frame/AreaFrame';
import { Refused } from '../form/Refused';
import styles from './ApiCheck.module.css';
import { CorrectDialog } from './CorrectDialog';

/** The area of the API check. */
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
  const reads = apiCheck.rows.filter(({ outcome }) => outcome !== 'writes');
  const tried = reads.filter(({ outcome }) => outcome === 'answers' || outcome === 'fails').length;
  return (
    <AreaFrame
      area="apiCheck"
      buttons={
        <>
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
      {/* How far it is, is seen; said is only that it is over. */}
      <p className={styles.state} role="status" aria-live={running ? 'off' : 'polite'}>
        {apiCheck.phase === 'never' || apiCheck.at === null
          ? texts.never
          : running
            ? texts.progress(formatCount(tried, locale()), formatCount(reads.length, locale()))
            : `${texts.at} ${formatAge(apiCheck.at, now, locale())}${apiCheck.phase === 'cancelled' ? `, ${texts.cancelled}` : ''}. ${texts.progress(formatCount(tried, locale()), formatCount(reads.length, locale()))}.`}
      </p>
      <div role="status">{saved?.ok && saved.value.saved ? <Banner tone="good">{texts.saved}</Banner> : null}</div>
      {saved === null || saved.ok ? null : <Refused problem={saved.problem} />}
      <div className={styles.frame} data-scrolls="sideways">
        <table className={styles.table}>
          <thead>
            <tr>
              {Object.values(texts.columns).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th>
                <span className="only-spoken">{texts.method}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {apiCheck.rows.map((row) => (
              <tr key={row.operation}>
                <th scope="row">{row.operation}</th>
                <td className={styles.path}>
                  <span className={styles.method}>{row.method}</span> {row.path}
                  {row.corrected ? <span className={styles.corrected}>{texts.corrected}</span> : null}
                </td>
                <td>{certaintyNames[row.certainty]}</td>
                <td>
                  <span className={styles.outcome} data-outcome={row.outcome}>
                    {outcomeOf(row, now, locale())}
                  </span>
                </td>
                <td className={styles.time}>{timeOf(row.ms, locale())}</td>
                <td className={styles.tools}>
                  <IconButton icon="edit" label={texts.correct(row.operation)} onPress={() => setCorrects(row)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {corrects === null ? null : <CorrectDialog row={corrects} onClose={() => setCorrects(null)} />}
    </AreaFrame>
  );
}
