// Who has access: a table of programs with a token, and what can be done with each.
import { useState } from 'react';
import type { AccessView } from '../../../app/model/access/access-view';
import { reachedCap } from '../../../app/model/access/caps';
import type { Consumer } from '../../../app/model/access/consumer';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { formatAge, formatCount, formatMomentShort } from '../../../app/texts/format';
import { enumerated } from '../../../app/texts/sentence';
import { ask, call } from '../../ui/bridge';
import { Button, IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Confirm } from '../../ui/Dialog';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import { SectionTitle } from '../../ui/Section';
import table from '../table/Table.module.css';
import { Table } from '../table/Table';
import { MadeToken } from './MadeToken';
import { placesAtGateway } from './places-of';
import styles from './Consumers.module.css';

type Question = { about: 'revoke' | 'renew'; consumer: Consumer } | { about: 'all' };

interface ConsumersProps {
  access: AccessView;
  /** The places, of which some hold a token. */
  places: AppState['places']['rows'];
  onEdit: (consumer: Consumer) => void;
}

const columns = ['name', 'role', 'lastUse', 'today', 'expires', 'actions'] as const;

/** The table; the newest first. */
export function Consumers({ access, places, onEdit }: ConsumersProps) {
  const { consumers } = access;
  const [question, setQuestion] = useState<Question | null>(null);
  return (
    <div className={styles.section}>
      <header className={styles.head}>
        <SectionTitle>{texts.consumers}</SectionTitle>
        {consumers.length < 2 ? null : (
          <Button kind="danger" onPress={() => setQuestion({ about: 'all' })}>
            {texts.revokeAll}
          </Button>
        )}
      </header>
      {consumers.length === 0 ? (
        <p className={styles.none}>{texts.noConsumers}</p>
      ) : (
        <Table
          label={texts.consumers}
          className={styles.frame}
          columns={columns.map((id) => ({
            id,
            title: texts.columns[id],
            className: styles[id],
            isTitleHidden: id === 'actions',
          }))}
        >
          {consumers.map((consumer) => (
            <ConsumerRow
              key={consumer.id}
              consumer={consumer}
              places={placesAtGateway(places, consumer.id)}
              onEdit={() => onEdit(consumer)}
              onAsk={setQuestion}
            />
          ))}
        </Table>
      )}
      <Asked question={question} access={access} onClose={() => setQuestion(null)} />
    </div>
  );
}

interface ConsumerRowProps {
  consumer: Consumer;
  /** The names of the places that have its token. */
  places: readonly string[];
  onEdit: () => void;
  onAsk: (question: Question) => void;
}

function ConsumerRow({ consumer, places, onEdit, onAsk }: ConsumerRowProps) {
  const now = useNow();
  const { name, role, lastUse, today, expiresAt } = consumer;
  const isExpired = expiresAt !== null && expiresAt <= now;
  const end = expiresAt === null ? texts.never : formatMomentShort(expiresAt, now, locale());
  const expires = isExpired ? texts.expired : end;
  return (
    <tr className={table.row}>
      <th scope="row">
        <button
          type="button"
          className={classes(table.open, styles.open)}
          title={name}
          aria-label={texts.edit({ name })}
          onClick={onEdit}
        >
          {name}
        </button>
        {reachedCap(consumer) === null ? null : <Cut className={styles.limit}>{texts.limitReached}</Cut>}
        {places.length === 0 ? null : <Cut className={styles.places}>{placesText(places)}</Cut>}
      </th>
      <td title={texts.roleLines[role]}>{texts.roles[role]}</td>
      <td>{lastUse === null ? texts.never : formatAge(lastUse.at, now, locale())}</td>
      <td className={styles.today}>
        {formatCount(today.reads + today.writes, locale())}
        {today.refused === 0 ? null : (
          <Cut className={styles.refused}>{texts.refusedToday({ count: today.refused })}</Cut>
        )}
      </td>
      <td className={styles.expires} data-expired={isExpired} title={expires}>
        {expires}
      </td>
      <td className={styles.actions}>
        <span className={styles.buttons}>
          <IconButton
            icon="refresh"
            label={texts.renewOf({ name })}
            onPress={() => onAsk({ about: 'renew', consumer })}
          />
          <IconButton
            icon="trash"
            label={texts.revokeOf({ name })}
            onPress={() => onAsk({ about: 'revoke', consumer })}
          />
        </span>
      </td>
    </tr>
  );
}

/** A line below a cell's value, with all of it in its title where it is cut. */
function Cut({ className, children }: { className: string | undefined; children: string }) {
  return (
    <span className={className} title={children}>
      {children}
    </span>
  );
}

function placesText(places: readonly string[]): string {
  return texts.placesOf({ count: places.length, names: enumerated(places) });
}

interface AskedProps {
  question: Question | null;
  access: AccessView;
  onClose: () => void;
}

/** Asks before a token stops working; a renewed one is shown once. */
function Asked({ question, access, onClose }: AskedProps) {
  const count = access.consumers.length;
  const [made, setMade] = useState<{ name: string; token: () => string } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (made !== null || problem !== null)
    return (
      <MadeToken
        name={made?.name ?? ''}
        token={made?.token ?? null}
        problem={problem}
        {...(access.addresses[0] === undefined ? {} : { url: access.addresses[0] })}
        proxyVariable={access.proxyVariable}
        onClose={() => {
          setMade(null);
          setProblem(null);
        }}
      />
    );
  if (question === null) return null;
  if (question.about === 'all')
    return (
      <Confirm
        isOpen
        isDangerous
        title={texts.revokeAll}
        confirmLabel={texts.revoke}
        cancelLabel={texts.cancel}
        onCancel={onClose}
        onConfirm={() => {
          ask('access.revokeAll', undefined);
          onClose();
        }}
      >
        {texts.revokeAllAsk({ count })}
      </Confirm>
    );
  const { about, consumer } = question;
  const { id, name } = consumer;
  const renew = async () => {
    const answer = await call('access.renewToken', { id });
    onClose();
    if (!answer.ok) setProblem(answer.problem);
    else {
      const { token } = answer.value;
      setMade({ name, token: () => token });
    }
  };
  return (
    <Confirm
      isOpen
      isDangerous={about === 'revoke'}
      title={about === 'revoke' ? texts.revokeOf({ name }) : texts.renewOf({ name })}
      confirmLabel={about === 'revoke' ? texts.revoke : texts.renew}
      cancelLabel={texts.cancel}
      onCancel={onClose}
      onConfirm={() => {
        if (about === 'renew') void renew();
        else {
          ask('access.revoke', { id });
          onClose();
        }
      }}
    >
      {about === 'revoke' ? texts.revokeAsk : texts.renewAsk({ name })}
    </Confirm>
  );
}
