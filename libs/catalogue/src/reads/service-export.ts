import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#identity';
import { type ExportFormat, type ListFile, ListFiles, Texts } from '#platform';
import { ServiceRegister } from './service-register.js';

const FILE: ListFile = {
  name: 'services',
  title: 'catalogue.export-title',
  columns: ['code', 'nameLv', 'nameEn', 'status', 'criticality', 'ownerId', 'defaultGroupId', 'subscribers'].map(
    (field) => `catalogue.field.${field}`,
  ),
};

/** The register of services as a file. */
@Injectable()
export class ServiceExport {
  constructor(
    private readonly register: ServiceRegister,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  async file(actor: Actor, format: ExportFormat): Promise<StreamableFile> {
    const word = (field: string, code: string): string => this.texts.say(actor.locale, `catalogue.value.${field}.${code}`);
    return this.files.send(actor.locale, format, FILE, async () => ({
      items: (await this.register.list(actor)).map(({ code, nameLv, nameEn, status, criticality, owner, group, subscribers }) => [
        ...[code, nameLv, nameEn, word('status', status), word('criticality', criticality)],
        ...[owner?.name ?? null, group?.name ?? null, subscribers],
      ]),
      nextCursor: null,
    }));
  }
}
