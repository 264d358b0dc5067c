import { Injectable } from '@nestjs/common';
import { type Actor, foldText, scopeOf, WordsOfFiles } from '#identity';
import { type Queryable, Texts } from '#platform';
import { AGENT_COLUMNS, type AgentColumn } from '../domain/agent-status.js';
import { IMPORT_COLUMNS, type ImportColumn } from '../domain/import-columns.js';
import { ITEM_STATUSES } from '../domain/item-status.js';
import type { ImportWords } from '../domain/read-import-line.js';

const LOCALES = ['lv', 'en'] as const;

/** What the words of a file mean: in Latvian, in English, or as the register itself calls things. */
@Injectable()
export class ImportWordBook {
  constructor(
    private readonly texts: Texts,
    private readonly words: WordsOfFiles,
  ) {}

  /** The columns by the folded names that their heads may have. */
  columns(): ReadonlyMap<string, ImportColumn> {
    return new Map(IMPORT_COLUMNS.flatMap((column) => this.namesOf(`column.${column}`, column).map((name) => [name, column] as const)));
  }

  /** The columns of a file of agent statuses by the folded names that their heads may have. */
  agentColumns(): ReadonlyMap<string, AgentColumn> {
    return new Map(AGENT_COLUMNS.flatMap((column) => this.namesOf(`column.${column}`, column).map((name) => [name, column] as const)));
  }

  /** What the cells may mean for this person: only institutions whose items he writes. `named`: the custodians that the file names. */
  async read(on: Queryable, actor: Actor, named: readonly string[]): Promise<ImportWords> {
    const scope = scopeOf(actor, 'cmdb.write');
    const classes = await on.query<{ code: string; nameLv: string; nameEn: string }>(
      `select code, name_lv as "nameLv", name_en as "nameEn" from assets.class`,
    );
    return {
      classes: new Map(
        classes.flatMap(({ code, nameLv, nameEn }) => [code, nameLv, nameEn].map((name) => [foldText(name), code] as const)),
      ),
      statuses: new Map(ITEM_STATUSES.flatMap((status) => this.namesOf(`status.${status}`, status).map((name) => [name, status] as const))),
      institutions: await this.words.institutions(scope.all ? undefined : scope.institutionIds, on),
      custodians: await this.words.people(named, on),
      fold: foldText,
    };
  }

  private namesOf(key: string, code: string): string[] {
    return [
      foldText(code),
      foldText(code.replaceAll('_', ' ')),
      ...LOCALES.map((locale) => foldText(this.texts.say(locale, `assets.${key}`))),
    ];
  }
}
