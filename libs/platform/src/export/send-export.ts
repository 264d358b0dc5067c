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
  const file = await exportFile(format, name, tables);
  return new StreamableFile(file.content, {
    type: file.mediaType,
    disposition: `attachment; filename="${file.name}"`,
    length: file.content.length,
  });
}

/** The same file as it goes with a mail. */
export async function exportFile(
  format: ExportFormat,
  name: string,
  tables: readonly ExportTable[],
): Promise<{ readonly name: string; readonly mediaType: string; readonly content: Buffer }> {
  const content = format === 'csv' ? toCsv(tables) : await toXlsx(tables);
  return { name: `${name}.${format}`, mediaType: MEDIA_TYPES[format], content };
}
