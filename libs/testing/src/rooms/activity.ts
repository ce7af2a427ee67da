import { ActivityModule } from '@modex/api-activity';
import * as core from './core';

export const ROOMS = [...core.ROOMS, ActivityModule];

export const startTestApi = core.startOf(core.CoreApi, ROOMS);

export type TestApi = core.CoreApi;
