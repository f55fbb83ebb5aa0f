// What the search found: what can be added, with a preview without values; what is never written; what was not searched.
import { type ReactNode, useState } from 'react';
import type { ScanRow, ScanView } from '../../../../app/model/places/scan';
import { findPlacesTexts as texts } from '../../../../app/texts/account/places';
import { formatCount } from '../../../../app/texts/format';
import { Button } from '../../../ui/Button';
import { Banner } from '../../../ui/Banner';
import { Checkbox } from '../../../ui/fields/Checkbox';
import { locale } from '../../../ui/locale';
import { groupsOf, isKnown, type KnownPlaces, nameOfFound } from './found-place';
import list from '../../form/DialogRows.module.css';
import styles from './FindPlaces.module.css';

interface FindResultsProps {
  scan: ScanView;
  /** What is on the list already. */
  known: KnownPlaces;
  /** Ids of rows. */
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}

/** The results in groups; those with nothing to do are folded. */
export function FindResults({ scan, known, selected, onSelect }: FindResultsProps) {
  const { usable, dead } = groupsOf(scan.rows);
  const open = usable.filter((row) => !isKnown(row, known));
  const rest = scan.found - scan.rows.length;
  const select = (id: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    onSelect(next);
  };
  return (
    <div className={styles.results}>
      <div role="status" className={styles.state}>
        <p className={styles.title}>{texts.found({ count: scan.found })}</p>
        {scan.found === 0 ? <p className={styles.small}>{texts.notFoundLine}</p> : null}
        {scan.status === 'cancelled' ? <p className={styles.small}>{texts.soFar}</p> : null}
        {scan.status === 'failed' ? <Banner tone="warning">{texts.failed}</Banner> : null}
      </div>
      {scan.isKeyShort && usable.length > 0 ? <Banner tone="warning">{texts.short}</Banner> : null}
      {usable.length === 0 ? null : (
        <section aria-label={texts.usable} className={styles.group}>
          <h3 className={list.title}>{texts.usable}</h3>
          {open.length > 1 ? (
            <Checkbox
              isChecked={open.every(({ id }) => selected.has(id))}
              onChange={(on) => onSelect(new Set(on ? open.map(({ id }) => id) : []))}
            >
              {texts.all}
            </Checkbox>
          ) : null}
          <FoundRows rows={usable}>
            {(row) =>
              isKnown(row, known) ? (
                <>
                  <p className={list.name}>{nameOfFound(row)}</p>
                  <p className={styles.small}>{texts.known}</p>
                </>
              ) : (
                <Checkbox
                  isChecked={selected.has(row.id)}
                  hint={<About row={row} />}
                  onChange={(on) => select(row.id, on)}
                >
                  {nameOfFound(row)}
                </Checkbox>
              )
            }
          </FoundRows>
        </section>
      )}
      {dead.length === 0 ? null : (
        <details className={styles.fold}>
          <summary>{texts.dead({ count: dead.length })}</summary>
          <p className={styles.small}>{texts.deadLine}</p>
          <FoundRows rows={dead}>
            {(row) => (
              <>
                <p className={list.name}>{nameOfFound(row)}</p>
                <p className={styles.small}>{texts.class[row.class]}</p>
                <p className={styles.path}>{pathOf(row)}</p>
              </>
            )}
          </FoundRows>
        </details>
      )}
      {rest > 0 ? <p className={styles.small}>{texts.more({ count: rest })}</p> : null}
      <NotSearched scan={scan} />
    </div>
  );
}

/** A search finds up to 2,000: so many at a time can be scrolled and selected without delay. */
const step = 100;

/** The first rows, and a button for the next ones; `children` makes a row's content. */
function FoundRows({ rows, children }: { rows: readonly ScanRow[]; children: (row: ScanRow) => ReactNode }) {
  const [length, setLength] = useState(step);
  const left = rows.length - length;
  return (
    <>
      <ul className={list.rows}>
        {rows.slice(0, length).map((row) => (
          <li key={row.id} className={list.row}>
            {children(row)}
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <Button className={styles.more} onPress={() => setLength(length + step)}>
          {texts.next({ count: Math.min(step, left) })}
        </Button>
      ) : null}
    </>
  );
}

function pathOf({ path, program }: ScanRow): string {
  if (path !== null) return path;
  return program === null || program.pid === null ? '' : texts.pid({ pid: String(program.pid) });
}

/** What a result is, where in the file the key stands, and what to know about it. */
function About({ row }: { row: ScanRow }) {
  const count = row.count.current + row.count.old;
  return (
    <span className={styles.about}>
      {row.path === null ? null : <span className={styles.path}>{row.path}</span>}
      <span>
        {texts.class[row.class]}
        {count > 1 ? ` · ${texts.times({ count })}` : ''}
      </span>
      {row.readers.map((reader) => (
        <code key={reader} className={styles.preview}>
          {reader} = •••
        </code>
      ))}
      {row.class === 'code' ? <span>{texts.codeLine}</span> : null}
      {row.count.current === 0 && row.count.old > 0 ? <span>{texts.oldLine}</span> : null}
      {row.repeated === null ? null : <span>{texts.repeatedLine({ name: row.repeated })}</span>}
      {row.git === 'tracked' ? <span>{texts.gitLine}</span> : null}
    </span>
  );
}

function NotSearched({ scan: { skipped, unreadable } }: { scan: ScanView }) {
  const count = skipped.reduce((all, each) => all + each.count, unreadable.count);
  if (count === 0) return null;
  return (
    <details className={styles.fold}>
      <summary>{texts.skippedTitle({ count })}</summary>
      <ul className={list.rows}>
        {unreadable.count === 0 ? null : (
          <Skipped
            title={texts.unreadable}
            count={unreadable.count}
            paths={unreadable.items.slice(0, 5).map(({ path }) => path)}
          />
        )}
        {skipped.map((each) => (
          <Skipped key={each.reason} title={texts.skipped[each.reason]} count={each.count} paths={each.examples} />
        ))}
      </ul>
    </details>
  );
}

function Skipped({ title, count, paths }: { title: string; count: number; paths: readonly string[] }) {
  return (
    <li className={list.row}>
      <p className={styles.counted}>
        <span>{title}</span>
        <span>{formatCount(count, locale())}</span>
      </p>
      {paths.map((path) => (
        <p key={path} className={styles.path}>
          {path}
        </p>
      ))}
    </li>
  );
}
