import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['indicator_target', 'indicator_measurement', 'measurement_file', 'scorecard_snapshot', 'snapshot_value'];

const UP = [
  `create table processes.scorecard (
     id uuid not null,
     name_lv text not null,
     name_en text not null,
     source text not null,
     first_year integer not null,
     last_year integer not null,
     created_by_id uuid,
     created_at timestamptz not null,
     constraint scorecard_pk primary key (id),
     constraint scorecard_created_by_fk foreign key (created_by_id) references identity.app_user (id),
     constraint scorecard_years check (first_year between 2000 and 2100 and last_year between first_year and first_year + 9)
   )`,
  `create table processes.scorecard_goal (
     id uuid not null,
     scorecard_id uuid not null,
     parent_id uuid,
     position integer not null,
     name_lv text not null,
     name_en text not null,
     constraint scorecard_goal_pk primary key (id),
     constraint scorecard_goal_card_fk foreign key (scorecard_id) references processes.scorecard (id),
     constraint scorecard_goal_parent_fk foreign key (parent_id) references processes.scorecard_goal (id)
   )`,
  `create index scorecard_goal_by_card on processes.scorecard_goal (scorecard_id, position)`,
  `create table processes.indicator (
     id uuid not null,
     goal_id uuid not null,
     position integer not null,
     code text not null,
     name_lv text not null,
     name_en text not null,
     note_lv text not null,
     note_en text not null,
     unit text,
     better text,
     source_code text,
     baseline double precision,
     due_year integer,
     tasks jsonb not null default '[]',
     constraint indicator_pk primary key (id),
     constraint indicator_goal_fk foreign key (goal_id) references processes.scorecard_goal (id),
     constraint indicator_unit_known check (unit in ('percent', 'count')),
     constraint indicator_better_known check (better in ('higher', 'lower')),
     constraint indicator_kind_whole check (
       (due_year is null and unit is not null and better is not null)
       or (due_year is not null and unit is null and better is null and source_code is null and baseline is null)
     )
   )`,
  `create index indicator_by_goal on processes.indicator (goal_id, position)`,
  // What was to be reached, as it was set and set anew; the last one stands.
  `create table processes.indicator_target (
     id integer generated always as identity,
     indicator_id uuid not null,
     year integer not null,
     value double precision not null,
     source text not null,
     set_by_id uuid,
     set_at timestamptz not null,
     constraint indicator_target_pk primary key (id),
     constraint indicator_target_indicator_fk foreign key (indicator_id) references processes.indicator (id),
     constraint indicator_target_set_by_fk foreign key (set_by_id) references identity.app_user (id),
     constraint indicator_target_year check (year between 2000 and 2100)
   )`,
  `create index indicator_target_by_year on processes.indicator_target (indicator_id, year, id)`,
  // Values that the desk does not measure: from before go-live with their source, or with evidence. The last one of a year stands.
  `create table processes.indicator_measurement (
     id uuid not null,
     indicator_id uuid not null,
     year integer not null,
     origin text not null,
     value double precision,
     numerator integer,
     denominator integer,
     achieved_on date,
     source text not null,
     recorded_by_id uuid,
     recorded_at timestamptz not null,
     constraint indicator_measurement_pk primary key (id),
     constraint indicator_measurement_indicator_fk foreign key (indicator_id) references processes.indicator (id),
     constraint indicator_measurement_by_fk foreign key (recorded_by_id) references identity.app_user (id),
     constraint indicator_measurement_origin_known check (origin in ('imported', 'entered')),
     constraint indicator_measurement_year check (year between 2000 and 2100),
     constraint indicator_measurement_counts check (
       (numerator is null) = (denominator is null) and (denominator is null or (denominator > 0 and numerator between 0 and denominator))
     ),
     constraint indicator_measurement_something check ((value is null) <> (achieved_on is null)),
     constraint indicator_measurement_source check (length(source) between 1 and 300)
   )`,
  `create index indicator_measurement_by_year on processes.indicator_measurement (indicator_id, year, recorded_at)`,
  `create table processes.measurement_file (
     measurement_id uuid not null,
     name text not null,
     sha256 text not null,
     content bytea not null,
     constraint measurement_file_pk primary key (measurement_id),
     constraint measurement_file_measurement_fk foreign key (measurement_id) references processes.indicator_measurement (id)
   )`,
  `create table processes.scorecard_snapshot (
     id uuid not null,
     scorecard_id uuid not null,
     year integer not null,
     number integer not null,
     replaces_id uuid,
     reason text,
     input_hash text not null,
     frozen_by_id uuid,
     frozen_at timestamptz not null,
     constraint scorecard_snapshot_pk primary key (id),
     constraint scorecard_snapshot_number unique (scorecard_id, year, number),
     constraint scorecard_snapshot_card_fk foreign key (scorecard_id) references processes.scorecard (id),
     constraint scorecard_snapshot_replaces_fk foreign key (replaces_id) references processes.scorecard_snapshot (id),
     constraint scorecard_snapshot_by_fk foreign key (frozen_by_id) references identity.app_user (id),
     constraint scorecard_snapshot_restatement check ((number = 1) = (replaces_id is null) and (number = 1 or reason is not null))
   )`,
  `create table processes.snapshot_value (
     snapshot_id uuid not null,
     indicator_id uuid not null,
     target double precision,
     value double precision,
     numerator integer,
     denominator integer,
     n integer,
     effective_n double precision,
     low double precision,
     high double precision,
     status text,
     origin text,
     source text,
     rows_path text,
     definition_version integer,
     achieved_on date,
     data_at timestamptz,
     constraint snapshot_value_pk primary key (snapshot_id, indicator_id),
     constraint snapshot_value_snapshot_fk foreign key (snapshot_id) references processes.scorecard_snapshot (id),
     constraint snapshot_value_indicator_fk foreign key (indicator_id) references processes.indicator (id),
     constraint snapshot_value_status_known check (status in ('reached', 'safely_reached', 'not_reached_within_error', 'not_reached')),
     constraint snapshot_value_origin_known check (origin in ('desk', 'imported', 'entered'))
   )`,
  ...APPEND_ONLY.map(
    (table) =>
      `create trigger ${table}_append_only before update or delete on processes.${table} for each row execute function platform.refuse_change()`,
  ),
];

const TABLES = [
  ...['snapshot_value', 'scorecard_snapshot', 'measurement_file', 'indicator_measurement', 'indicator_target'],
  ...['indicator', 'scorecard_goal', 'scorecard'],
];

/** The scorecard (DOMAIN A5): goals, indicators with targets by years, values from outside the desk, and what was frozen. */
export class ProcessesAddScorecard1764000010700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop table processes.${table}`);
  }
}
