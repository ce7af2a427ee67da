import { PlansModule } from '@modex/api-plans';
import * as activity from './activity';
import * as core from './core';

export const ROOMS = [...activity.ROOMS, PlansModule];

export const startTestApi = core.startOf(core.CoreApi, ROOMS);

export type TestApi = core.CoreApi;
