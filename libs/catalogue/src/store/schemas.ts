import { contactSchema } from './contact.schema.js';
import { serviceOfferingSchema } from './service-offering.schema.js';
import { serviceSchema } from './service.schema.js';
import { subscriptionSchema } from './subscription.schema.js';

/** The tables of schema `catalogue`, for the check that mapping and migrations agree. */
export const catalogueSchemas = [serviceSchema, serviceOfferingSchema, subscriptionSchema, contactSchema];
