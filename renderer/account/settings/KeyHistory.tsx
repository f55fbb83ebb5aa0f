// The receipts of earlier regenerations, each to be read and saved.
import { useState } from 'react';
import type { PlacesRun } from '../../../app/model/places/places-run';
import type { PlacesView } from '../../../app/model/places/places-view';
import type { Rotation } from '../../../app/model/rotation/rotation';
import type { Problem } from '../../../app/model/problem';
import { formatCount, formatMoment } from '../../../app/texts/format';
import { receiptTexts } from '../../../app/texts/wizard/wizard-after';
import { sentences } from '../../../app/texts/sentence';
import { call } from '../../ui/bridge';
import { runOf, withOutcomes } from '../../places/run-facts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Row, Section } from '../../ui/Section';
import { locale } from '../../ui/locale';
import { outageText, ReceiptFacts } from '../../wizard/receipt/ReceiptFacts';
import { FieldError } from '../../settings/FieldError';

/** The receipts, newest first; nothing before the first one. */
export function KeyHistory({ receipts: all, view }: { receipts: readonly Rotation[]; view: PlacesView }) {
  const receipts = all.map((receipt) => withOutcomes(receipt, runOf(view, receipt.id)));
  const [open, setOpen] = useState<Rotation | null>(null);
  if (receipts.length === 0) return null;
  return (
    <Section title={receiptTexts.history}>
      {receipts.map((receipt) => (
        <Row key={receipt.id} label={momentOf(receipt)} hint={lineOf(receipt)}>
          <Button
            kind="quiet"
            icon="receipt"
            aria-label={receiptTexts.show({ moment: momentOf(receipt) })}
            onPress={() => setOpen(receipt)}
          >
            {receiptTexts.receipt}
          </Button>
        </Row>
      ))}
      {open === null ? null : <ReceiptDialog receipt={open} run={runOf(view, open.id)} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function momentOf({ finishedAt, startedAt }: Rotation): string {
  return formatMoment(finishedAt ?? startedAt, locale());
}

function lineOf(receipt: Rotation): string {
  const openPlaces = receipt.places.filter(({ tickedAt }) => tickedAt === null).length;
  const places =
    openPlaces === 0
      ? receiptTexts.allTicked
      : receiptTexts.openPlaces({ count: openPlaces, shown: formatCount(openPlaces, locale()) });
  return sentences(
    receiptTexts.summary({ why: receiptTexts.entry[receipt.entry], outage: outageText(receipt) }),
    places,
  );
}

function ReceiptDialog({ receipt, run, onClose }: { receipt: Rotation; run: PlacesRun | null; onClose: () => void }) {
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
      title={receiptTexts.dialogTitle({ moment: momentOf(receipt) })}
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
      <ReceiptFacts rotation={receipt} run={run} />
      <output>{saved ? receiptTexts.exported : ''}</output>
      <FieldError problem={problem} />
    </Dialog>
  );
}
