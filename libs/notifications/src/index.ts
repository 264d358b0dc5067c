export { NotificationsModule } from './notifications.module.js';
export { notificationsSchemas } from './store/schemas.js';
