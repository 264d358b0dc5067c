import type { RecordTable } from '#identity';
import type { ReferenceFields } from '../domain/reference-word.js';

export const REFERENCE_WORDS: RecordTable<ReferenceFields> = {
  name: 'incidents.reference_word',
  subject: 'reference-word',
  noun: 'incidents.reference-word',
  missing: 'incidents.reference-word',
  columns: {
    list: 'list',
    code: 'code',
    nameLv: 'name_lv',
    nameEn: 'name_en',
    descriptionLv: 'description_lv',
    descriptionEn: 'description_en',
    active: 'active',
    builtIn: 'built_in',
    position: 'position',
  },
};
