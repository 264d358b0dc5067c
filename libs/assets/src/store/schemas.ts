import { importSchemas } from './import.schema.js';
import { itemSchemas } from './item.schema.js';
import { relationSchemas } from './relation.schema.js';

/** The tables of schema `assets`, for the check that mapping and migrations agree. */
export const assetsSchemas = [...itemSchemas, ...relationSchemas, ...importSchemas];
