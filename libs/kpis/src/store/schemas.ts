import { campaignMeasurementSchema } from './campaign-measurement.schema.js';
import { changeCellSchema, clockCellSchema, firstResolutionCellSchema, ratingCellSchema, resolutionCellSchema } from './cell.schema.js';
import { definitionSchema, targetSchema } from './definition.schema.js';
import { editionSchema, measurementSchema } from './edition.schema.js';
import {
  changeFactSchema,
  clockFactSchema,
  firstResolutionFactSchema,
  kpiTicketSchema,
  openFactSchema,
  ratingFactSchema,
  resolutionFactSchema,
  timeFactSchema,
} from './fact.schema.js';
import { loadCellSchema, loadFactSchema } from './load.schema.js';
import { kpiRunSchema } from './runs.js';

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
  firstResolutionFactSchema,
  firstResolutionCellSchema,
  timeFactSchema,
  openFactSchema,
  changeFactSchema,
  changeCellSchema,
  loadFactSchema,
  loadCellSchema,
  kpiRunSchema,
  campaignMeasurementSchema,
];
