export type { Activity, NewActivity, Snapshot } from './activity';
export { ActivityLog } from './activity-log';
export { ActivityModule } from './activity.module';
