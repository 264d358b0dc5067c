export { NotificationsModule } from './notifications.module.js';
export { AskForRatings } from './use-cases/ask-for-ratings.js';
export { notificationsSchemas } from './store/schemas.js';
