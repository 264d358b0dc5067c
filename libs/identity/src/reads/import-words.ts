import { Injectable } from '@nestjs/common';
import { type Queryable, Texts } from '#platform';
import { FIELD_OF, IMPORT_COLUMNS, type ImportColumn, type ImportKind } from '../domain/import-columns.js';
import type { ImportWords } from '../domain/read-import-line.js';
import { foldText } from '../domain/search-text.js';
import { INSTITUTION_KINDS } from '../store/organisation.js';
import { WordsOfFiles } from './words-of-files.js';

const LOCALES = ['lv', 'en'] as const;

interface UnitWords {
  readonly id: string;
  readonly institutionId: string;
  readonly externalId: string | null;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly active: boolean;
}

/** What the words of a file mean: in Latvian, in English, or as the register itself calls things. */
@Injectable()
export class OrganisationWordBook {
  constructor(
    private readonly texts: Texts,
    private readonly words: WordsOfFiles,
  ) {}

  /** The column that a head means, whatever its language. */
  columnOf(kind: ImportKind): (head: string) => ImportColumn | undefined {
    const known = new Map(
      IMPORT_COLUMNS[kind].flatMap((column) => this.namesOf(`field.${FIELD_OF[column]}`, column).map((name) => [name, column] as const)),
    );
    return (head) => known.get(foldText(head));
  }

  /** What cells may mean now. */
  async read(on: Queryable): Promise<ImportWords> {
    const institutions = new Map(await this.words.institutions(undefined, on));
    for (const id of [...institutions.values()]) institutions.set(id, id);
    return {
      institutions,
      unit: await unitsByWord(on),
      kinds: new Map(INSTITUTION_KINDS.flatMap((kind) => this.namesOf(`value.kind.${kind}`, kind).map((name) => [name, kind] as const))),
      languages: new Map(LOCALES.flatMap((code) => this.namesOf(`value.locale.${code}`, code).map((name) => [name, code] as const))),
      flags: new Map([
        ...['1', 'true', 'y', ...this.namesOf('value.yes', 'yes')].map((name) => [name, true] as const),
        ...['0', 'false', 'n', ...this.namesOf('value.no', 'no')].map((name) => [name, false] as const),
      ]),
    };
  }

  private namesOf(key: string, code: string): string[] {
    const said = LOCALES.map((locale) => foldText(this.texts.say(locale, `identity.${key}`)));
    return [foldText(code), foldText(code.replaceAll('_', ' ')), ...said];
  }
}

/** Units by what they are called. A name that two of them bear, in one institution or in all, names none. */
async function unitsByWord(on: Queryable): Promise<ImportWords['unit']> {
  const rows = await on.query<UnitWords>(
    `select id, institution_id as "institutionId", external_id as "externalId", name_lv as "nameLv", name_en as "nameEn", active
     from identity.org_unit`,
  );
  const exact = new Map<string, string>();
  const named = new Map<string, string | undefined>();
  const name = (word: string, id: string): void => void named.set(word, named.has(word) && named.get(word) !== id ? undefined : id);
  for (const { id, institutionId, externalId, nameLv, nameEn, active } of rows) {
    exact.set(id, id);
    if (externalId !== null) exact.set(foldText(externalId), id);
    // A unit that is not in use is meant only where it is named beyond doubt, as an export does for whoever is still in it.
    if (!active) continue;
    for (const word of new Set([foldText(nameLv), foldText(nameEn)])) {
      name(word, id);
      name(`${institutionId} ${word}`, id);
    }
  }
  return (word, institutionId) => exact.get(word) ?? named.get(institutionId === null ? word : `${institutionId} ${word}`);
}
