import { deliverySchema } from './delivery.schema.js';
import { noticeSchema } from './notice.schema.js';
import { preferenceSchema } from './preference.schema.js';
import { ratingMailSchema } from './rating-mail.schema.js';
import { textSchema } from './text.schema.js';

/** The tables of schema `notifications`, for the check that mapping and migrations agree. */
export const notificationsSchemas = [noticeSchema, deliverySchema, ratingMailSchema, preferenceSchema, textSchema];
