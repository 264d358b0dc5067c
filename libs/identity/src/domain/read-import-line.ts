import { readDay } from '#kernel';
import { FIELD_OF, type ImportColumn, KEPT_WHERE_EMPTY } from './import-columns.js';
import type { ImportFault } from './import-line.js';
import { isLogin, foldLogin } from './login-name.js';
import { foldText } from './search-text.js';

/** What cells may mean, by folded words. */
export interface ImportWords {
  /** Institutions by name, registration number, external identifier and our own id. */
  readonly institutions: ReadonlyMap<string, string>;
  /** A unit by its external identifier or our own id, or by its name within the institution. */
  readonly unit: (word: string, institutionId: string | null) => string | undefined;
  readonly kinds: ReadonlyMap<string, string>;
  readonly languages: ReadonlyMap<string, string>;
  readonly flags: ReadonlyMap<string, boolean>;
}

export interface ReadLine {
  readonly line: number;
  readonly id: string | null;
  /** Only what the file has a column for. `parentId` is still the word that the file says. */
  readonly fields: Readonly<Record<string, string | boolean | null>>;
}

type Value = { readonly value: string | boolean | null } | { readonly fault: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAIL = /^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:.]+$/;

/** Texts with the form that they must have; the code of the fault where they have not. */
const FORMS: Readonly<Partial<Record<ImportColumn, readonly [form: RegExp, fault: string]>>> = {
  external_id: [/^.{1,100}$/u, 'too-long'],
  name: [/^.{1,200}$/u, 'too-long'],
  name_lv: [/^.{1,200}$/u, 'too-long'],
  name_en: [/^.{1,200}$/u, 'too-long'],
  parent: [/^.{1,200}$/u, 'too-long'],
  email: [MAIL, 'email'],
  phone: [/^[+0-9 ()/.-]{3,40}$/, 'phone'],
  registration_no: [/^[0-9A-Z -]{4,20}$/, 'registration-no'],
};

/** Reads one line: the fields that it names, or every fault that it has. */
export function readImportLine(
  line: number,
  cells: ReadonlyMap<ImportColumn, string>,
  words: ImportWords,
): { readonly read: ReadLine } | { readonly faults: readonly ImportFault[] } {
  const fields: Record<string, string | boolean | null> = {};
  const faults: ImportFault[] = [];
  const institution = words.institutions.get(foldText(cells.get('institution') ?? '')) ?? null;
  let id: string | null = null;
  for (const [column, text] of cells) {
    const cell = readCell(column, text, words, institution);
    if ('fault' in cell) faults.push({ line, column, code: cell.fault, value: text.slice(0, 100) });
    else if (column === 'id') id = cell.value === null ? null : String(cell.value);
    else if (!(cell.value === null && KEPT_WHERE_EMPTY.has(column))) fields[FIELD_OF[column]] = cell.value;
  }
  if (id === null && fields['externalId'] === undefined && faults.length === 0)
    faults.push({ line, column: 'external_id', code: 'key-missing', value: '' });
  return faults.length > 0 ? { faults } : { read: { line, id, fields } };
}

function readCell(column: ImportColumn, text: string, words: ImportWords, institution: string | null): Value {
  if (text === '') return { value: null };
  if (/\p{Cc}|\p{Surrogate}/u.test(text)) return { fault: 'characters' };
  switch (column) {
    case 'id':
      return UUID.test(text.toLowerCase()) ? { value: text.toLowerCase() } : { fault: 'id-unknown' };
    case 'login':
      return isLogin(foldLogin(text)) ? { value: foldLogin(text) } : { fault: 'login-refused' };
    case 'institution':
      return meant(words.institutions.get(foldText(text)), 'institution-unknown');
    case 'unit':
      return meant(words.unit(foldText(text), institution), 'unit-unknown');
    case 'kind':
      return meant(words.kinds.get(foldText(text)), 'kind-unknown');
    case 'language':
      return meant(words.languages.get(foldText(text)), 'language-unknown');
    case 'is_client':
    case 'active':
      return meant(words.flags.get(foldText(text)), 'yes-or-no');
    case 'active_from':
    case 'active_to':
      return meant(century(readDay(text)), 'date');
    default:
      return fitting(column, text);
  }
}

function meant(value: string | boolean | undefined, fault: string): Value {
  return value === undefined ? { fault } : { value };
}

function fitting(column: ImportColumn, text: string): Value {
  const [form, fault] = FORMS[column] ?? [/./, 'characters'];
  if (text.length > 254) return { fault: 'too-long' };
  return form.test(text) ? { value: text } : { fault };
}

const century = (day: string | undefined): string | undefined => (day !== undefined && day >= '1900' && day < '2100' ? day : undefined);
