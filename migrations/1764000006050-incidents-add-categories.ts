import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  'alter table incidents.reference_word drop constraint reference_word_list_known',
  `alter table incidents.reference_word add constraint reference_word_list_known check (list in ('hold_reason', 'resolution_code', 'category'))`,
  'alter table tickets.ticket add column category text',
  `alter table tickets.ticket add constraint ticket_category_of_incident check (category is null or type = 'incident') not valid`,
  'alter table tickets.ticket validate constraint ticket_category_of_incident',
  // Both hold tickets with a category alone: filing without one pays nothing for them.
  `create index ticket_open_category on tickets.ticket (category, due_at, id)
     where category is not null and state in ('new', 'assigned', 'in_progress', 'on_hold')`,
  'create index ticket_category on tickets.ticket (category, submitted_at, id) where category is not null',
];

const DOWN = [
  'alter table tickets.ticket drop column category',
  `delete from incidents.reference_word where list = 'category'`,
  'alter table incidents.reference_word drop constraint reference_word_list_known',
  `alter table incidents.reference_word add constraint reference_word_list_known check (list in ('hold_reason', 'resolution_code'))`,
];

/** What incidents are about, in the words of a list that an administrator keeps; it stands in the shared row, where the queue looks. */
export class IncidentsAddCategories1764000006050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
