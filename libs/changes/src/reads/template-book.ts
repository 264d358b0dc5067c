import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';
import type { TemplateOrder, TemplateVersion } from '../domain/template.js';
import { TemplateStore } from '../store/template-store.js';

/** A template in force: what a standard change begins with and may not exceed. */
export interface Template extends Omit<TemplateVersion, 'templateId' | 'order'> {
  readonly id: string;
  readonly order: TemplateOrder;
}

/** Which templates changes may be made from now (DOMAIN 2.2, "standard change only from active template"). */
@Injectable()
export class TemplateBook {
  constructor(private readonly store: TemplateStore) {}

  /** The version in force of an active template; null for a draft, a suspended, a retired one, and for what does not exist. */
  async active(on: Queryable, id: string): Promise<Template | null> {
    return (await this.activeOnes(on)).find((template) => template.id === id) ?? null;
  }

  /** All templates in force. */
  async activeOnes(on: Queryable): Promise<Template[]> {
    const active = (await this.store.all(on)).filter(({ state }) => state === 'active');
    const versions = await this.store.versions(
      on,
      active.map(({ id }) => id),
    );
    return active.flatMap(({ id, activeVersion }) => {
      const version = versions.find((one) => one.templateId === id && one.version === activeVersion);
      if (!version?.order) return [];
      const { templateId, order, ...terms } = version;
      return [{ ...terms, id: templateId, order }];
    });
  }
}
