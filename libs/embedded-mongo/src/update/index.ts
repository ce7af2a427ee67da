export { type ApplyOptions, type CompiledUpdate, compileUpdate, type UpdateContext } from './compile';
export { upsertSeed } from './upsert';
