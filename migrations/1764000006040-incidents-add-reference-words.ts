import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words that the desk came with: what waits and how it ended. Those that rules speak of are built in. */
const WORDS: readonly (readonly [list: string, code: string, nameLv: string, nameEn: string, builtIn: boolean])[] = [
  ['hold_reason', 'awaiting_requester', 'Gaida pieteicēju', 'Awaiting requester', true],
  ['hold_reason', 'agreed_date', 'Norunāts datums', 'Agreed date', true],
  ['hold_reason', 'awaiting_vendor', 'Gaida piegādātāju', 'Awaiting vendor', true],
  ['hold_reason', 'awaiting_change', 'Gaida izmaiņas', 'Awaiting change', true],
  ['hold_reason', 'awaiting_internal', 'Gaida kolēģus', 'Awaiting colleagues', true],
  ['resolution_code', 'fixed', 'Novērsts', 'Fixed', false],
  ['resolution_code', 'workaround', 'Pagaidu risinājums', 'Workaround', true],
  ['resolution_code', 'user_advised', 'Paskaidrots lietotājam', 'User advised', false],
  ['resolution_code', 'no_fault_found', 'Kļūda nav atrasta', 'No fault found', false],
  ['resolution_code', 'third_party', 'Atrisināja cits', 'Solved by a third party', false],
  ['resolution_code', 'duplicate_known', 'Jau zināms', 'Known already', true],
  ['resolution_code', 'no_answer', 'Pieteicējs neatbildēja', 'The requester did not answer', true],
];

const CODES = `'fixed', 'workaround', 'user_advised', 'no_fault_found', 'third_party', 'duplicate_known', 'no_answer'`;

/** Hold reasons and resolution codes as tables that an administrator keeps. What a ticket says stays a code. */
export class IncidentsAddReferenceWords1764000006040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table incidents.reference_word (
         id uuid not null,
         list text not null,
         code text not null,
         name_lv text not null,
         name_en text not null,
         description_lv text,
         description_en text,
         active boolean not null default true,
         built_in boolean not null default false,
         position integer not null,
         version integer not null default 1,
         constraint reference_word_pk primary key (id),
         constraint reference_word_code unique (list, code),
         constraint reference_word_list_known check (list in ('hold_reason', 'resolution_code')),
         constraint reference_word_code_shape check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
         constraint reference_word_built_in_active check (active or not built_in)
       )`,
    );
    for (const [at, word] of WORDS.entries())
      await runner.query(
        `insert into incidents.reference_word (id, list, code, name_lv, name_en, built_in, position)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
        [...word, at + 1],
      );
    await runner.query('alter table incidents.incident drop constraint incident_resolution_code_known');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Incidents that were resolved with a code of one's own keep it.
    await runner.query(
      `alter table incidents.incident add constraint incident_resolution_code_known check (resolution_code in (${CODES})) not valid`,
    );
    await runner.query('drop table incidents.reference_word');
  }
}
