import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createInstance, type i18n } from 'i18next';

export type Locale = 'lv' | 'en';

export const LOCALES: readonly Locale[] = ['lv', 'en'];

type Params = Readonly<Record<string, unknown>>;

/** The folder that holds all modules; the same distance in the sources and in the build. */
const MODULES = join(import.meta.dirname, '../../..');
/** The operator's commands say their errors by keys, too. */
const COMMANDS = join(MODULES, '../apps/cli');

/**
 * The texts of mails, errors and history, from `libs/<module>/src/locales/{lv,en}.json`. A key begins with its module:
 * `incidents.transition-not-allowed`. Plurals follow i18next (`_zero`, `_one`, `_other`); placeholders are `{{name}}`.
 */
@Injectable()
export class Texts {
  private readonly catalogues: i18n;

  constructor() {
    this.catalogues = createInstance();
    void this.catalogues.init({
      lng: 'lv',
      fallbackLng: false,
      initAsync: false,
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      resources: Object.fromEntries(LOCALES.map((locale) => [locale, readCatalogues(locale)])),
    });
  }

  /** The text of a key. Throws where it is missing: a catalogue that is not complete is a fault of ours. */
  say(locale: Locale, key: string, params: Params = {}): string {
    const { ns, rest } = split(key);
    if (!this.catalogues.exists(rest, { lng: locale, ns, ...params })) throw new Error(`no text for ${key} in ${locale}`);
    return this.catalogues.getFixedT(locale, ns)(rest, params);
  }

  /** The text of a key, or `fallback` where there is none. */
  sayOr(locale: Locale, key: string, params: Params, fallback: string): string {
    const { ns, rest } = split(key);
    return this.catalogues.exists(rest, { lng: locale, ns, ...params }) ? this.catalogues.getFixedT(locale, ns)(rest, params) : fallback;
  }

  /** Lays a text over the shipped one, or beside it, for this process: the name of something that an administrator keeps. */
  lay(locale: Locale, key: string, text: string): void {
    const { ns, rest } = split(key);
    this.catalogues.addResource(locale, ns, rest, text, { silent: true });
  }

  /** All texts of a module in one language by key, with their places open. */
  all(locale: Locale, module: string): Readonly<Record<string, string>> {
    return (this.catalogues.getResourceBundle(locale, module) ?? {}) as Readonly<Record<string, string>>;
  }
}

function split(key: string): { ns: string; rest: string } {
  const dot = key.indexOf('.');
  return { ns: key.slice(0, dot), rest: key.slice(dot + 1) };
}

function readCatalogues(locale: Locale): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  const folders = [...readdirSync(MODULES).map((name) => ({ name, folder: join(MODULES, name) })), { name: 'cli', folder: COMMANDS }];
  for (const { name, folder } of folders) {
    const file = join(folder, 'src/locales', `${locale}.json`);
    if (existsSync(file)) found[name] = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  }
  return found;
}
