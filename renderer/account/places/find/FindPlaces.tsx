// The search for places that hold the key: what to search, how far it is, what it found. It changes nothing itself.
import { useState } from 'react';
import type { Place } from '../../../../app/model/places/place';
import type { ScanRequest, ScanRow, ScanView } from '../../../../app/model/places/scan';
import type { Problem } from '../../../../app/model/problem';
import { findPlacesTexts as texts } from '../../../../app/texts/account/places';
import { formatBytes, formatCount } from '../../../../app/texts/format';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { locale } from '../../../ui/locale';
import { ProgressLine } from '../../bulk/ProgressLine';
import { Refused } from '../../form/Refused';
import { FindResults } from './FindResults';
import { FindSources } from './FindSources';
import { isKnown, knownPlaces, selectedAtFirst } from './found-place';
import form from '../../form/Form.module.css';
import styles from './FindPlaces.module.css';

export interface FindPlacesProps {
  /** The search under way or the last one; null: none. */
  scan: ScanView | null;
  /** Those on the list. */
  places: readonly Place[];
  /** Programs can be searched on this system. */
  findsPrograms: boolean;
  problem: Problem | null;
  isBusy: boolean;
  onChooseFolder: () => Promise<string | null>;
  onStart: (request: ScanRequest) => void;
  onStop: () => void;
  /** Adds what was found there. */
  onAdd: (found: ScanRow[]) => void;
  onClose: () => void;
}

const usual: ScanRequest = { quick: true, folders: [], programs: false, containers: false };

/** The dialog. A search that is under way continues while it is closed. */
export function FindPlaces(props: FindPlacesProps) {
  const { scan, places, problem, onStart, onStop, onClose } = props;
  const [request, setRequest] = useState(usual);
  // The search whose results the user has left, by its start.
  const [left, setLeft] = useState<number | null>(null);
  const shown = scan !== null && scan.startedAt !== left ? scan : null;
  const leave = () => setLeft(scan?.startedAt ?? null);
  return (
    <Dialog title={texts.title} isOpen isWide closes="by-escape" onClose={onClose}>
      <div className={styles.find}>
        {problem === null ? null : <Refused problem={problem} />}
        {shown === null ? (
          <FindSources
            request={request}
            findsPrograms={props.findsPrograms}
            onChange={setRequest}
            onChooseFolder={props.onChooseFolder}
            onStart={() => {
              leave();
              onStart(request);
            }}
            onClose={onClose}
          />
        ) : shown.status === 'running' ? (
          <Running scan={shown} onStop={onStop} />
        ) : (
          <Results key={shown.startedAt} {...props} scan={shown} places={places} onAgain={leave} />
        )}
      </div>
    </Dialog>
  );
}

function Running({ scan, onStop }: { scan: ScanView; onStop: () => void }) {
  const { files, folders, bytes, folder } = scan.progress;
  const says = texts.progress({
    files: formatCount(files, locale()),
    folders: formatCount(folders, locale()),
    size: formatBytes(bytes, locale()),
  });
  return (
    <>
      <p className={styles.title}>{texts.found({ count: scan.found })}</p>
      <ProgressLine label={texts.running} progress={null} says={says} />
      <p className={styles.small}>{says}</p>
      <p className={styles.folder} title={folder ?? ''}>
        {folder ?? ''}
      </p>
      <div className={form.buttons}>
        <Button onPress={onStop}>{texts.stop}</Button>
      </div>
    </>
  );
}

function Results(props: FindPlacesProps & { scan: ScanView; onAgain: () => void }) {
  const { scan, places, isBusy, onAgain, onAdd, onClose } = props;
  const known = knownPlaces(places);
  const [selected, setSelected] = useState<ReadonlySet<string>>(
    () => new Set(selectedAtFirst(scan.rows, known, scan.isKeyShort)),
  );
  const chosen = scan.rows.filter((row) => selected.has(row.id) && !isKnown(row, known));
  return (
    <>
      <FindResults scan={scan} known={known} selected={selected} onSelect={setSelected} />
      <div className={form.buttons}>
        <Button icon="refresh" onPress={onAgain}>
          {texts.again}
        </Button>
        <Button onPress={onClose}>{texts.close}</Button>
        {chosen.length === 0 ? null : (
          <Button kind="primary" icon="plus" busy={isBusy} onPress={() => onAdd(chosen)}>
            {texts.add({ count: chosen.length })}
          </Button>
        )}
      </div>
    </>
  );
}
