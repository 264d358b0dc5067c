import { Injectable } from '@nestjs/common';
import type { Locale, RefResponse } from '#identity';
import { Database } from '#platform';
import { TemplateStore } from '../store/template-store.js';

/** What a template is called, whatever its state. */
@Injectable()
export class TemplateNames {
  constructor(
    private readonly database: Database,
    private readonly store: TemplateStore,
  ) {}

  /** By its latest version; null where there is no such template. */
  async of(id: string, locale: Locale): Promise<RefResponse | null> {
    const versions = await this.store.versions(this.database, [id]);
    const latest = versions.reduce<(typeof versions)[number] | undefined>(
      (best, one) => (best && best.version > one.version ? best : one),
      undefined,
    );
    return latest ? { id, name: locale === 'lv' ? latest.nameLv : latest.nameEn } : null;
  }
}
