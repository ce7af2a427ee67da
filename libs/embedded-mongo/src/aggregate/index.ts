export { compileExpression, type EvalContext, isTrue } from './expressions';
export { compilePipeline } from './pipeline';
export type { CompiledPipeline, InputState, PipelineContext } from './pipeline-types';
export { PAUSE } from './pause';
