import { Injectable, type StreamableFile } from '@nestjs/common';
import { type Cell, Database, sendExport, sendRows, Texts } from '#platform';
import type { Actor, Locale } from '../domain/actor.js';
import { FIELD_OF, IMPORT_COLUMNS, type ImportKind } from '../domain/import-columns.js';
import { requireRight } from '../domain/scope-of.js';
import { IMPORT_RIGHT } from '../domain/import-rights.js';

/** Rows of one query. */
const BATCH = 2_000;
/** So many lines of an example there are. */
const EXAMPLES = [1, 2] as const;

/** What a file calls a record that another one belongs to: its external identifier, else its name where nothing else bears it, else its id. */
function wordOf(alias: string, table: string, name: string, among: string): string {
  const alone = `not exists (select 1 from ${table} same where same.id <> ${alias}.id and lower(same.${name}) = lower(${alias}.${name}) and ${among})`;
  return `coalesce(${alias}.external_id, case when ${alone} then ${alias}.${name} end, ${alias}.id::text)`;
}

const unitWord = (alias: string, name: string): string =>
  wordOf(alias, 'identity.org_unit', name, `same.institution_id = ${alias}.institution_id`);

/** One batch of each kind in its order; $1 and $2: where the one before ended, $3: how many. Columns are those of `IMPORT_COLUMNS`, by field. */
const SELECTS: Readonly<Record<ImportKind, (name: string) => string>> = {
  institutions: (name) =>
    `select i.id, i.external_id as "externalId", i.name_lv as "nameLv", i.name_en as "nameEn", i.kind, i.is_client as "isClient",
       case when p.id is not null then ${wordOf('p', 'identity.institution', name, 'true')} end as "parentId", i.registration_no as "registrationNo",
       i.active_from as "activeFrom", i.active_to as "activeTo", i.name_lv as key
     from identity.institution i left join identity.institution p on p.id = i.parent_id
     where $1::text is null or (i.name_lv, i.id) > ($1::text, $2::uuid) order by i.name_lv, i.id limit $3`,
  units: (name) =>
    `select n.id, n.external_id as "externalId", i.${name} as "institutionId", n.name_lv as "nameLv", n.name_en as "nameEn",
       case when p.active then ${unitWord('p', name)} else coalesce(p.external_id, p.id::text) end as "parentId",
       n.active, n.institution_id::text as key
     from identity.org_unit n join identity.institution i on i.id = n.institution_id left join identity.org_unit p on p.id = n.parent_id
     where $1::text is null or (n.institution_id, n.id) > ($1::uuid, $2::uuid) order by n.institution_id, n.id limit $3`,
  people: (name) =>
    `select u.id, u.external_id as "externalId", u.name, u.login, u.email, u.phone, i.${name} as "institutionId",
       case when n.active then ${unitWord('n', name)} else coalesce(n.external_id, n.id::text) end as "unitId",
       u.locale, u.active, u.name as key
     from identity.app_user u join identity.institution i on i.id = u.institution_id left join identity.org_unit n on n.id = u.unit_id
     where u.active and ($1::text is null or (u.name, u.id) > ($1::text, $2::uuid)) order by u.name, u.id limit $3`,
};

type Row = Readonly<Record<string, string | boolean | null>> & { readonly id: string; readonly key: string };

/** Institutions, units and people that are with us as files that an import reads again without a change; and examples of such files. */
@Injectable()
export class OrganisationExport {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
  ) {}

  send(actor: Actor, kind: ImportKind): StreamableFile {
    requireRight(actor, IMPORT_RIGHT[kind]);
    return sendRows(kind, this.columns(actor.locale, kind), this.batches(actor.locale, kind));
  }

  /** A file to begin with: the columns and two lines. */
  async sample({ locale }: Actor, kind: ImportKind): Promise<StreamableFile> {
    const [client] = await this.database.query<{ name: string }>(
      `select ${nameIn(locale)} as name from identity.institution where is_client and active_to is null order by name_lv, id limit 1`,
    );
    const institution = client?.name ?? '';
    const line = (at: number): string => this.texts.say(locale, `identity.import.sample.${kind}-${at}`, { institution });
    const title = this.texts.say(locale, `identity.import.title.${kind}`);
    const rows = EXAMPLES.map((at) => line(at).split('|'));
    return sendExport('csv', `${kind}-sample`, [{ title, columns: this.columns(locale, kind), rows }]);
  }

  private columns(locale: Locale, kind: ImportKind): string[] {
    return IMPORT_COLUMNS[kind].map((column) => this.texts.say(locale, `identity.field.${FIELD_OF[column]}`));
  }

  private async *batches(locale: Locale, kind: ImportKind): AsyncGenerator<Cell[][]> {
    const sql = SELECTS[kind](nameIn(locale));
    const fields = IMPORT_COLUMNS[kind].map((column) => FIELD_OF[column]);
    for (let last: Row | undefined; ;) {
      const rows: Row[] = await this.database.query<Row>(sql, [last?.key ?? null, last?.id ?? null, BATCH]);
      yield rows.map((row) => fields.map((field) => this.cell(locale, field, row[field] ?? null)));
      last = rows.at(-1);
      if (rows.length < BATCH) return;
    }
  }

  private cell(locale: Locale, field: string, value: string | boolean | null): Cell {
    if (typeof value === 'boolean') return this.texts.say(locale, `identity.value.${value ? 'yes' : 'no'}`);
    return value === null ? null : this.texts.sayOr(locale, `identity.value.${field}.${value}`, {}, value);
  }
}

const nameIn = (locale: Locale): string => (locale === 'lv' ? 'name_lv' : 'name_en');
