import { useEffect, useState } from 'react';
import { browserNow } from '../../shared/format/browser-clock';
import type { FoundPerson, Level } from '../data/types';

export const sources = ['phone', 'email', 'in_person'] as const;
/** An agent may back-date by an hour at most (DOMAIN 4.3(1)). */
export const backDates = [0, 5, 10, 15, 30, 45, 60] as const;

export interface Fields {
  person: FoundPerson | null;
  source: (typeof sources)[number];
  title: string;
  description: string;
  serviceId: string | null;
  category: string | null;
  /** One of the person's devices. */
  deviceId: string | null;
  /** Chosen by hand; else rules and the service say it. */
  groupId: string | null;
  impact: Level | null;
  urgency: Level | null;
  minutesAgo: number;
  whyEarlier: string;
}

export interface NewTicketForm {
  fields: Fields;
  set: (part: Partial<Fields>) => void;
  clear: () => void;
}

const KEY = 'atbalsts-draft:new';
const empty: Fields = {
  person: null,
  source: 'phone',
  title: '',
  description: '',
  serviceId: null,
  category: null,
  deviceId: null,
  groupId: null,
  impact: null,
  urgency: null,
  minutesAgo: 0,
  whyEarlier: '',
};

function stored(): Fields {
  try {
    const text = localStorage.getItem(KEY);
    return text ? { ...empty, ...(JSON.parse(text) as Partial<Fields>) } : empty;
  } catch {
    return empty;
  }
}

function store(fields: Fields): void {
  try {
    if (fields === empty) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(fields));
  } catch {
    // Without storage the form lasts as long as the page.
  }
}

/** The fields of a new ticket; nothing typed is lost when the dialog closes or the page reloads. */
export function useNewTicketForm(): NewTicketForm {
  const [fields, setFields] = useState(stored);
  useEffect(() => store(fields), [fields]);
  return { fields, set: (part) => setFields((old) => ({ ...old, ...part })), clear: () => setFields(empty) };
}

export function isComplete({ person, title, description, impact, urgency, minutesAgo, whyEarlier }: Fields): boolean {
  const said = title.trim() !== '' && description.trim() !== '';
  return person !== null && said && impact !== null && urgency !== null && (minutesAgo === 0 || whyEarlier.trim() !== '');
}

/** The body of `POST /incidents`. */
export function bodyOf({
  person,
  source,
  title,
  description,
  serviceId,
  category,
  deviceId,
  groupId,
  impact,
  urgency,
  minutesAgo,
  whyEarlier,
}: Fields): Record<string, unknown> {
  const earlier =
    minutesAgo > 0 ? { submittedAt: new Date(browserNow() - minutesAgo * 60_000).toISOString(), submittedAtReason: whyEarlier.trim() } : {};
  return {
    title: title.trim(),
    description: description.trim(),
    ...(serviceId ? { serviceId } : {}),
    ...(category ? { category } : {}),
    ...(deviceId ? { configurationItemId: deviceId } : {}),
    ...(groupId ? { groupId } : {}),
    impact,
    urgency,
    affectedUserId: person?.id,
    source,
    ...earlier,
  };
}
