import { Modal } from '@mantine/core';
import { useTexts, type TextKey } from '../texts';
import { Keys } from './Keys';
import c from './shell.module.css';

type Row = readonly [keys: string, text: TextKey];

const moving: Row[] = [
  ['J K', 'desk.keys.move'],
  ['Enter', 'desk.keys.open'],
  ['X', 'desk.keys.select'],
  ['Esc', 'desk.keys.close'],
  ['/', 'desk.keys.filter'],
  ['Ctrl K', 'desk.keys.palette'],
  ['?', 'desk.keys.help'],
];
const going: Row[] = [
  ['G M', 'view.mine'],
  ['G G', 'view.group'],
  ['G N', 'view.unassigned'],
  ['G S', 'view.breaching'],
  ['G A', 'view.all'],
  ['G R', 'desk.rail.reports'],
];
const acting: Row[] = [
  ['C', 'desk.new'],
  ['A', 'action.accept'],
  ['S', 'action.assign'],
  ['H', 'action.hold'],
  ['E', 'action.resolve'],
  ['P', 'action.priority'],
  ['R', 'desk.reply'],
  ['N', 'desk.note'],
  ['I', 'desk.keys.details'],
];

function Block({ title, rows }: { title: TextKey; rows: Row[] }) {
  const { t } = useTexts();
  return (
    <section>
      <h3>{t(title)}</h3>
      <dl className={c.keyList}>
        {rows.map(([keys, text]) => (
          <div key={keys}>
            <dt>{t(text)}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The list of keys behind "?". */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal opened onClose={onClose} title={t('desk.keys.title')} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div className={c.keyHelp}>
        <Block title="desk.keys.moving" rows={moving} />
        <Block title="desk.keys.acting" rows={acting} />
        <Block title="desk.keys.going" rows={going} />
      </div>
    </Modal>
  );
}
