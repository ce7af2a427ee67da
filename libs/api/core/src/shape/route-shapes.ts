import { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { Nothing } from './read-shape';

/** What a route takes. */
export interface RouteShapes {
  readonly body: Type<object>;
  readonly query: Type<object>;
}

/** The classes of a route's `@Body()` and `@Query()`; what it does not ask for has no field. */
export function shapesOf(controller: Type, method: string): RouteShapes {
  const taken: Record<string, { index: number }> = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {};
  const types: Type<object>[] = Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) ?? [];
  const shapeOf = (kind: RouteParamtypes): Type<object> => {
    const found = Object.entries(taken).find(([key]) => key.startsWith(`${kind}:`));
    return (found && types[found[1].index]) ?? Nothing;
  };
  return { body: shapeOf(RouteParamtypes.BODY), query: shapeOf(RouteParamtypes.QUERY) };
}
