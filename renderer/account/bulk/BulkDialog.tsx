// A change to many sub-accounts before it is made: what is set (automatic top-up), what it would change, then the
// change. It must not begin without that preview.
import { useEffect, useState } from 'react';
import { type ActionId, actions } from '../../../app/model/actions/actions';
import { checkChanges } from '../../../app/model/actions/form-validation';
import { fieldsOf } from '../../../app/model/actions/form-fields';
import type { CallOutput } from '../../../app/bridge/contract';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import type { BulkChange } from '../../../app/model/bulk/bulk';
import type { SubAccountSelection } from '../../../app/model/bulk/sub-account-selection';
import {
  bulkTexts as texts,
  changeMeanings,
  changesText,
  leftOutTexts,
  previewTitle,
} from '../../../app/texts/account/bulk';
import { fieldText } from '../../../app/texts/account/forms';
import { ask, call } from '../../ui/bridge';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { locale } from '../../ui/locale';
import { Spinner } from '../../ui/Spinner';
import { Refused } from '../form/Refused';
import { DialogStep } from '../form/DialogStep';
import { Form } from '../form/Form';
import styles from './BulkDialog.module.css';
import { PreviewRows } from './PreviewRows';
import { ProgressLine } from './ProgressLine';
import { useAsk } from './use-ask';

interface BulkDialogProps {
  does: BulkChange['does'];
  which: SubAccountSelection;
  /** How many these are; null: the vendor does not say. */
  count: number | null;
  /** How far main is with reading them. */
  previewing: AppState['bulk']['previewing'];
  onClose: () => void;
  /** It began: progress is in the state. */
  onStarted: () => void;
}

type Preview = CallOutput<'bulk.preview'>;

/** The form is that of a sub-account's edit, without the fields of a single one. */
const edit: ActionId = 'editSubAccount';
const topUpFields = fieldsOf(
  actions.editSubAccount.form.pick({
    topUpIps: true,
    topUpIpsBelow: true,
    topUpIpsBy: true,
    topUpTraffic: true,
    topUpTrafficBelow: true,
    topUpTrafficBy: true,
  }),
);

/** The value that a checked form sets. */
function topUpOf(input: Record<string, unknown>): BulkChange {
  const amount = (name: string) => (typeof input[name] === 'number' ? input[name] : null);
  return {
    does: 'topUp',
    topUpIps: input['topUpIps'] === true,
    topUpIpsBelow: amount('topUpIpsBelow'),
    topUpIpsBy: amount('topUpIpsBy'),
    topUpTraffic: input['topUpTraffic'] === true,
    topUpTrafficBelow: amount('topUpTrafficBelow'),
    topUpTrafficBy: amount('topUpTrafficBy'),
  };
}

/** Form (for top-up), preview, start. */
export function BulkDialog({ does, which, count, previewing, onClose, onStarted }: BulkDialogProps) {
  const [change, setChange] = useState<BulkChange | null>(does === 'topUp' ? null : { does });
  const { preview, problem } = usePreview(which, change);
  const start = useAsk();
  const isForm = does === 'topUp' && change === null;
  const isReading = preview === null && problem === null;
  const refused = start.problem ?? problem;

  const apply = async () => {
    if (change === null || preview === null) return;
    if (await start.ask('bulk.start', { subAccounts: which, change })) {
      onClose();
      onStarted();
    }
  };

  return (
    <Dialog
      title={isForm ? formTitle(count) : previewTitle(does, count)}
      isOpen
      onClose={onClose}
      isWide
      closes={start.busy === null ? 'by-escape' : 'by-buttons'}
    >
      {does === 'topUp' ? (
        <div hidden={!isForm}>
          <Form
            fields={topUpFields}
            texts={(name) => fieldText(edit, name)}
            initial={{}}
            check={(values) => checkChanges(edit, values, {})}
            problem={null}
            packages={[]}
            busy={false}
            onSubmit={(input) => setChange(topUpOf(input))}
            buttons={
              <>
                <Button onPress={onClose}>{texts.cancel}</Button>
                <Button kind="primary" type="submit">
                  {texts.next}
                </Button>
              </>
            }
          />
        </div>
      ) : null}
      {isForm || change === null ? null : (
        <DialogStep>
          {isReading ? <Reading previewing={previewing} /> : null}
          {preview === null
            ? null
            : leftOutTexts(preview).map((line) => (
                <Banner key={line} tone="warning">
                  {line}
                </Banner>
              ))}
          {preview === null ? null : <Look change={change} preview={preview} />}
          {refused === null ? null : <Refused problem={refused} />}
          <div className={styles.buttons}>
            <Button onPress={() => (does === 'topUp' ? setChange(null) : onClose())}>
              {does === 'topUp' && !isReading ? texts.back : texts.cancel}
            </Button>
            {preview === null || preview.changes === 0 ? null : (
              <Button
                kind={does === 'disable' ? 'destructive' : 'primary'}
                busy={start.busy !== null}
                onPress={() => void apply()}
              >
                {texts.apply({ does, count: preview.changes })}
              </Button>
            )}
          </div>
        </DialogStep>
      )}
    </Dialog>
  );
}

/** What would change, as main reads it; read again for each change. */
function usePreview(which: SubAccountSelection, change: BulkChange | null) {
  const [answer, setAnswer] = useState<{ to: BulkChange; preview: Preview | null; problem: Problem | null } | null>(
    null,
  );
  const [asked] = useState(which);
  useEffect(() => {
    if (change === null) return;
    let isWanted = true;
    let isOver = false;
    async function read(to: BulkChange): Promise<void> {
      const result = await call('bulk.preview', { subAccounts: asked, change: to });
      isOver = true;
      if (!isWanted) return;
      setAnswer(
        result.ok ? { to, preview: result.value, problem: null } : { to, preview: null, problem: result.problem },
      );
    }
    void read(change);
    return () => {
      isWanted = false;
      if (!isOver) ask('bulk.cancelPreview', undefined);
    };
  }, [change, asked]);
  return answer !== null && answer.to === change ? answer : { preview: null, problem: null };
}

function formTitle(count: number | null): string {
  return count === null ? texts.topUpTitleAll : texts.topUpTitle({ count });
}

function readSoFar({ read, total }: { read: number; total: number | null }): string {
  return total === null ? texts.read({ count: read }) : texts.readOf({ read, total });
}

/** While main reads them, page by page. */
function Reading({ previewing }: Pick<BulkDialogProps, 'previewing'>) {
  const total = previewing?.total ?? null;
  const progress =
    previewing === null || total === null || total === 0 ? null : { part: previewing.read, whole: total };
  return (
    <div className={styles.reading}>
      <p className={styles.waiting} role="status">
        <Spinner /> {texts.reading}
      </p>
      <ProgressLine
        label={texts.reading}
        progress={progress}
        says={progress === null ? null : texts.partOf(progress)}
      />
      {previewing === null ? null : <p>{readSoFar(previewing)}</p>}
    </div>
  );
}

function Look({ change, preview }: { change: BulkChange; preview: Preview }) {
  const { total, changes, rows } = preview;
  if (total === 0) return <Banner tone="warning">{texts.none}</Banner>;
  if (changes === 0) {
    return (
      <>
        <Banner tone="info">{texts.noChange({ does: change.does, count: total })}</Banner>
        <PreviewRows does={change.does} rows={rows} total={total} />
      </>
    );
  }
  return (
    <>
      <div className={styles.means}>
        <p className={styles.changes} role="status">
          {changesText(change.does, preview)}
        </p>
        {changeMeanings(change, locale()).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{texts.undoable}</p>
      </div>
      <PreviewRows does={change.does} rows={rows} total={total} />
    </>
  );
}
