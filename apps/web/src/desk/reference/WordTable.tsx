import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import admin from '../administration/admin.module.css';
import answers from '../answers/answers.module.css';
import table from '../changes/changes.module.css';
import type { ReferenceList, ReferenceWord } from '../data/reference-words';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './reference.module.css';
import { useReferenceChange } from './use-reference-change';

interface Props {
  list: ReferenceList;
  words: readonly ReferenceWord[];
  onEdit: (word: ReferenceWord) => void;
}

/** In use, built in, said by the system alone, or of use no more. */
function Standing({ word }: { word: ReferenceWord }) {
  const { t } = useTexts();
  const mood = word.active ? 'on' : 'gone';
  const why = word.ofSystem ? 'reference.ofSystem' : word.builtIn ? 'reference.builtIn' : null;
  return (
    <span className={c.standing}>
      <span className={admin.tag} data-mood={mood}>
        {t(word.active ? 'reference.active' : 'reference.retired')}
      </span>
      {why && <small>{t(why)}</small>}
    </span>
  );
}

/** The words of a list in the order in which they are offered. */
export function WordTable({ list, words, onEdit }: Props) {
  const { t, locale } = useTexts();
  const order = useReferenceChange((ids: string[]) => bodyOf(api.PUT('/api/v1/reference-words/order', { body: { list, ids } })));
  const swap = (at: number, to: number): void => {
    const ids = words.map(({ id }) => id);
    [ids[at], ids[to]] = [ids[to]!, ids[at]!];
    order.mutate(ids);
  };
  if (words.length === 0) return <p className={c.none}>{t(`reference.none.${list}` as 'reference.none.category')}</p>;
  const name = (word: ReferenceWord): string => (locale === 'lv' ? word.nameLv : word.nameEn);
  return (
    <>
      {order.error && <ProblemNote error={order.error} />}
      <table className={table.table}>
        <thead>
          <tr>
            {(['name', 'other', 'description', 'standing'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`reference.column.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {words.map((word, at) => (
            <tr key={word.id}>
              <th scope="row">
                <button type="button" className={answers.name} onClick={() => onEdit(word)}>
                  {name(word)}
                </button>
                <small className={c.code}>{word.code}</small>
              </th>
              <td data-label={t('reference.column.other')}>{locale === 'lv' ? word.nameEn : word.nameLv}</td>
              <td data-label={t('reference.column.description')}>{(locale === 'lv' ? word.descriptionLv : word.descriptionEn) ?? '–'}</td>
              <td data-label={t('reference.column.standing')}>
                <Standing word={word} />
              </td>
              <td className={c.moves}>
                <Move
                  label={t('reference.up', { name: name(word) })}
                  disabled={at === 0 || order.isPending}
                  onClick={() => swap(at, at - 1)}
                >
                  <IconArrowUp size={15} aria-hidden />
                </Move>
                <Move
                  label={t('reference.down', { name: name(word) })}
                  disabled={at === words.length - 1 || order.isPending}
                  onClick={() => swap(at, at + 1)}
                >
                  <IconArrowDown size={15} aria-hidden />
                </Move>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Move({ label, ...button }: { label: string; disabled: boolean; onClick: () => void; children: ReactNode }) {
  return <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} {...button} />;
}
