// What settings say of regenerating the key: the ways to begin one, or the one under way; the receipts of earlier ones.
// The wizard has a window of its own; this only asks for it.
import { useState } from 'react';
import type { Rotation, RotationEntry } from '../../app/model/rotation/rotation';
import type { Problem } from '../../app/model/problem';
import type { AppState } from '../../app/model/state/app-state';
import { formatMoment } from '../../app/texts/format';
import { beginTexts, receiptTexts } from '../../app/texts/wizard/wizard-after';
import { call } from '../ui/bridge';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import type { IconName } from '../ui/Icon';
import { Row, Section } from '../ui/Section';
import { outageText, ReceiptFacts } from '../wizard/receipt/ReceiptFacts';
import styles from './Key.module.css';
import { FieldError } from './FieldError';

type Offered = Extract<RotationEntry, keyof typeof beginTexts>;

const icons: Record<Offered, IconName> = { 'on-purpose': 'refresh', leak: 'warning', lost: 'search', first: 'key' };

/** The reasons that make sense: with no key there is nothing to revoke that is known here. */
function offered({ key }: AppState): readonly Offered[] {
  return key.status === 'absent' ? ['first', 'lost'] : ['on-purpose', 'leak', 'lost'];
}

/** The buttons that open the wizard. */
export function BeginRow({ state }: { state: AppState }) {
  const [busy, setBusy] = useState<RotationEntry | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { current } = state.rotation;

  const begin = async (entry: RotationEntry) => {
    setBusy(entry);
    const answer = await call('rotation.begin', { entry });
    setBusy(null);
    setProblem(answer.ok ? null : answer.problem);
  };

  if (current !== null) {
    return (
      <Row label={beginTexts.underWay} hint={beginTexts.underWayLine}>
        <Button kind="primary" busy={busy !== null} onPress={() => void begin(current.entry)}>
          {beginTexts.resume}
        </Button>
        <FieldError problem={problem} />
      </Row>
    );
  }
  return (
    <Row stacked>
      {state.source.kind === 'demo' ? <p className={styles.try}>{beginTexts.inDemo}</p> : null}
      <div className={styles.actions}>
        {offered(state).map((entry) => (
          <Button key={entry} icon={icons[entry]} busy={busy === entry} onPress={() => void begin(entry)}>
            {beginTexts[entry]}
          </Button>
        ))}
      </div>
      <FieldError problem={problem} />
    </Row>
  );
}

/** The receipts, newest first; nothing before the first one. */
export function KeyHistory({ receipts }: { receipts: readonly Rotation[] }) {
  const [open, setOpen] = useState<Rotation | null>(null);
  if (receipts.length === 0) return null;
  return (
    <Section title={receiptTexts.history}>
      {receipts.map((receipt) => (
        <Row key={receipt.id} label={momentOf(receipt)} hint={lineOf(receipt)}>
          <Button
            kind="quiet"
            icon="receipt"
            aria-label={receiptTexts.show(momentOf(receipt))}
            onPress={() => setOpen(receipt)}
          >
            {receiptTexts.receipt}
          </Button>
        </Row>
      ))}
      {open === null ? null : <ReceiptDialog receipt={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function momentOf({ finishedAt, startedAt }: Rotation): string {
  return formatMoment(finishedAt ?? startedAt, navigator.language);
}

function lineOf(receipt: Rotation): string {
  const openPlaces = receipt.places.filter(({ tickedAt }) => tickedAt === null).length;
  const places = openPlaces === 0 ? receiptTexts.allTicked : receiptTexts.openPlaces(openPlaces, navigator.language);
  return `${receiptTexts.entry[receipt.entry]}. ${receiptTexts.outage}: ${outageText(receipt)}. ${places}.`;
}

function ReceiptDialog({ receipt, onClose }: { receipt: Rotation; onClose: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const save = async () => {
    setSaved(false);
    const answer = await call('receipt.export', { id: receipt.id });
    setProblem(answer.ok ? null : answer.problem);
    setSaved(answer.ok && answer.value.saved);
  };
  return (
    <Dialog
      title={receiptTexts.dialogTitle(momentOf(receipt))}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button icon="receipt" onPress={() => void save()}>
            {receiptTexts.export}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {receiptTexts.close}
          </Button>
        </>
      }
    >
      <ReceiptFacts rotation={receipt} />
      <output>{saved ? receiptTexts.exported : ''}</output>
      <FieldError problem={problem} />
    </Dialog>
  );
}
