import { StreamableFile } from '@nestjs/common';
import { toCsv } from './csv.js';
import type { ExportFormat, ExportTable } from './table.js';
import { toXlsx } from './xlsx.js';

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Tables as a file to save; `name` without its ending, of plain letters, digits and hyphens. */
export async function sendExport(format: ExportFormat, name: string, tables: readonly ExportTable[]): Promise<StreamableFile> {
  const content = format === 'csv' ? toCsv(tables) : await toXlsx(tables);
  return new StreamableFile(content, {
    type: MEDIA_TYPES[format],
    disposition: `attachment; filename="${name}.${format}"`,
    length: content.length,
  });
}
