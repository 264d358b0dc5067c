import { deliverySchema } from './delivery.schema.js';
import { noticeSchema } from './notice.schema.js';
import { ratingMailSchema } from './rating-mail.schema.js';

/** The tables of schema `notifications`, for the check that mapping and migrations agree. */
export const notificationsSchemas = [noticeSchema, deliverySchema, ratingMailSchema];
