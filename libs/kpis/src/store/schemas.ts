import { clockCellSchema, ratingCellSchema, resolutionCellSchema } from './cell.schema.js';
import { definitionSchema, targetSchema } from './definition.schema.js';
import { editionSchema, measurementSchema } from './edition.schema.js';
import { clockFactSchema, kpiTicketSchema, ratingFactSchema, resolutionFactSchema } from './fact.schema.js';

/** The tables of schema `kpis`, for the check that mapping and migrations agree. */
export const kpisSchemas = [
  definitionSchema,
  targetSchema,
  editionSchema,
  measurementSchema,
  kpiTicketSchema,
  clockFactSchema,
  clockCellSchema,
  ratingFactSchema,
  ratingCellSchema,
  resolutionFactSchema,
  resolutionCellSchema,
];
