import { describe, expect, it } from '@jest/globals';
import { foreignMappings, foreignReads, foreignWrites } from './rules/sql.js';
import { files, serverCode } from './source-tree.js';

const server = files(serverCode);
const planted = (path: string, text: string): { path: string; text: string }[] => [{ path, text }];

describe('A PostgreSQL schema', () => {
  it('is written to by its own module only', () => {
    expect(foreignWrites(server)).toEqual([]);
  });

  it('is read by its own module, the views and the reports only', () => {
    expect(foreignReads(server)).toEqual([]);
  });

  it('is mapped in its own module only', () => {
    expect(foreignMappings(server)).toEqual([]);
  });

  it('is seen to be written to by another module', () => {
    expect(foreignWrites(planted('libs/sla/src/a.ts', 'tx.query(`\n  UPDATE tickets.ticket SET due_at = $1`)'))).toEqual([
      'libs/sla/src/a.ts:2: writes tickets.ticket',
    ]);
    expect(foreignWrites(planted('apps/cli/src/a.ts', "query('insert into identity.app_user values ($1)')"))).toHaveLength(1);
    expect(foreignWrites(planted('migrations/1764000000000-sla-add-x.ts', 'delete from kpis.cell'))).toHaveLength(1);
    expect(foreignWrites(planted('libs/sla/src/a.ts', 'update sla.clock set state = 1 -- not tickets'))).toEqual([]);
  });

  it('is seen to be read by another module', () => {
    expect(foreignReads(planted('libs/sla/src/reads/a.ts', 'select 1 from sla.clock c join tickets.ticket t on true'))).toHaveLength(1);
    expect(foreignReads(planted('apps/api/src/views/queue/a.ts', 'select 1 from sla.clock c join tickets.ticket t on true'))).toEqual([]);
  });

  it('is seen to be mapped by another module', () => {
    expect(foreignMappings(planted('libs/sla/src/store/a.schema.ts', "new EntitySchema({ schema: 'tickets' })"))).toHaveLength(1);
  });
});
