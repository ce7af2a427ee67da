import { ImprintModule } from '@modex/api-imprint';
import * as activity from './activity';
import * as core from './core';

export const ROOMS = [...activity.ROOMS, ImprintModule];

export const startTestApi = core.startOf(core.CoreApi, ROOMS);

export type TestApi = core.CoreApi;
