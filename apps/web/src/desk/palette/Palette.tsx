import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { Keys } from '../shell/Keys';
import { useTexts } from '../texts';
import { Entries, inOrder } from './Entries';
import c from './palette.module.css';
import { useCommands } from './use-commands';
import { useFound } from './use-found';

const TYPING_MS = 160;

function Foot({ count }: { count: number }) {
  const { t } = useTexts();
  return (
    <footer className={c.foot}>
      <span>
        <Keys keys="↑ ↓" /> {t('palette.choose')}
      </span>
      <span>
        <Keys keys="Enter" /> {t('palette.open')}
      </span>
      <span className={c.newTab}>
        <Keys keys="Ctrl Enter" /> {t('palette.newTab')}
      </span>
      <span className={c.results} role="status">
        {t('palette.results', { count })}
      </span>
    </footer>
  );
}

/** Search and commands in one box: what was found anywhere, where to go, what to create, what can be done with the open ticket. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), TYPING_MS);
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const found = useFound(asked);
  const commands = useCommands(query.trim());
  const entries = inOrder([...found, ...commands]);
  const at = Math.min(chosen, Math.max(0, entries.length - 1));
  const run = (index: number, apart = false): void => {
    const entry = entries[index];
    if (!entry) return;
    if (apart && entry.href !== undefined) {
      window.open(entry.href, '_blank', 'noopener');
      return;
    }
    onClose();
    entry.run();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setChosen(Math.min(at + 1, entries.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(at - 1, 0));
    else if (event.key === 'Enter') run(at, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  const type = (text: string): void => {
    setQuery(text);
    setChosen(0);
  };
  return (
    <Modal.Root opened onClose={onClose} size={660} yOffset="11vh">
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content className={c.box} aria-label={t('desk.palette.title')}>
        <div className={c.input}>
          <IconSearch size={21} aria-hidden />
          <input
            data-autofocus
            role="combobox"
            aria-expanded="true"
            aria-controls={list}
            aria-activedescendant={entries.length > 0 ? `${list}-${at}` : undefined}
            aria-label={t('palette.placeholder')}
            placeholder={t('palette.placeholder')}
            value={query}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={keys}
          />
          <kbd>Esc</kbd>
        </div>
        <Entries id={list} entries={entries} chosen={at} query={query.trim()} onChoose={setChosen} onRun={(index) => run(index)} />
        <Foot count={entries.length} />
      </Modal.Content>
    </Modal.Root>
  );
}
