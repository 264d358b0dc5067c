import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { useResource } from '../data/use-resource';
import { useSettled } from '../data/use-settled';
import { useTexts } from '../texts';
import css from './account.module.css';

export interface NamedPerson {
  id: string;
  name: string;
}

interface Props {
  label: string;
  value: NamedPerson | null;
  /** Says who is chosen. */
  chosen: (name: string) => string;
  /** The button that takes the choice back. */
  other: string;
  optional?: true | 'unsaid';
  /** Who is not offered. */
  except?: string;
  onChoose: (person: NamedPerson | null) => void;
}

const SHORTEST = 2;
const SHOWN = 5;

/** One person, looked up by a part of the name. */
export function PersonField({ label, value, chosen, other, optional = true, except, onChoose }: Props) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useResource(`people ${q}`, async (signal) =>
    q.length < SHORTEST ? { items: [] } : bodyOf(api.GET('/api/v1/people', { params: { query: { q } }, signal })),
  );
  const people = (found.data?.items ?? []).filter(({ id }) => id !== except).slice(0, SHOWN);
  if (value)
    return (
      <div className={css.actions}>
        <span>{chosen(value.name)}</span>
        <Button look="quiet" onClick={() => onChoose(null)}>
          {other}
        </Button>
      </div>
    );
  return (
    <div>
      <TextField label={label} optional={optional} value={typed} onText={setTyped} autoComplete="off" />
      {people.length > 0 && (
        <ul className={css.rows} aria-label={t('account.absence.found')}>
          {people.map((person) => (
            <li key={person.id}>
              <span>
                {person.name}
                <small>{person.institution.name}</small>
              </span>
              <Button
                onClick={() => {
                  setTyped('');
                  onChoose({ id: person.id, name: person.name });
                }}
              >
                {t('account.absence.choose')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
